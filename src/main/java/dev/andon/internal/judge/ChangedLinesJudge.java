package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.evidence.ChangedCoverage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges the practice {@code changed-lines}. */
public final class ChangedLinesJudge {

    private ChangedLinesJudge() {}

    /** Judges the changes against the share of their lines, between 0 and 1, that must be covered. */
    public static PracticeResult judge(double atLeast, String since, ChangedCoverage changed) {
        return judge(atLeast, since, changed, Optional.empty(), List.of());
    }

    /**
     * Judges the lines as well as the new services that came without tests.
     *
     * @param stillToRun which test classes may yet run what is not covered
     */
    static PracticeResult judge(
            double atLeast,
            String since,
            ChangedCoverage changed,
            Optional<String> stillToRun,
            List<NewServices.Untested> untested) {
        PracticeResult lines = lines(atLeast, since, changed, stillToRun);
        if (untested.isEmpty()) {
            return lines;
        }
        boolean allMayBeFixed = untested.stream().allMatch(NewServices.Untested::runMayFixIt);
        Verdict verdict = lines.verdict() == Verdict.VIOLATED || !allMayBeFixed ? Verdict.VIOLATED : Verdict.UNDECIDED;
        return result(
                verdict,
                Stream.concat(untested.stream().map(NewServices.Untested::found), Stream.of(lines.found()))
                        .collect(Collectors.joining(". ")),
                Stream.concat(untested.stream().map(NewServices.Untested::fix), Stream.of(lines.fix()))
                        .filter(fix -> !fix.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    private static PracticeResult lines(
            double atLeast, String since, ChangedCoverage changed, Optional<String> stillToRun) {
        if (!changed.problems().isEmpty()) {
            return result(Verdict.UNDECIDED, String.join(" ", changed.problems()), "Fix what is said and build again.");
        }
        int total = changed.lines().total();
        if (total == 0) {
            return result(
                    Verdict.NOT_APPLICABLE, "No line with code changed since " + since + "." + leftOut(changed), "");
        }
        String found = changed.lines().covered() + " of " + total + " lines changed since " + since + " are covered";
        int missing = changed.lines().missingTo(atLeast);
        if (missing == 0) {
            return result(Verdict.MET, found + "." + leftOut(changed), "");
        }
        String missed =
                found + ", " + missing + " more must be. Not covered: " + String.join(", ", changed.uncovered()) + ".";
        return stillToRun.isPresent()
                ? result(Verdict.UNDECIDED, missed + " " + stillToRun.get(), "Run the whole build.")
                : result(
                        Verdict.VIOLATED,
                        missed,
                        "Write a test that runs " + changed.uncovered().get(0) + ".");
    }

    private static String leftOut(ChangedCoverage changed) {
        return changed.leftOut().isEmpty()
                ? ""
                : " Not counted, since the JaCoCo agent leaves them out: " + String.join(", ", changed.leftOut()) + ".";
    }

    /** Judges changes that nobody could find, for the reason given. */
    public static PracticeResult unknown(String reason) {
        return result(Verdict.UNDECIDED, reason, "Fix what is said and build again.");
    }

    private static PracticeResult result(Verdict verdict, String found, String fix) {
        return new PracticeResult("changed-lines", verdict, Evidence.NONE, List.of(), found, fix);
    }
}
