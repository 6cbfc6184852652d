package dev.andon.assertj;

import dev.andon.Readiness;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractSoftAssertions;

/**
 * Soft assertions: all violations are reported at once.
 *
 * <pre>{@code
 * ReadinessSoftAssertions.assertSoftly(softly -> {
 *     softly.assertThat(readiness).service(OrderController.class).hasTests(TestKind.INTEGRATION);
 *     softly.assertThat(readiness).service(ProductController.class).hasTests(TestKind.UNIT);
 * });
 * }</pre>
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class ReadinessSoftAssertions extends AbstractSoftAssertions {

    /** Runs the assertions, then fails with all violations, if there are any. */
    public static void assertSoftly(Consumer<ReadinessSoftAssertions> softly) {
        ReadinessSoftAssertions assertions = new ReadinessSoftAssertions();
        softly.accept(assertions);
        assertions.assertAll();
    }

    /** Starts an assertion whose failures are kept until {@link #assertAll()}. */
    public ReadinessAssert assertThat(Readiness actual) {
        return new ReadinessAssert(actual, this::collectAssertionError);
    }
}
