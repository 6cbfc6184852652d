package dev.andon.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apiguardian.api.API;

/**
 * One run of a canary, as it is recorded.
 *
 * @param canary the name of the canary, for example {@code place-an-order}
 * @param className the canary's class
 * @param operation its key operation
 * @param environment the target's environment; empty where neither it nor a target is configured
 * @param target the base URI that the canary asked; empty where none is configured
 * @param started when the run began
 * @param duration how long it took, clean-up excluded
 * @param outcome how it ended
 * @param attempts 1, or 2 where it was retried: a retried success is never the same as one at the first try
 * @param reason why it is no success; for a retried one, why the first try failed; else empty
 * @param errorType the type of what it threw; else empty
 * @param traceId the trace of its steps
 * @param steps what it did, in order
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public record CanaryRun(
        String canary,
        String className,
        String operation,
        String environment,
        String target,
        Instant started,
        Duration duration,
        CanaryOutcome outcome,
        int attempts,
        String reason,
        String errorType,
        String traceId,
        List<CanaryStep> steps) {}
