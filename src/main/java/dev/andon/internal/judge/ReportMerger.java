package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.internal.text.ClassNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Merges the reports of several readiness classes, or modules, into one. */
public final class ReportMerger {
    private final List<Row> rows;

    private ReportMerger(List<Row> rows) {
        this.rows = rows;
    }

    /** A service or canary, and the readiness class that requires its results. */
    private record Row(ServiceResult service, boolean canary, String readinessClass) {}

    /** One of the reports, and whose it is. */
    private record Part(String who, Report report) {}

    /** Returns the report of all; a row or note that is not of one service says which readiness class it is of. */
    public static Report together(List<Report> reports) {
        List<Row> rows = reports.stream()
                .flatMap(report -> rows(report, report.readinessClass()))
                .toList();
        return together(
                reports.stream().map(Report::readinessClass).collect(Collectors.joining(", ")),
                rows,
                reports.stream()
                        .map(report -> new Part(ClassNames.simple(report.readinessClass()), report))
                        .toList());
    }

    /** Returns the report of several modules that one asker has judged apart, each for its own services alone. */
    public static Report ofModules(Map<String, Report> reports) {
        List<Row> rows = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        reports.forEach((module, report) -> {
            rows(report, module)
                    .filter(row -> row.service().module().equals(module))
                    .forEach(rows::add);
            List<ServiceCoverage> coverage = report.coverage().stream()
                    .filter(stated -> stated.module().equals(module))
                    .toList();
            parts.add(new Part("module " + module, report.withCoverage(coverage)));
        });
        return together(parts.get(0).report().readinessClass(), rows, parts);
    }

    private static Stream<Row> rows(Report report, String readinessClass) {
        return Stream.concat(
                report.services().stream().map(service -> new Row(service, false, readinessClass)),
                report.canaries().stream().map(canary -> new Row(canary, true, readinessClass)));
    }

    private static Report together(String asker, List<Row> rows, List<Part> parts) {
        List<PracticeResult> codebase = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Part part : parts) {
            String who = part.who() + ": ";
            part.report().codebase().forEach(row -> codebase.add(saidBy(who, row)));
            part.report().notes().forEach(note -> notes.add(who + note));
        }
        return new Report(
                asker,
                level(parts),
                labelled(rows, false),
                labelled(rows, true),
                codebase,
                notes,
                parts.stream()
                        .flatMap(part -> part.report().coverage().stream())
                        .distinct()
                        .toList());
    }

    /** Returns the level that all require, or none where they differ. */
    private static Level level(List<Part> parts) {
        Set<Level> levels = parts.stream().map(part -> part.report().level()).collect(Collectors.toSet());
        return levels.size() == 1 ? levels.iterator().next() : Level.NONE;
    }

    private static List<ServiceResult> labelled(List<Row> rows, boolean canary) {
        ReportMerger merger = new ReportMerger(rows);
        return rows.stream()
                .filter(row -> row.canary() == canary)
                .map(merger::labelled)
                .toList();
    }

    private static PracticeResult saidBy(String who, PracticeResult row) {
        return new PracticeResult(
                row.id(), row.verdict(), row.evidence(), row.tests(), row.finding(), who + row.found(), row.fix());
    }

    private ServiceResult labelled(Row row) {
        ServiceResult service = row.service();
        String label = Stream.<Function<Row, String>>of(
                        each -> each.service().label(),
                        each -> ClassNames.simple(each.service().name()) + " ("
                                + each.service().module() + ")",
                        each -> each.service().name() + " (" + each.service().module() + ")",
                        each -> each.service().label() + " (" + ClassNames.simple(each.readinessClass()) + ")")
                .filter(name -> rows.stream()
                                .filter(other -> name.apply(other).equals(name.apply(row)))
                                .count()
                        == 1)
                .findFirst()
                .orElseGet(() -> each -> each.service().label() + " (" + each.readinessClass() + ")")
                .apply(row);
        return new ServiceResult(service.name(), label, service.module(), service.practices());
    }
}
