package dev.andon;

import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.DynamicTest;

/**
 * A request for the readiness of some packages, to be completed; see {@link Readiness#of}. Not safe to share between
 * threads. Not to be implemented by users.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ReadinessBuilder {

    /**
     * Requires tests of these kinds for every service.
     *
     * @throws IllegalArgumentException if a kind is {@link TestKind#CANARY} or {@link TestKind#ANY}
     */
    ReadinessBuilder require(TestKind... kinds);

    /** Requires the practices of a level, in addition to the kinds of test. */
    ReadinessBuilder require(Level level);

    /** Collects the evidence of this build and judges it. */
    Readiness check();

    /** Collects the evidence of this build, judges it and returns one test for each result. */
    default Stream<DynamicTest> tests() {
        return check().tests();
    }

    /** Creates builders; found by {@link java.util.ServiceLoader}. */
    @API(status = API.Status.INTERNAL, since = "0.1")
    interface Provider {

        /** Returns a builder for some packages. */
        ReadinessBuilder of(List<String> packages);
    }
}
