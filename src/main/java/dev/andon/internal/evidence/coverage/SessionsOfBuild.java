package dev.andon.internal.evidence.coverage;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.evidence.coverage.ExecReader.Session;
import dev.andon.internal.evidence.ledger.BuildId;
import dev.andon.internal.evidence.ledger.RunFreshness;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Predicate;

/** Which sessions of the agent are of this build: an exec file keeps those of earlier ones until somebody deletes it. */
public final class SessionsOfBuild {

    private SessionsOfBuild() {}

    /**
     * Returns whether a session counts. In a daemon the build's id says nothing: there the data must not be older than the
     * class files that it is of.
     *
     * @param roots the folders and jars of classes, tests and others
     */
    public static Predicate<Session> of(BuildId build, Collection<ClassRoot> roots) {
        if (build.kind() == BuildId.Kind.DAEMON) {
            RunFreshness freshness = RunFreshness.newerThan(roots);
            return session -> session.testClasses().isEmpty()
                    ? freshness.fresh("", "", session.ended())
                    : session.testClasses().stream().allMatch(name -> freshness.fresh(name, "", session.ended()));
        }
        Instant thisJvm =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        return session -> session.build().isEmpty()
                ? isSince(build, thisJvm, session)
                : session.build().equals(build.value());
    }

    /**
     * Data without a build's id, as of tests without Andon, must not be older than the build. Its start is known to a second
     * only, within which a JVM that is the build itself may write its first data.
     */
    private static boolean isSince(BuildId build, Instant thisJvm, Session session) {
        return !session.ended().isBefore(build.began()) || !session.began().isBefore(thisJvm);
    }
}
