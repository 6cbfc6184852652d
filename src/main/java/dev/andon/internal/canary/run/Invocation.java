package dev.andon.internal.canary.run;

import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs canaries, in this JVM or in others, and hands on each line that their runs leave. Can be used by several threads. */
public interface Invocation extends AutoCloseable {

    /**
     * Runs a canary, and returns when it has ended.
     *
     * @param scheduled when it was due; empty where nothing says so
     * @param muted why no failure alerts anybody now; empty where it does
     * @return how its tests ended, at least one: a canary that could not be run has ended with the outcome unknown
     */
    List<RunEnd> run(LoadedCanary canary, RunMode mode, Optional<Instant> scheduled, String muted);

    /** Records that a canary was due and was not run. */
    void notRun(LoadedCanary canary, RunMode mode, Optional<Instant> scheduled, String muted, String reason);

    /** Returns whether a canary that exhausts the memory exhausts that of this JVM. */
    boolean inThisJvm();

    /** Returns for how long a run may last besides twice its timeout. */
    Duration overhead();

    /** Ends what still runs. */
    @Override
    void close();
}
