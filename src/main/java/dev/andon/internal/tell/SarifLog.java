package dev.andon.internal.tell;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.formats.FaultedMethod;
import dev.andon.internal.judge.Report;
import dev.andon.internal.judge.ReportDetails.Source;
import dev.andon.internal.judge.SurvivedFault;
import dev.andon.internal.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes what fails, and what is accepted for a while, as a log of SARIF 2.1.0: one rule for each practice, one result for
 * each service and practice, at the test at fault or at the service, and one for each fault that survived in a service, at
 * its method.
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
        List<SurvivedFault> faults = SurvivedFault.in(report);
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
        faults.forEach(this::fault);
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
        begin(
                result.id(),
                result.verdict(),
                result.found()
                        + (result.fix().isEmpty() ? "" : "\nFix: " + result.fix())
                        + "\nService: " + finding.subject());
        locations(
                Places.of(report, finding.subject(), result),
                finding.subject(),
                finding.subject().equals(Report.CODEBASE) ? "module" : "type");
        end(
                result.verdict(),
                // The keys leave words, line numbers and counts out, so that a result is the same one in the next
                // build.
                String.join(" | ", result.id(), finding.subject(), result.finding()),
                result.found(),
                finding.module());
    }

    /** The result of the service names them all; each alone shows at the line that no test looks at. */
    private void fault(SurvivedFault survived) {
        FaultedMethod method = survived.fault().method();
        String found = SurvivedFaults.sentence(survived.fault());
        begin(SurvivedFaults.PRACTICE, survived.verdict(), found + "\nService: " + method.service());
        locations(Places.of(report, survived.fault()), method.className() + "." + method.method(), "function");
        end(
                survived.verdict(),
                String.join(
                        " | ",
                        SurvivedFaults.PRACTICE,
                        method.service(),
                        "fault " + survived.name() + method.descriptor()),
                found,
                method.module());
    }

    private void begin(String practice, Verdict verdict, String text) {
        json.object()
                .value("ruleId", practice)
                .value("ruleIndex", rules.getOrDefault(practice, 0))
                .value("level", LEVELS.get(verdict))
                .object("message")
                .value("text", message(text))
                .end();
    }

    private void end(Verdict verdict, String fingerprint, String accepted, String module) {
        json.object("partialFingerprints")
                .value("andonFinding/v1", VisibleText.ofLine(fingerprint))
                .end();
        if (ACCEPTED.contains(verdict)) {
            json.array("suppressions")
                    .object()
                    .value("kind", "external")
                    .value("status", "accepted")
                    .value("justification", VisibleText.ofLines(accepted))
                    .end()
                    .end();
        }
        json.object("properties").value("verdict", verdict.word()).value("module", VisibleText.ofLine(module));
        json.end().end();
    }

    private void locations(List<Source> places, String name, String kind) {
        json.array("locations").object();
        if (!places.isEmpty()) {
            physical(places.get(0));
        }
        json.array("logicalLocations")
                .object()
                .value("fullyQualifiedName", VisibleText.ofLine(name))
                .value("kind", kind)
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
