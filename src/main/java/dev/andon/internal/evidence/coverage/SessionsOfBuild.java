package dev.andon.internal.evidence.coverage;

import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.evidence.coverage.ExecReader.Session;
import dev.andon.internal.evidence.ledger.BuildId;
import dev.andon.internal.evidence.ledger.RunFreshness;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Decides which sessions of the agent are of this build: an exec file also contains those of earlier builds until it
 * is deleted.
 */
public final class SessionsOfBuild {

    private static final Duration APART = Duration.ofSeconds(2);

    private SessionsOfBuild() {}

    /**
     * Returns whether a session counts. In a daemon the build's id does not identify a build, and one that the user chose may
     * be the same for many: there a session belongs to a run that counts, or else must not be older than the class files that
     * it is of. A time that cannot be true leaves it to the checksums that JaCoCo keeps of the production classes.
     *
     * @param runs what counts of the runs
     */
    public static Predicate<Session> of(BuildId build, RunFreshness freshness, TestRuns runs) {
        Predicate<Session> current = session -> session.testClasses().isEmpty()
                ? isCurrent(freshness, "", session)
                : session.testClasses().stream()
                        .allMatch(name -> isCurrent(freshness, name, session) || isOfRun(name, session, runs));
        if (build.kind() == BuildId.Kind.DAEMON) {
            return current;
        }
        if (build.kind() == BuildId.Kind.CHOSEN) {
            return session -> session.build().isEmpty()
                    ? current.test(session)
                    : session.build().equals(build.value())
                            && (session.testClasses().isEmpty() || current.test(session));
        }
        Instant thisJvm =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        return session -> session.build().isEmpty()
                ? isSince(build, thisJvm, session)
                : session.build().equals(build.value());
    }

    private static boolean isCurrent(RunFreshness freshness, String testClass, Session session) {
        return freshness.of(testClass, session.ended()) != RunFreshness.Age.OLDER;
    }

    /** The same JVM wrote when a class ended and when its data was collected, by the same clock. */
    private static boolean isOfRun(String testClass, Session session, TestRuns runs) {
        return runs.classes().stream()
                .filter(run -> run.className().equals(testClass))
                .anyMatch(run -> !run.finished().isBefore(session.began())
                        && !run.finished().isAfter(session.ended().plus(APART)));
    }

    /**
     * Data without a build's id, as of tests without Andon, must not be older than the build. Its start is known to a second
     * only, within which a JVM that is the build itself may write its first data.
     */
    private static boolean isSince(BuildId build, Instant thisJvm, Session session) {
        return !session.ended().isBefore(build.began()) || !session.began().isBefore(thisJvm);
    }
}
