package dev.andon.internal.formats;

import java.util.List;

/**
 * What a report says that proofs of tests are measured by.
 *
 * @param services the names of the services to which it applies
 * @param packages the packages, with all below them, to which it applies; with no services either: everything
 * @param atLeast the share of the faults that must be detected, between 0 and 1
 * @param budget how long faults are injected, as an annotation gives it
 */
public record RequiredProof(List<String> services, List<String> packages, double atLeast, String budget) {
    public RequiredProof {
        services = List.copyOf(services);
        packages = List.copyOf(packages);
    }
}
