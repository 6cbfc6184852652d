package dev.andon.canary;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * How one run of a canary ended, as the canary log records it too.
 *
 * @param canary the canary's name
 * @param outcome how it ended
 * @param reason why it is no success; for a retried success, why the first attempt failed; else empty
 * @param duration how long the operation took, without its cleanup
 * @param traceId the run's id, and the trace of its requests
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CanaryResult(String canary, CanaryOutcome outcome, String reason, Duration duration, String traceId) {}
