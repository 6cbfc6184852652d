package dev.andon.internal.require;

import dev.andon.TestKind;
import java.time.Duration;
import java.util.List;

/**
 * Which tests must detect faults, as one {@code @RequireProof} says it.
 *
 * @param kind the kind of the tests
 * @param services the names of the services to which it applies
 * @param packages the packages, with all below them, to which it applies; with no services either: everything
 * @param atLeast the share of the faults that must be detected, between 0 and 1
 * @param budget how long faults are injected
 */
public record ProofRequirement(
        TestKind kind, List<String> services, List<String> packages, double atLeast, Duration budget) {
    /** What is required where nothing else is said. */
    public static ProofRequirement of(TestKind kind) {
        return new ProofRequirement(kind, List.of(), List.of(), 1, Duration.ofMinutes(2));
    }

    /** Returns whether it applies to the service of that name. */
    public boolean appliesTo(String service) {
        return appliesToAll()
                || services.contains(service)
                || packages.stream().anyMatch(name -> service.startsWith(name + "."));
    }

    /** Returns whether it applies to every service. */
    boolean appliesToAll() {
        return services.isEmpty() && packages.isEmpty();
    }
}
