package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.PracticeFinding;
import dev.andon.PracticeResult;
import dev.andon.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a check concludes from one finding.
 *
 * @param verdict the verdict
 * @param evidence the strongest evidence found; {@link Evidence#NONE} where the practice asks for none
 * @param tests the tests that gave the evidence, or that are at fault
 * @param finding what was found
 */
public record Result(Verdict verdict, Evidence evidence, List<String> tests, Finding finding) {
    private static final List<Verdict> WORST_FIRST =
            List.of(Verdict.VIOLATED, Verdict.UNDECIDED, Verdict.MET, Verdict.NOT_APPLICABLE);

    /** Copies the list. */
    public Result {
        tests = List.copyOf(tests);
    }

    public static Result met(Finding finding, List<String> tests) {
        return new Result(Verdict.MET, Evidence.NONE, tests, finding);
    }

    public static Result met(Finding finding) {
        return met(finding, List.of());
    }

    public static Result violated(Finding finding, List<String> tests) {
        return new Result(Verdict.VIOLATED, Evidence.NONE, tests, finding);
    }

    public static Result violated(Finding finding) {
        return violated(finding, List.of());
    }

    public static Result undecided(Finding finding, List<String> tests) {
        return new Result(Verdict.UNDECIDED, Evidence.NONE, tests, finding);
    }

    public static Result undecided(Finding finding) {
        return undecided(finding, List.of());
    }

    public static Result notApplicable(Finding finding) {
        return new Result(Verdict.NOT_APPLICABLE, Evidence.NONE, List.of(), finding);
    }

    /** Returns the same result with the evidence that was found. */
    public Result by(Evidence found) {
        return new Result(verdict, found, tests, finding);
    }

    /**
     * Merges the results of one check for one subject into the one that is reported: the worst verdict counts, with all
     * findings that led to it. Empty where there is no result.
     */
    public static Optional<PracticeResult> merge(String practice, List<Result> results) {
        return results.stream()
                .map(Result::verdict)
                .min(Comparator.comparingInt(WORST_FIRST::indexOf))
                .map(worst -> merge(
                        practice,
                        worst,
                        results.stream()
                                .filter(result -> result.verdict() == worst)
                                .toList(),
                        results.stream()
                                .filter(result -> result.verdict() == worst
                                        || result.verdict().fails())
                                .map(Result::told)
                                .toList()));
    }

    private PracticeFinding told() {
        return new PracticeFinding(verdict, finding.keys(tests), tests, finding.found(), finding.fix());
    }

    private static PracticeResult merge(
            String practice, Verdict verdict, List<Result> results, List<PracticeFinding> findings) {
        return new PracticeResult(
                practice,
                verdict,
                results.stream()
                        .map(Result::evidence)
                        .max(Comparator.naturalOrder())
                        .orElse(Evidence.NONE),
                results.stream()
                        .flatMap(result -> result.tests().stream())
                        .distinct()
                        .toList(),
                joined(results, Finding::key, ","),
                joined(results, Finding::found, "; "),
                joined(results, Finding::fix, "; "),
                findings);
    }

    private static String joined(List<Result> results, Function<Finding, String> part, String separator) {
        return results.stream()
                .map(result -> part.apply(result.finding()))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(separator));
    }
}
