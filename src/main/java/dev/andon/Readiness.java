package dev.andon;

import dev.andon.internal.spi.Providers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.DynamicTest;

/**
 * How ready the services of this build are to be operated. Injected as a parameter into the methods of a class that is
 * annotated with {@link OperationalReadiness}, or requested in code:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> readiness() {
 *     return Readiness.of("com.acme.shop").require(TestKind.INTEGRATION).tests();
 * }
 * }</pre>
 *
 * <p>Immutable and safe to share between threads. Not to be implemented by users.
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface Readiness {

    /**
     * Starts a request for the readiness of the services in some packages and all packages below them.
     *
     * @throws IllegalArgumentException if no package is given
     */
    static ReadinessBuilder of(String... packages) {
        if (packages.length == 0) {
            throw new IllegalArgumentException("Readiness.of needs at least one package");
        }
        return Providers.find(ReadinessBuilder.Provider.class).of(List.of(packages));
    }

    /** Returns all results for services, service by service, in a stable order. */
    List<ServiceResult> services();

    /** Returns all results for canaries, canary by canary, in a stable order. */
    List<ServiceResult> canaries();

    /** Returns the results for the code base as a whole. */
    List<PracticeResult> codebase();

    /** Returns the results for one service; empty where the class is not a service of this build. */
    default Optional<ServiceResult> service(Class<?> service) {
        return service(service.getName());
    }

    /** Returns the results for one service, by the name of its class or by its label. */
    default Optional<ServiceResult> service(String name) {
        return services().stream()
                .filter(result -> result.name().equals(name) || result.label().equals(name))
                .findFirst();
    }

    /**
     * Judges one service by the practice for one kind of test, whether it was required or not.
     *
     * @return the result; empty where the class is not a service of this build
     * @throws IllegalArgumentException if the kind is {@link TestKind#ANY}
     */
    Optional<PracticeResult> tests(Class<?> service, TestKind kind);

    /** Returns whether no result fails the build. */
    boolean isReady();

    /** Returns one test for each result, as {@link ReadinessChecks} reports them. */
    Stream<DynamicTest> tests();
}
