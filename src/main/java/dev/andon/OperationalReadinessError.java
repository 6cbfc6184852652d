package dev.andon;

import org.apiguardian.api.API;

/**
 * Fails the test of a practice that does not hold. The message says what was found, where, and how to fix it; there is no
 * stack trace.
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class OperationalReadinessError extends AssertionError {
    private static final long serialVersionUID = 1L;

    /** Creates the error from its whole message. */
    public OperationalReadinessError(String message) {
        super(message);
        setStackTrace(new StackTraceElement[0]);
    }
}
