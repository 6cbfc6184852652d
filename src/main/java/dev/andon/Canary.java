package dev.andon;

import dev.andon.internal.spi.DelegatingCanaryExtension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.commons.annotation.Testable;

/**
 * Marks a test class as a canary: a small independent program that continuously tests one key operation of the deployed
 * system as a user would. Its tests may take a {@link dev.andon.canary.CanaryTarget}, a
 * {@link dev.andon.canary.CanaryClient} and {@link dev.andon.canary.CanarySteps} as parameters.
 *
 * <pre>{@code
 * @Canary(operation = "place an order", route = "POST /orders", every = "1m", timeout = "10s",
 *         owner = "shop-team", runbook = "https://runbooks.acme.com/place-an-order", tolerance = "3/5")
 * class PlaceAnOrderCanary {
 *
 *     @Test
 *     void an_order_is_placed(CanaryClient client) {
 *         CanaryResponse placed = client.post("/orders", "{\"sku\": \"tea\", \"quantity\": 1}").expectStatus(201);
 *         assertEquals("PLACED", placed.json().text("/status"));
 *     }
 * }
 * }</pre>
 *
 * <p>The target is configuration, never code: {@code andon.canary.target}. Where none is set, the canary is aborted
 * with the outcome {@link dev.andon.canary.CanaryOutcome#UNKNOWN unknown}. Durations are written {@code 500ms},
 * {@code 10s}, {@code 1m} or {@code 2h}. A malformed attribute throws Jupiter's {@code ExtensionConfigurationException}
 * before the canary runs.
 *
 * @since 0.1
 */
@Documented
@Testable
@Tag("canary")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DelegatingCanaryExtension.class)
@API(status = API.Status.STABLE, since = "0.1")
public @interface Canary {

    /** The key operation in the users' words, as the readiness class declares it by {@link KeyOperation}. */
    String operation();

    /** The route that performs the operation, for example {@code POST /orders}; empty where it does not use HTTP. */
    String route() default "";

    /** The interval between two runs in production. Empty, the default, violates {@code canary-bounded}. */
    String every() default "";

    /**
     * The time that one run may take, set-up included; less than the interval. Empty, the default, violates
     * {@code canary-bounded}, and runs end after 30 seconds.
     */
    String timeout() default "";

    /** The time after which a correct response counts as degraded. Empty, the default: never. */
    String degradedAfter() default "";

    /** The team that is paged. */
    String owner() default "";

    /** The URL, or the path within the repository, of the instructions for a failing canary. */
    String runbook() default "";

    /** How many failures of how many last runs page the owner, for example {@code 3/5}. */
    String tolerance() default "";

    /**
     * How many times a failed run is repeated at once: 0, the default, or 1. A retry is always recorded. It calls the test
     * method again on the same instance, without the set-up methods.
     */
    int retries() default 0;

    /**
     * How the canary identifies itself, in lower case and with dashes. Empty, the default, derives it from the class name:
     * {@code PlaceAnOrderCanary} becomes {@code place-an-order}.
     */
    String name() default "";
}
