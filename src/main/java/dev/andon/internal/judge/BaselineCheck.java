package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.internal.formats.Baseline;
import dev.andon.internal.require.Requirements;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Judges the baseline itself: what is fixed must leave it, and it must stay within what {@code @RequireBaseline} says. */
public final class BaselineCheck {
    /** The id of the result. */
    public static final String ID = "baseline";

    static final FindingTemplate KNOWN = new FindingTemplate("known", "{count:known violation}{left}");
    static final FindingTemplate FIXED = new FindingTemplate(
            "fixed",
            "{count:recorded violation} {count?is:are} fixed: {entries|5}",
            "remove {count?it:them} from {file}: {command}");
    static final FindingTemplate TOO_MANY = new FindingTemplate(
            "too-many",
            "{count:known violation}, where @RequireBaseline(noMoreThan = {most}) allows {most}",
            "fix {missing}, and remove {missing?it:them} from {file}: {command}");
    static final FindingTemplate PAST = new FindingTemplate(
            "past-date",
            "{count:known violation}, where @RequireBaseline(shrinksUntil = \"{until}\") allows none since that day",
            "fix what is left, or agree on a new date");

    private BaselineCheck() {}

    /**
     * The file that is judged.
     *
     * @param file its name, for messages
     * @param command what removes from it what is fixed
     * @param baseline what it holds
     */
    public record File(String file, String command, Baseline baseline) {}

    /** Returns the report with the baseline applied and judged. */
    public static Report apply(Report report, File file, Requirements.BaselineLimits limits, LocalDate today) {
        Baseline baseline = file.baseline();
        Set<Baseline.Entry> fixed = KnownViolations.fixed(report, baseline);
        PracticeResult result =
                Result.merge(ID, check(file, fixed, limits, today)).orElseThrow();
        return KnownViolations.apply(report, baseline)
                .withDetails(report.details().withBaseline(baseline.without(fixed)))
                .with(result);
    }

    private static List<Result> check(
            File file, Set<Baseline.Entry> fixed, Requirements.BaselineLimits limits, LocalDate today) {
        List<Result> results = new ArrayList<>();
        int left = file.baseline().entries().size() - fixed.size();
        if (!fixed.isEmpty()) {
            List<String> lines = fixed.stream().map(Baseline.Entry::line).toList();
            results.add(Result.violated(
                    of(FIXED, file, fixed.size()).with("entries", lines).identifiedBy(lines)));
        }
        if (left > limits.noMoreThan()) {
            results.add(Result.violated(of(TOO_MANY, file, left)
                    .with("most", limits.noMoreThan())
                    .with("missing", left - limits.noMoreThan())));
        }
        if (left > 0 && limits.shrinksUntil().isBefore(today)) {
            results.add(Result.violated(of(PAST, file, left).with("until", limits.shrinksUntil())));
        }
        return results.isEmpty() ? List.of(Result.met(known(file, left, limits, today))) : results;
    }

    private static Finding known(File file, int left, Requirements.BaselineLimits limits, LocalDate today) {
        boolean ends = left > 0 && !limits.shrinksUntil().equals(LocalDate.MAX);
        return of(KNOWN, file, left)
                .with(
                        "left",
                        ends
                                ? ", all to be fixed within "
                                        + ChronoUnit.DAYS.between(
                                                today, limits.shrinksUntil().plusDays(1)) + " days"
                                : "");
    }

    private static Finding of(FindingTemplate template, File file, int count) {
        return template.with("count", count, "file", file.file(), "command", file.command());
    }
}
