package dev.andon.internal.tell;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.internal.judge.Report;
import dev.andon.internal.judge.ReportDetails;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lays results out as a matrix of services and practices, with the details of each. */
final class ResultMatrix {
    private final Report report;
    private final List<ReportPage.Row> rows = new ArrayList<>();
    private final List<ReportPage.Detail> details = new ArrayList<>();
    private final List<ReportPage.Cell> codebase = new ArrayList<>();
    private final Set<String> practices = new LinkedHashSet<>();
    private final Map<String, Integer> ids = new HashMap<>();

    ResultMatrix(Report report) {
        this.report = report;
        report.subjects().forEach(subject -> subject.practices().forEach(result -> practices.add(result.id())));
        report.services().forEach(service -> add(service, "service"));
        report.canaries().forEach(canary -> add(canary, "canary"));
        report.codebase().forEach(result -> codebase.add(cell(result, detail(Report.CODEBASE, "", result))));
    }

    /** Returns the rows, that of most failures first, as the page sorts them too. */
    List<ReportPage.Row> rows() {
        return rows.stream()
                .sorted(Comparator.comparing(ReportPage.Row::failing).reversed().thenComparing(ReportPage.Row::label))
                .toList();
    }

    List<ReportPage.Detail> details() {
        return details;
    }

    List<ReportPage.Column> columns() {
        return practices.stream()
                .map(id -> new ReportPage.Column(id, Message.page(id)))
                .toList();
    }

    List<ReportPage.Cell> codebase() {
        return codebase;
    }

    /** Returns the link to the result of this id. */
    static String href(String id) {
        return "#" + encoded(id);
    }

    /** Returns a text as it stands in the path or fragment of an address; slashes stay. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    private static ReportPage.Cell cell(PracticeResult result, String id) {
        return new ReportPage.Cell(result.id(), result.verdict().word(), Signs.of(result.verdict()), href(id));
    }

    private void add(ServiceResult subject, String kind) {
        String source = source(subject.name());
        List<ReportPage.Cell> cells = practices.stream()
                .map(id -> subject.practice(id)
                        .map(result -> cell(result, detail(subject.label(), source, result)))
                        .orElse(new ReportPage.Cell(id, "", "", "")))
                .toList();
        rows.add(new ReportPage.Row(
                subject.label(),
                subject.name(),
                kind,
                subject.module(),
                kind.equals("canary")
                        ? ""
                        : ServiceLevels.of(subject, report.level()).name(),
                subject.practices().stream()
                        .filter(result -> result.verdict().fails())
                        .count(),
                cells));
    }

    /** Adds the details of a result, and returns their id. */
    private String detail(String subject, String source, PracticeResult result) {
        // Of several results of the code base, each has an id of its own.
        int earlier = ids.merge(subject + "/" + result.id(), 1, Integer::sum) - 1;
        String id = subject + "/" + result.id() + (earlier == 0 ? "" : "/" + (earlier + 1));
        details.add(new ReportPage.Detail(
                id,
                subject,
                source,
                result.id(),
                result.verdict().word(),
                Signs.of(result.verdict()),
                result.evidence() == Evidence.NONE ? "" : result.evidence().name(),
                result.found(),
                result.fix(),
                result.tests().stream()
                        .map(test -> new ReportPage.TestLine(test, source(test)))
                        .toList(),
                result.verdict().fails()
                        ? result.findings().stream()
                                .flatMap(finding -> finding.keys().stream())
                                .distinct()
                                .toList()
                        : List.of()));
        return id;
    }

    private String source(String name) {
        ReportDetails.Source source = report.details().sources().get(name);
        return source == null ? "" : source.toString();
    }
}
