package dev.andon.internal.tell;

import dev.andon.TestKind;
import dev.andon.internal.formats.ProofReport;
import dev.andon.internal.judge.Report;
import dev.andon.internal.judge.ReportDetails;
import dev.andon.internal.judge.ServiceCoverage;
import dev.andon.internal.text.ClassNames;
import dev.andon.internal.text.Plural;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What {@code index.html} shows below the matrix. */
final class ReportPanels {
    private ReportPanels() {}

    static List<ReportPage.CoverageRow> coverage(Report report) {
        return report.services().stream()
                .flatMap(service -> report.coverageOf(service).stream().map(stated -> row(service.label(), stated)))
                .toList();
    }

    private static ReportPage.CoverageRow row(String label, ServiceCoverage stated) {
        List<ReportPage.Bar> bars = stated.parts().entrySet().stream()
                .filter(part -> !part.getKey().equals("all"))
                .map(part -> new ReportPage.Bar(
                        part.getKey(),
                        lines(part.getValue()),
                        percent(part.getValue().coveredLines(), part.getValue().lines()),
                        part.getKey()))
                .toList();
        ServiceCoverage.Part all = stated.parts().get("all");
        return new ReportPage.CoverageRow(label, all == null ? "" : lines(all), bars);
    }

    private static String lines(ServiceCoverage.Part part) {
        return part.coveredLines() + " of " + part.lines() + " lines";
    }

    /** To scale: the widest bar is that of the kind with most tests. */
    static List<ReportPage.Bar> pyramid(Map<TestKind, Long> tests) {
        long most = tests.values().stream().mapToLong(count -> count).max().orElse(0);
        return Stream.of(TestKind.CANARY, TestKind.END_TO_END, TestKind.INTEGRATION, TestKind.UNIT)
                .filter(kind -> most > 0)
                .map(kind -> {
                    long count = tests.getOrDefault(kind, 0L);
                    return new ReportPage.Bar(
                            kind.text(),
                            String.valueOf(count),
                            percent(count, most),
                            kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
                })
                .toList();
    }

    static List<ReportPage.ProofTable> proofs(List<ProofReport> proofs) {
        return proofs.stream().map(ReportPanels::table).toList();
    }

    private static ReportPage.ProofTable table(ProofReport proof) {
        List<String> requests = proof.faults().stream()
                .map(ProofReport.FaultResult::request)
                .distinct()
                .toList();
        List<ReportPage.ProofRow> rows = proof.faults().stream()
                .map(ProofReport.FaultResult::fault)
                .distinct()
                .map(fault -> new ReportPage.ProofRow(
                        fault.id(),
                        requests.stream()
                                .map(request -> proof.faults().stream()
                                        .filter(one -> one.fault() == fault
                                                && one.request().equals(request))
                                        .findFirst()
                                        .map(one -> new ReportPage.Cell(
                                                one.reason(), one.verdict().id(), Signs.of(one.verdict()), ""))
                                        .orElse(new ReportPage.Cell("", "", "", "")))
                                .toList()))
                .toList();
        return new ReportPage.ProofTable(
                ClassNames.simple(proof.canary()),
                proof.operation(),
                requests.stream()
                        .map(request -> request.isEmpty() ? "no request" : request)
                        .toList(),
                rows);
    }

    /** Waivers by the days that are left, then known violations, those known longest first. */
    static List<ReportPage.Deadline> deadlines(ReportDetails details) {
        List<ReportPage.Deadline> lines = new ArrayList<>();
        LocalDate today = details.today();
        details.waivers().stream()
                .sorted(Comparator.comparing(waiver -> waiver.until()))
                .forEach(waiver -> {
                    long days = ChronoUnit.DAYS.between(today, waiver.until());
                    lines.add(new ReportPage.Deadline(
                            "waived",
                            waiver.practice().id(),
                            waiver.shown(),
                            waiver.owner() + ": " + waiver.reason(),
                            days < 0 ? "expired" : Plural.count(days, "day") + " left",
                            waiver.endsSoon(today),
                            "until " + waiver.until()));
                });
        details.baseline().entries().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> lines.add(new ReportPage.Deadline(
                        "baselined",
                        entry.getKey().practice(),
                        ClassNames.simple(entry.getKey().subject()),
                        entry.getKey().finding(),
                        "known for " + Plural.count(ChronoUnit.DAYS.between(entry.getValue(), today), "day"),
                        false,
                        "since " + entry.getValue())));
        return lines;
    }

    static List<ReportPage.ChangedPart> changes(ReportDetails details) {
        return details.changes().stream()
                .map(changes -> new ReportPage.ChangedPart(
                        changes.since(),
                        changes.covered() + " of " + Plural.count(changes.total(), "changed line") + " covered",
                        changes.uncovered()))
                .toList();
    }

    private static String percent(long part, long whole) {
        return whole == 0 ? "0" : String.format(Locale.ROOT, "%.2f", 100.0 * part / whole);
    }
}
