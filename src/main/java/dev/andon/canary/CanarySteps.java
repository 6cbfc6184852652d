package dev.andon.canary;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.apiguardian.api.API;

/**
 * Records what a canary does by other means than HTTP: JDBC, gRPC, a queue.
 *
 * <pre>{@code
 * int open = steps.step("count open orders", () -> database.countOpenOrders());
 * }</pre>
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface CanarySteps {

    /**
     * Runs a step and records its name, duration and end. What it throws goes on to the canary.
     *
     * @param name what is done, without secrets
     */
    <T> T step(String name, Callable<T> step) throws Exception;

    /** Runs a step that returns nothing. */
    void run(String name, Action step) throws Exception;

    /**
     * Repeats a check until it no longer fails, for what a service does later. In a proof it is repeated faster.
     *
     * <pre>{@code
     * steps.await("the order is paid", Duration.ofSeconds(1), Duration.ofSeconds(8), () -> assertEquals(
     *         "PAID", client.get(order).expectStatus(200).json().text("/status")));
     * }</pre>
     *
     * @param name what is awaited, without secrets
     * @param interval the pause between two checks
     * @param limit the time after which the check's last failure is thrown
     */
    void await(String name, Duration interval, Duration limit, Action check) throws Exception;

    /** Returns the W3C {@code traceparent} for the step that is under way, to be sent along by the canary's own means. */
    String traceparent();

    /** Returns the {@code tracestate} to be sent along. */
    String tracestate();

    /** Returns the canary's {@code User-Agent}. */
    String userAgent();

    /** A step that returns nothing. */
    @FunctionalInterface
    interface Action {
        /** Does it. */
        void run() throws Exception;
    }
}
