package dev.andon.canary;

import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;

/**
 * One recorded step of a run.
 *
 * @param name what was done, for example {@code POST /orders}; free of secrets
 * @param started when it began
 * @param duration how long it took
 * @param status the HTTP status, {@code ok}, or {@code failed}
 * @param failed whether it gave no answer
 * @param traceId the trace it belongs to, 32 hexadecimal digits
 * @param spanId its own span, 16 hexadecimal digits
 * @param cleanup whether it belongs to the clean-up ({@code @AfterEach}), not to the operation
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public record CanaryStep(
        String name,
        Instant started,
        Duration duration,
        String status,
        boolean failed,
        String traceId,
        String spanId,
        boolean cleanup) {}
