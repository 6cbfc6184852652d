package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes one report of those of several readiness classes. */
public final class Reports {
    private final List<Row> rows;

    private Reports(List<Row> rows) {
        this.rows = rows;
    }

    /** A service, and who asked. */
    private record Row(ServiceResult service, String readinessClass) {}

    /** Returns the report of all; a row or note that is not of one service says which readiness class it is of. */
    public static Report together(List<Report> reports) {
        List<Row> rows = reports.stream()
                .flatMap(report -> report.services().stream().map(service -> new Row(service, report.readinessClass())))
                .toList();
        List<PracticeResult> codebase = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Report report : reports) {
            String who = Names.simple(report.readinessClass()) + ": ";
            report.codebase().forEach(row -> codebase.add(saidBy(who, row)));
            report.notes().forEach(note -> notes.add(who + note));
        }
        return new Report(
                reports.stream().map(Report::readinessClass).collect(Collectors.joining(", ")),
                rows.stream().map(new Reports(rows)::labelled).toList(),
                codebase,
                notes,
                reports.stream()
                        .flatMap(report -> report.coverage().stream())
                        .distinct()
                        .toList());
    }

    private static PracticeResult saidBy(String who, PracticeResult row) {
        return new PracticeResult(row.id(), row.verdict(), row.evidence(), row.tests(), who + row.found(), row.mend());
    }

    private ServiceResult labelled(Row row) {
        ServiceResult service = row.service();
        String label = Stream.<Function<Row, String>>of(
                        each -> each.service().label(),
                        each -> Names.simple(each.service().name()) + " ("
                                + each.service().module() + ")",
                        each -> each.service().name() + " (" + each.service().module() + ")",
                        each -> each.service().label() + " (" + Names.simple(each.readinessClass()) + ")")
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
