package dev.andon.internal.evidence.canaries;

/** A file on canaries cannot be understood; the message names it, the cause and the fix. */
public final class CanaryFileProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    CanaryFileProblem(String message) {
        super(message);
    }
}
