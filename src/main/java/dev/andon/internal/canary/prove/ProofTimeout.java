package dev.andon.internal.canary.prove;

import dev.andon.internal.text.Durations;
import java.time.Duration;

/** The time that each run of a proof may take: short, and the same for control runs and faults. */
final class ProofTimeout {
    private static final int CONTROL_RUNS = 3;
    private static final Duration SLACK = Duration.ofMillis(300);

    private final Duration declared;
    private Duration current;

    ProofTimeout(Duration declared, Duration controlRun) {
        this.declared = declared;
        this.current = shorter(controlRun.multipliedBy(CONTROL_RUNS).plus(SLACK));
    }

    private Duration shorter(Duration duration) {
        Duration whole = Duration.ofMillis(duration.toMillis());
        return whole.compareTo(declared) < 0 ? whole : declared;
    }

    Duration duration() {
        return current;
    }

    /** Returns it as a canary declares it. */
    String text() {
        return Durations.text(current);
    }

    /** Returns the time after which a response is too late. */
    Duration tooLate() {
        return current.plus(SLACK);
    }

    /** Doubles it where that is possible: a busy machine is no fault of the canary. */
    boolean lengthen() {
        Duration before = current;
        current = shorter(current.multipliedBy(2));
        return current.compareTo(before) > 0;
    }

    void shorten(Duration before) {
        current = before;
    }
}
