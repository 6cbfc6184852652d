package dev.andon.internal.judge;

/** That a readiness class is written wrongly; the message names the annotation, the attribute and the mend. */
public final class Misuse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the error from its whole message. */
    public Misuse(String message) {
        super(message);
    }
}
