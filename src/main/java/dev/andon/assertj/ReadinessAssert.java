package dev.andon.assertj;

import dev.andon.PracticeResult;
import dev.andon.Readiness;
import dev.andon.ServiceResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on the readiness of all services.
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class ReadinessAssert extends AbstractAssert<ReadinessAssert, Readiness> {
    private final Consumer<AssertionError> failures;

    ReadinessAssert(Readiness actual, Consumer<AssertionError> failures) {
        super(actual, ReadinessAssert.class);
        this.failures = failures;
    }

    /** Fails with every result that is violated or undecided. */
    public ReadinessAssert isReady() {
        List<String> messages = new ArrayList<>();
        Stream.of(actual.services(), actual.canaries()).flatMap(List::stream).forEach(subject -> failing(
                        subject.practices())
                .forEach(result -> messages.add(subject.label() + ": " + words(result))));
        failing(actual.codebase()).forEach(result -> messages.add("codebase: " + words(result)));
        if (!messages.isEmpty()) {
            failures.accept(
                    new AssertionError(prefix() + "not ready to be operated:\n  " + String.join("\n  ", messages)));
        }
        return this;
    }

    /**
     * Returns assertions on one service.
     *
     * @throws AssertionError at once, also among soft assertions, if the class is not a service of this build
     */
    public ServiceAssert service(Class<?> service) {
        if (actual.service(service).isEmpty()) {
            String known = actual.services().stream().map(ServiceResult::name).collect(Collectors.joining(", "));
            throw new AssertionError(
                    prefix() + service.getName() + " is not a service of this build; its services are " + known);
        }
        return new ServiceAssert(actual, service, failures);
    }

    private static List<PracticeResult> failing(List<PracticeResult> results) {
        return results.stream().filter(result -> result.verdict().fails()).toList();
    }

    static String words(PracticeResult result) {
        return result.id() + " is " + result.verdict().word() + "\n    found: " + result.found() + "\n    fix:  "
                + result.fix();
    }

    private String prefix() {
        String description = info.descriptionText();
        return description.isEmpty() ? "" : "[" + description + "] ";
    }
}
