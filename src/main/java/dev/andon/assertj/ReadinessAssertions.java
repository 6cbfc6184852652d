package dev.andon.assertj;

import dev.andon.Readiness;
import org.apiguardian.api.API;

/**
 * The entry point to import statically.
 *
 * <pre>{@code
 * assertThat(readiness).service(OrderController.class).hasTests(TestKind.INTEGRATION);
 * }</pre>
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class ReadinessAssertions {
    private ReadinessAssertions() {}

    /** Starts an assertion on readiness. */
    public static ReadinessAssert assertThat(Readiness actual) {
        return new ReadinessAssert(actual, error -> {
            throw error;
        });
    }
}
