package dev.andon;

import org.apiguardian.api.API;

/**
 * A practice that does not hold, as the failure of a test. It has no stack trace: the message says where to look.
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
