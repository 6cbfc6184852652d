package dev.andon.internal.assess;

import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.NotRunReason;
import dev.andon.internal.evidence.NotRunReason.Cause;
import dev.andon.internal.evidence.ledger.RunFreshness;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results that do not count since the class files are newer: such a test class did run, which is another cause than that it never did. */
final class OlderResults {
    private final Map<String, ClassRun> last = new HashMap<>();
    private final RunFreshness freshness;

    private OlderResults(RunFreshness freshness) {
        this.freshness = freshness;
    }

    static OlderResults of(List<ClassRun> stale, RunFreshness freshness) {
        OlderResults results = new OlderResults(freshness);
        for (ClassRun run : stale) {
            results.last.merge(run.className(), run, (a, b) -> a.finished().isBefore(b.finished()) ? b : a);
        }
        return results;
    }

    /** Returns why a test class has no result that counts, given why none would be there. */
    Optional<NotRunReason> explain(String className, Optional<NotRunReason> absence) {
        ClassRun run = last.get(className);
        boolean neverRuns = absence.filter(
                        reason -> reason.cause() == Cause.NO_EXECUTION || reason.cause() == Cause.PROFILE)
                .isPresent();
        return run == null || neverRuns ? absence : Optional.of(reason(run, absence));
    }

    private NotRunReason reason(ClassRun run, Optional<NotRunReason> absence) {
        String where = " (" + Path.of(run.source()).getFileName() + ", "
                + run.finished().truncatedTo(ChronoUnit.SECONDS) + ")";
        return new NotRunReason(
                Cause.NOT_THIS_TIME,
                freshness
                                .oldestCurrent(run.className())
                                .map(oldest -> Duration.between(run.finished(), oldest))
                                .filter(age -> !age.isNegative() && !age.isZero())
                                .map(age -> "has a result that is older by " + words(age) + " than the class files")
                                .orElse("has a result of an earlier build, or of other class files")
                        + where,
                absence.map(NotRunReason::fix)
                        .orElse("run the whole build again, so that its tests run after the classes are compiled"));
    }

    private static String words(Duration age) {
        if (age.toDays() > 1) {
            return age.toDays() + " days";
        }
        if (age.toHours() > 1) {
            return age.toHours() + " hours";
        }
        return age.toMinutes() > 1 ? age.toMinutes() + " minutes" : Math.max(1, age.toSeconds()) + " s";
    }
}
