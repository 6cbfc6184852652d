package dev.andon.canary;

import org.apiguardian.api.API;

/**
 * How one run of a canary ended.
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public enum CanaryOutcome {
    /** The operation worked, in time. */
    SUCCESS("success"),
    /** The operation worked and took longer than {@code degradedAfter}. */
    DEGRADED("degraded"),
    /**
     * The operation did not work: a check failed, a step failed, the timeout passed, or the canary threw anything after
     * its first step had begun, or after it had asked for the target's URI or a credential to speak by its own means: then
     * the service's answer may be why.
     */
    FAILURE("failure"),
    /** Nothing was learnt of the operation: no target, aborted, or the canary itself broke before its first step. */
    UNKNOWN("unknown");

    private final String id;

    CanaryOutcome(String id) {
        this.id = id;
    }

    /** Returns the word in logs and reports. */
    public String id() {
        return id;
    }
}
