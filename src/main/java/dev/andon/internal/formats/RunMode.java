package dev.andon.internal.formats;

import java.util.Locale;

/** What a canary was run for. Only {@link #RUN} and {@link #ONCE} watch the deployed system. */
public enum RunMode {
    /** The tests of a build. */
    CI,
    /** A proof, which injects faults. */
    PROOF,
    /** A deployment gate. */
    GATE,
    /** One run that a scheduler, or a person, started. */
    ONCE,
    /** The loop. */
    RUN;

    /** Returns the word in logs and in configuration. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
