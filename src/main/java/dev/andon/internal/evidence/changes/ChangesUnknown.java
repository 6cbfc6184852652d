package dev.andon.internal.evidence.changes;

/** Thrown where it cannot be determined what changed; the message names the cause and the fix. */
public final class ChangesUnknown extends Exception {

    private static final long serialVersionUID = 1L;

    ChangesUnknown(String message) {
        super(message);
    }
}
