package dev.andon.cli;

import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.text.Durations;
import java.time.Duration;

/** One run in one line. */
final class RunText {
    private RunText() {}

    static String of(RunEnd end) {
        return end.start().canary().name() + ": " + end.outcome().id() + " in "
                + Durations.text(Duration.ofMillis(end.duration().toMillis()))
                + (end.reason().isEmpty() ? "" : ": " + end.reason())
                + (end.cleanupFailure().isEmpty() ? "" : "; its cleanup failed: " + end.cleanupFailure());
    }
}
