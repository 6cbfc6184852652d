package dev.andon.internal.estate;

import dev.andon.Level;
import dev.andon.Verdict;
import dev.andon.internal.tell.HtmlPage;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The matrix over many projects as one HTML file that needs no network. */
public final class EstatePage {
    private EstatePage() {}

    /** What the template names. */
    private record Page(
            boolean ready,
            String headline,
            List<Bar> levels,
            List<Bar> shares,
            List<String> practices,
            int columns,
            List<Line> rows,
            long leftOut,
            List<Estate.Unjudged> unjudged,
            long moreUnjudged) {}

    private record Bar(String label, String count, String width, String style) {}

    private record Line(String project, String label, String module, String level, long failing, List<Cell> cells) {}

    private record Cell(String practice, String verdict, String sign) {}

    /** Returns the text. */
    public static String of(Estate estate) {
        long services = Math.max(1, estate.serviceCount());
        EstateRows matrix = estate.matrix();
        return HtmlPage.of(
                "estate",
                new Page(
                        estate.judged() > 0
                                && estate.notJudged() == 0
                                && Stream.of(Verdict.values())
                                        .noneMatch(verdict -> verdict.fails() && estate.count(verdict) > 0),
                        EstateText.headline(estate),
                        estate.levels().entrySet().stream()
                                .map(level -> new Bar(
                                        level.getKey().name(),
                                        String.valueOf(level.getValue()),
                                        percent(100.0 * level.getValue() / services),
                                        "unit"))
                                .toList(),
                        PracticeShare.of(estate).stream()
                                .map(share -> new Bar(
                                        share.practice(),
                                        share.percent() + " % (" + share.met() + " of " + share.all() + ", "
                                                + share.failing() + " failing)",
                                        String.valueOf(share.percent()),
                                        "integration"))
                                .toList(),
                        List.copyOf(matrix.practices()),
                        matrix.practices().size(),
                        matrix.rows().stream()
                                .sorted(Comparator.comparing(EstateRows.Row::failing)
                                        .reversed()
                                        .thenComparing(EstateRows.Row::project)
                                        .thenComparing(EstateRows.Row::label))
                                .map(row -> line(row, matrix))
                                .toList(),
                        matrix.leftOut(),
                        estate.unjudged(),
                        estate.notJudged() - estate.unjudged().size()));
    }

    private static Line line(EstateRows.Row row, EstateRows matrix) {
        Map<String, Verdict> verdicts = row.verdicts();
        return new Line(
                row.project(),
                row.label(),
                row.module(),
                row.level() == Level.NONE ? "" : row.level().name(),
                row.failing(),
                matrix.practices().stream()
                        .map(practice -> {
                            Verdict verdict = verdicts.get(practice);
                            return verdict == null
                                    ? new Cell(practice, "", "")
                                    : new Cell(practice, verdict.word(), HtmlPage.sign(verdict));
                        })
                        .toList());
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
