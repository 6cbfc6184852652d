package dev.andon.internal.formats;

import java.time.Instant;
import java.util.Optional;

/**
 * A time in which no failure alerts anybody, and that counts neither as up nor as down.
 *
 * @param canary the canary's name; empty for all canaries
 * @param reason why
 * @param owner who decided it
 * @param from when it begins; empty for at once
 * @param until when it ends
 */
public record MuteWindow(String canary, String reason, String owner, Optional<Instant> from, Instant until) {

    /** Returns whether it concerns a canary at a time. */
    public boolean mutes(String name, Instant at) {
        return (canary.isEmpty() || canary.equals(name))
                && at.isBefore(until)
                && !from.map(at::isBefore).orElse(false);
    }

    /** Returns it as the canary log records it. */
    public String text() {
        return reason + " (" + owner + ", until " + until + ")";
    }
}
