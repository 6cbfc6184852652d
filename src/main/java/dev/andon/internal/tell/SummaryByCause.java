package dev.andon.internal.tell;

import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.Verdict;
import dev.andon.internal.judge.Report;
import dev.andon.internal.text.FirstFew;
import dev.andon.internal.text.Plural;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report for a console, short enough for many services: one line for each, then what fails, grouped by cause. */
public final class SummaryByCause {

    private static final int FEW_RESULTS = 40;
    private static final int NAMED = 5;
    private static final int CAUSES = 8;
    private static final int NOTES = 10;
    private static final int LONGEST = 400;
    private static final List<Verdict> WORST_FIRST = List.of(
            Verdict.VIOLATED, Verdict.UNDECIDED, Verdict.WAIVED, Verdict.BASELINED, Verdict.EXEMPT, Verdict.MET);

    private SummaryByCause() {}

    /** Returns for a build what fits its console: all results where they are few, which a reader takes in at a glance. */
    public static String ofBuild(Report report, Path folder) {
        return report.results().count() <= FEW_RESULTS
                ? Summary.of(report, folder)
                : of(report, folder, "every result: index.html beside the report");
    }

    /**
     * Returns the lines, the last of which names the report file in the folder.
     *
     * @param further where the reader finds more
     */
    public static String of(Report report, Path folder, String further) {
        List<String> lines = new ArrayList<>();
        lines.add("Andon: " + Summary.counts(report));
        subjects(report, lines);
        causes(report, lines);
        notes(report.notes(), lines);
        lines.add(further);
        lines.add("report: " + folder.resolve("report.json"));
        return String.join("\n", lines);
    }

    private static void subjects(Report report, List<String> lines) {
        int width = Stream.concat(report.subjects().map(ServiceResult::label), Stream.of(Report.CODEBASE))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        Map<String, List<ServiceResult>> modules = report.subjects()
                .collect(Collectors.groupingBy(ServiceResult::module, TreeMap::new, Collectors.toList()));
        modules.forEach((module, subjects) -> {
            if (subjects.size() > 1) {
                lines.add("module " + module);
                subjects.forEach(subject -> lines.add(line(subject.label(), width, subject.practices())));
            }
        });
        boolean others = modules.values().stream().anyMatch(subjects -> subjects.size() == 1);
        lines.add(others ? "modules with one service, and the code base" : "the code base");
        modules.forEach((module, subjects) -> {
            if (subjects.size() == 1) {
                lines.add(line(subjects.get(0).label(), width, subjects.get(0).practices()) + "  (" + module + ")");
            }
        });
        lines.add(line(Report.CODEBASE, width, report.codebase()));
    }

    /** Practices are named where they fail, waived or exempt ones too; the others are counted. */
    private static String line(String label, int width, List<PracticeResult> results) {
        String verdicts = WORST_FIRST.stream()
                .map(verdict -> verdicts(
                        verdict,
                        results.stream()
                                .filter(result -> result.verdict() == verdict)
                                .map(PracticeResult::id)
                                .toList()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return "  " + label + " ".repeat(width - label.length()) + "  "
                + (verdicts.isEmpty() ? "no required practice applies" : verdicts);
    }

    private static String verdicts(Verdict verdict, List<String> practices) {
        if (practices.isEmpty()) {
            return "";
        }
        return verdict == Verdict.MET
                ? practices.size() + " met"
                : verdict.word() + ": " + String.join(", ", practices);
    }

    private static void causes(Report report, List<String> lines) {
        List<FailureCauses.Cause> causes = FailureCauses.of(report);
        if (!causes.isEmpty()) {
            lines.add("");
            lines.add("what fails, by cause:");
        }
        causes.stream().limit(CAUSES).forEach(cause -> cause(cause, lines));
        if (causes.size() > CAUSES) {
            lines.add("  and " + Plural.count(causes.size() - CAUSES, "other cause") + ": "
                    + causes.stream()
                            .skip(CAUSES)
                            .map(cause -> cause.practice() + " (" + cause.finding() + ")")
                            .collect(Collectors.joining(", ")));
        }
    }

    private static void cause(FailureCauses.Cause cause, List<String> lines) {
        FailureCauses.Failure example = cause.example();
        Map<String, List<String>> byModule = cause.failures().stream()
                .collect(Collectors.groupingBy(
                        FailureCauses.Failure::module,
                        TreeMap::new,
                        Collectors.mapping(FailureCauses.Failure::label, Collectors.toList())));
        String where = byModule.entrySet().stream()
                .map(module -> (module.getKey().isEmpty() ? "" : "module " + module.getKey() + ": ")
                        + FirstFew.of(module.getValue(), NAMED))
                .collect(Collectors.joining("; "));
        lines.add("  " + cause.practice() + " (" + cause.verdict().word() + ") for " + shortened(where));
        lines.add("    " + (cause.failures().size() == 1 ? "" : "such as " + example.label() + ": ")
                + shortened(example.result().found()));
        if (!example.result().fix().isEmpty()) {
            lines.add("    fix: " + shortened(example.result().fix()));
        }
        lines.add("    see: " + Message.page(cause.practice()));
    }

    private static void notes(List<String> notes, List<String> lines) {
        if (!notes.isEmpty()) {
            lines.add("");
            lines.add("notes:");
            notes.stream().limit(NOTES).forEach(note -> lines.add("  " + shortened(note)));
            if (notes.size() > NOTES) {
                lines.add("  and " + (notes.size() - NOTES) + " more");
            }
        }
        lines.add("");
    }

    /** Returns the text on one line. */
    private static String shortened(String text) {
        String line = text.replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }
}
