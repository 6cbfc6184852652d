package dev.andon.assertj;

import dev.andon.PracticeResult;
import dev.andon.Readiness;
import dev.andon.TestKind;
import java.util.Optional;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * Assertions on the readiness of one service.
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class ServiceAssert {
    private final Readiness readiness;
    private final Class<?> service;
    private final Consumer<AssertionError> failures;

    ServiceAssert(Readiness readiness, Class<?> service, Consumer<AssertionError> failures) {
        this.readiness = readiness;
        this.service = service;
        this.failures = failures;
    }

    /** Fails unless the service has tests of this kind, with evidence; the readiness class need not require them. */
    public ServiceAssert hasTests(TestKind kind) {
        return check(readiness.tests(service, kind), kind.practice());
    }

    /** Fails if the practice with this id fails, or if the readiness class does not require it. */
    public ServiceAssert meets(String practice) {
        return check(readiness.service(service).flatMap(result -> result.practice(practice)), practice);
    }

    private ServiceAssert check(Optional<PracticeResult> result, String practice) {
        if (result.isEmpty()) {
            failures.accept(new AssertionError(service.getSimpleName() + ": " + practice
                    + " is not required: let the readiness class require it"));
        } else if (result.get().verdict().fails()) {
            failures.accept(new AssertionError(service.getSimpleName() + ": " + ReadinessAssert.words(result.get())));
        }
        return this;
    }
}
