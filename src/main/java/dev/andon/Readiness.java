package dev.andon;

import dev.andon.internal.assess.Assessment;
import dev.andon.internal.assess.Settings;
import dev.andon.internal.judge.Report;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * How ready the services of this build are to be operated. Injected as a parameter under {@link OperationalReadiness}, or
 * asked for in code:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> readiness() {
 *     return Readiness.of("com.acme.shop").require(TestKind.INTEGRATION).tests();
 * }
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Readiness {
    private final @Nullable Assessment assessment;
    private final Settings settings;

    Readiness(@Nullable Assessment assessment, Settings settings) {
        this.assessment = assessment;
        this.settings = settings;
    }

    static Readiness switchedOff(Settings settings) {
        return new Readiness(null, settings);
    }

    /**
     * Starts a question about the services of some packages, with all below them.
     *
     * @throws IllegalArgumentException if no package is given
     */
    public static ReadinessBuilder of(String... packages) {
        return new ReadinessBuilder(List.of(packages));
    }

    /** Returns all answers, service by service, in a stable order. */
    public List<ServiceResult> services() {
        return report().services();
    }

    /** Returns the answers for the code base as a whole. */
    public List<PracticeResult> codebase() {
        return report().codebase();
    }

    /** Returns the answers for one service; empty where the class is not a service of this build. */
    public Optional<ServiceResult> service(Class<?> service) {
        return service(service.getName());
    }

    /** Returns the answers for one service, by its class's name or by the name that tells it from the others. */
    public Optional<ServiceResult> service(String name) {
        return services().stream()
                .filter(result -> result.name().equals(name) || result.label().equals(name))
                .findFirst();
    }

    /**
     * Judges one service by the practice of one kind of test, whether it was asked for or not.
     *
     * @return the answer; empty where the class is not a service of this build
     */
    public Optional<PracticeResult> tests(Class<?> service, TestKind kind) {
        return assessment == null ? Optional.empty() : assessment.ask(service.getName(), kind);
    }

    /** Returns whether no row fails. */
    public boolean isReady() {
        return !report().fails();
    }

    /** Returns one test for each row, as {@link ReadinessChecks} reports them. */
    public Stream<DynamicTest> tests() {
        return assessment == null
                ? Stream.of(PracticeTestFactory.switchedOff())
                : PracticeTestFactory.of(report(), settings);
    }

    /** How many of the tests fail. */
    long failingTests() {
        return settings.reportOnly() ? 0 : report().failing();
    }

    private Report report() {
        return assessment == null ? new Report("", List.of(), List.of(), List.of()) : assessment.report();
    }
}
