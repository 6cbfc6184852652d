package dev.andon.internal.evidence.canaries;

/** A file about canaries cannot be read; the message names the file, the cause and the fix. */
public final class CanaryFileProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    CanaryFileProblem(String message) {
        super(message);
    }
}
