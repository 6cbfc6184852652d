package dev.andon.canary;

import org.apiguardian.api.API;

/**
 * A step of a canary did not work: no connection, no complete answer within the bounds, another status than expected, a
 * body that is no JSON. The message says which step, and holds no secret.
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public class CanaryStepError extends AssertionError {
    private static final long serialVersionUID = 1;

    /** Makes one with what went wrong. */
    public CanaryStepError(String message) {
        super(message);
    }
}
