package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.internal.text.ClassNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes one report of those of several readiness classes. */
public final class ReportMerger {
    private final List<Row> rows;

    private ReportMerger(List<Row> rows) {
        this.rows = rows;
    }

    /** A service, and who asked. */
    private record Row(ServiceResult service, String readinessClass) {}

    /** What one of them says, and who that is. */
    private record Part(String who, Report report) {}

    /** Returns the report of all; a row or note that is not of one service says which readiness class it is of. */
    public static Report together(List<Report> reports) {
        List<Row> rows = reports.stream()
                .flatMap(report -> report.services().stream().map(service -> new Row(service, report.readinessClass())))
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
            report.services().stream()
                    .filter(service -> service.module().equals(module))
                    .forEach(service -> rows.add(new Row(service, module)));
            List<ServiceCoverage> coverage = report.coverage().stream()
                    .filter(stated -> stated.module().equals(module))
                    .toList();
            parts.add(new Part("module " + module, report.withCoverage(coverage)));
        });
        return together(parts.get(0).report().readinessClass(), rows, parts);
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
                rows.stream().map(new ReportMerger(rows)::labelled).toList(),
                codebase,
                notes,
                parts.stream()
                        .flatMap(part -> part.report().coverage().stream())
                        .distinct()
                        .toList());
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
