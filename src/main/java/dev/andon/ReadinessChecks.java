package dev.andon;

import dev.andon.internal.spi.DelegatingReadinessExtension;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of a readiness class: one for each service and practice, named for example
 * {@code OrderController: integration-tests}. Implement it in the class that is annotated with
 * {@link OperationalReadiness}; without the annotation,
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException} is thrown before any check runs.
 *
 * @since 0.1
 */
@ExtendWith(DelegatingReadinessExtension.class)
@API(status = API.Status.STABLE, since = "0.1")
public interface ReadinessChecks {

    /** Returns the tests. Not to be overridden. */
    @TestFactory
    @DisplayName("readiness")
    default Stream<DynamicTest> readiness(Readiness readiness) {
        return readiness.tests();
    }
}
