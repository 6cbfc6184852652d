package dev.andon.internal.evidence.changes;

/** That nobody can tell what changed: the message names the cause and the fix. */
public final class ChangesUnknown extends Exception {

    private static final long serialVersionUID = 1L;

    ChangesUnknown(String message) {
        super(message);
    }
}
