package dev.andon.internal.tell;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.judge.Report;
import dev.andon.internal.judge.ReportDetails.Source;
import dev.andon.internal.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes what fails, and what is accepted for a while, as a log of SARIF 2.1.0: one rule for each practice, one result for
 * each service and practice, at the test at fault or at the service.
 */
final class SarifLog {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String HOME = "https://github.com/andon-dev/andon";
    /** Paths are seen from the root of the repository, wherever that lies. */
    private static final String ROOT = "%SRCROOT%";

    private static final Map<Verdict, String> LEVELS = Map.of(
            Verdict.VIOLATED, "error",
            Verdict.UNDECIDED, "warning",
            Verdict.WAIVED, "error",
            Verdict.BASELINED, "error");

    private static final Set<Verdict> ACCEPTED = Set.of(Verdict.WAIVED, Verdict.BASELINED);

    private final Report report;
    private final JsonStringWriter json = JsonWriter.indent("  ").string();
    private final Map<String, Integer> rules = new TreeMap<>();

    private SarifLog(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return new SarifLog(report).text();
    }

    private String text() {
        List<Finding> findings = new ArrayList<>();
        report.subjects().forEach(subject -> subject.practices()
                .forEach(result -> findings.add(new Finding(subject.name(), subject.module(), result))));
        report.codebase().forEach(result -> findings.add(new Finding(Report.CODEBASE, "", result)));
        findings.removeIf(finding -> !LEVELS.containsKey(finding.result().verdict()));
        findings.forEach(finding -> rules.putIfAbsent(finding.result().id(), 0));
        int index = 0;
        for (Map.Entry<String, Integer> rule : rules.entrySet()) {
            rule.setValue(index++);
        }
        json.object().value("$schema", SCHEMA).value("version", "2.1.0").array("runs");
        json.object().object("tool").object("driver");
        json.value("name", "Andon").value("informationUri", HOME).array("rules");
        rules.keySet().forEach(this::rule);
        json.end().end().end();
        json.value("columnKind", "utf16CodeUnits").array("results");
        findings.forEach(this::result);
        return json.end().end().end().end().done() + "\n";
    }

    /** A result, and what it is about. */
    private record Finding(String subject, String module, PracticeResult result) {}

    private void rule(String practice) {
        json.object().value("id", practice).value("helpUri", Message.page(practice));
        json.object("shortDescription").value("text", practice).end();
        json.object("help")
                .value("text", "See " + Message.page(practice))
                .value("markdown", "[How " + practice + " is judged, fixed and waived](" + Message.page(practice) + ")")
                .end()
                .end();
    }

    private void result(Finding finding) {
        PracticeResult result = finding.result();
        json.object()
                .value("ruleId", result.id())
                .value("ruleIndex", rules.getOrDefault(result.id(), 0))
                .value("level", LEVELS.get(result.verdict()))
                .object("message")
                .value(
                        "text",
                        message(result.found()
                                + (result.fix().isEmpty() ? "" : "\nFix: " + result.fix())
                                + "\nService: " + finding.subject()))
                .end();
        locations(finding);
        // The keys leave words, line numbers and counts out, so that a result is the same one in the next build.
        json.object("partialFingerprints")
                .value(
                        "andonFinding/v1",
                        VisibleText.ofLine(String.join(" | ", result.id(), finding.subject(), result.finding())))
                .end();
        if (ACCEPTED.contains(result.verdict())) {
            json.array("suppressions")
                    .object()
                    .value("kind", "external")
                    .value("status", "accepted")
                    .value("justification", VisibleText.ofLines(result.found()))
                    .end()
                    .end();
        }
        json.object("properties")
                .value("verdict", result.verdict().word())
                .value("module", VisibleText.ofLine(finding.module()));
        json.end().end();
    }

    private void locations(Finding finding) {
        List<Source> places = Places.of(report, finding.subject(), finding.result());
        json.array("locations").object();
        if (!places.isEmpty()) {
            physical(places.get(0));
        }
        json.array("logicalLocations")
                .object()
                .value("fullyQualifiedName", VisibleText.ofLine(finding.subject()))
                .value("kind", finding.subject().equals(Report.CODEBASE) ? "module" : "type")
                .end()
                .end();
        json.end().end();
        if (places.size() > 1) {
            json.array("relatedLocations");
            places.stream().skip(1).forEach(place -> {
                json.object();
                physical(place);
                json.end();
            });
            json.end();
        }
    }

    private void physical(Source place) {
        json.object("physicalLocation")
                .object("artifactLocation")
                .value("uri", ResultMatrix.encoded(place.path()))
                .value("uriBaseId", ROOT)
                .end();
        if (place.line() > 0) {
            json.object("region").value("startLine", place.line()).end();
        }
        json.end();
    }

    /** Braces would be a placeholder of the format, and brackets before a parenthesis a link. */
    static String message(String text) {
        String braces = VisibleText.ofLines(text).replace("{", "{{").replace("}", "}}");
        return braces.contains("](") ? braces.replace("[", "\\[").replace("]", "\\]") : braces;
    }
}
