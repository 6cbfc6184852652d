package dev.andon.internal.require;

/** That a readiness class is written wrongly; the message names the annotation, the attribute and the fix. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the error from its whole message. */
    public ConfigurationException(String message) {
        super(message);
    }
}
