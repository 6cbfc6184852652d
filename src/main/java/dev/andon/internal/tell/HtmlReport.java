package dev.andon.internal.tell;

import dev.andon.Level;
import dev.andon.internal.judge.Report;
import dev.andon.internal.text.FirstFew;
import java.util.List;

/** Lays a report out as a page. */
final class HtmlReport {
    private static final int NAMED = 5;

    private HtmlReport() {}

    static String of(Report report, BuildHistory history, List<CanaryTimeline> timelines) {
        return HtmlPage.of("report", page(report, history, timelines));
    }

    private static ReportPage page(Report report, BuildHistory history, List<CanaryTimeline> timelines) {
        ResultMatrix matrix = new ResultMatrix(report);
        return new ReportPage(
                !report.fails(),
                headline(report),
                report.readinessClass(),
                report.level() == Level.NONE ? "" : report.level().name(),
                report.counts().entrySet().stream()
                        .filter(count -> count.getValue() > 0)
                        .map(count ->
                                new ReportPage.Chip(count.getKey().word(), Signs.of(count.getKey()), count.getValue()))
                        .toList(),
                FailureCauses.of(report).stream().map(HtmlReport::cause).toList(),
                matrix.columns(),
                matrix.columns().size(),
                matrix.rows(),
                matrix.codebase(),
                report.subjects()
                        .map(subject -> subject.module())
                        .distinct()
                        .sorted()
                        .toList(),
                Message.PAGES,
                DetailsJson.of(matrix.details()),
                TrendRows.of(report, history),
                timelines,
                ReportPanels.coverage(report),
                ReportPanels.pyramid(report.details().tests()),
                ReportPanels.proofs(report.details().proofs()),
                TestProofTables.of(report.details().testProofs().stream()
                        .map(proven -> proven.proof())
                        .toList()),
                ReportPanels.deadlines(report.details()),
                ReportPanels.changes(report.details()),
                report.notes());
    }

    static String headline(Report report) {
        if (report.fails()) {
            return "Not ready: " + report.failing() + (report.failing() == 1 ? " result fails" : " results fail");
        }
        return report.results().findAny().isEmpty() ? "Nothing was checked" : "Ready: no result fails";
    }

    private static ReportPage.CauseLine cause(FailureCauses.Cause cause) {
        FailureCauses.Failure example = cause.example();
        return new ReportPage.CauseLine(
                cause.practice(),
                cause.verdict().word(),
                Signs.of(cause.verdict()),
                cause.failures().size(),
                FirstFew.of(
                        cause.failures().stream()
                                .map(FailureCauses.Failure::label)
                                .toList(),
                        NAMED),
                example.result().found(),
                example.result().fix(),
                ResultMatrix.href(example.label() + "/" + cause.practice()));
    }
}
