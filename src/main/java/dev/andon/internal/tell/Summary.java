package dev.andon.internal.tell;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.internal.judge.Report;
import dev.andon.internal.text.Plural;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The report for a console: one aligned line for each result. */
public final class Summary {
    private Summary() {}

    /** One line: what was judged, by which practice, and the result. */
    private record Line(String subject, String practice, String result) {
        static Line of(String subject, PracticeResult result) {
            String evidence = result.evidence() == Evidence.NONE ? "" : " (" + result.evidence() + ")";
            return new Line(subject, result.id(), result.verdict().word() + evidence);
        }
    }

    /** Returns the lines, the last of which names the report file in the folder. */
    public static String of(Report report, Path folder) {
        List<Line> lines = new ArrayList<>();
        report.subjects()
                .forEach(subject -> subject.practices().forEach(result -> lines.add(Line.of(subject.label(), result))));
        report.codebase().forEach(result -> lines.add(Line.of(Report.CODEBASE, result)));
        int subject =
                lines.stream().mapToInt(line -> line.subject().length()).max().orElse(0);
        int practice =
                lines.stream().mapToInt(line -> line.practice().length()).max().orElse(0);
        StringBuilder text = new StringBuilder("Andon: ").append(counts(report)).append('\n');
        for (Line line : lines) {
            text.append("  ")
                    .append(padded(line.subject(), subject))
                    .append("  ")
                    .append(padded(line.practice(), practice))
                    .append("  ")
                    .append(line.result())
                    .append('\n');
        }
        report.notes().forEach(note -> text.append("  ").append(note).append('\n'));
        return text.append("  report: ").append(folder.resolve("report.json")).toString();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    /** Returns how many services and canaries there are, and how many results have each verdict. */
    static String counts(Report report) {
        List<String> verdicts = report.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey().word())
                .toList();
        int canaries = report.canaries().size();
        return Plural.count(report.services().size(), "service")
                + (canaries == 0 ? "" : ", " + Plural.count(canaries, "canary")) + ": "
                + (verdicts.isEmpty() ? "no required practice applies" : String.join(", ", verdicts));
    }
}
