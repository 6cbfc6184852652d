package dev.andon.internal.tell;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.internal.judge.Report;
import dev.andon.internal.require.Practice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The report in a few lines, for a console: one for each row, and what to do next. */
public final class Summary {
    private Summary() {}

    /** Returns the lines, the last of them naming the folder of the report files. */
    public static String of(Report report, Path folder) {
        List<String[]> rows = new ArrayList<>();
        for (ServiceResult service : report.services()) {
            service.practices().forEach(result -> rows.add(row(service.label(), result)));
        }
        report.codebase().forEach(result -> rows.add(row("codebase", result)));
        int label = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
        int practice = rows.stream().mapToInt(row -> row[1].length()).max().orElse(0);
        StringBuilder text = new StringBuilder("Andon: ").append(counts(report)).append('\n');
        for (String[] row : rows) {
            text.append(("  %-" + Math.max(1, label) + "s  %-" + Math.max(1, practice) + "s  %s%n")
                    .formatted(row[0], row[1], row[2]));
        }
        report.notes().forEach(note -> text.append("  ").append(note).append('\n'));
        return text.append("  report: ").append(folder.resolve("report.json")).toString();
    }

    private static String[] row(String label, PracticeResult result) {
        String evidence = result.evidence() == Evidence.NONE ? "" : " (" + result.evidence() + ")";
        return new String[] {label, result.id(), result.verdict().word() + evidence};
    }

    private static String counts(Report report) {
        TreeMap<dev.andon.Verdict, Integer> counts = new TreeMap<>();
        report.services().stream()
                .flatMap(service -> service.practices().stream())
                .forEach(result -> counts.merge(result.verdict(), 1, Integer::sum));
        report.codebase().forEach(result -> counts.merge(result.verdict(), 1, Integer::sum));
        List<String> words = new ArrayList<>();
        counts.forEach((verdict, count) -> words.add(count + " " + verdict.word()));
        long canaries = report.services().stream().filter(Summary::isCanary).count();
        long services = report.services().size() - canaries;
        return services + (services == 1 ? " service" : " services")
                + (canaries == 0 ? "" : ", " + canaries + (canaries == 1 ? " canary" : " canaries")) + ": "
                + (words.isEmpty() ? "nothing that is asked for applies" : String.join(", ", words));
    }

    private static boolean isCanary(ServiceResult result) {
        return !result.practices().isEmpty()
                && result.practices().stream().allMatch(row -> Practice.ofId(row.id())
                        .filter(practice -> practice.scope() == Practice.Scope.CANARY)
                        .isPresent());
    }
}
