package dev.andon.internal.canary.spec;

/** A canary is declared or configured wrongly; the message names what is at fault and how to write it. */
public final class CanaryConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Makes one. */
    public CanaryConfigurationException(String message) {
        super(message);
    }
}
