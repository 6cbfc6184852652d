package dev.andon.internal.canary.outages;

import java.util.List;

/**
 * What the runs of one canary say about a range of time.
 *
 * @param canary its name
 * @param operation what it performs
 * @param environment the target's environment
 * @param locations what each location saw, by name
 * @param outages the outages, in order, those in maintenance windows too
 * @param spans the states of all locations together, in order and without holes
 * @param availability how long it was up, by all locations together
 */
public record CanaryOutages(
        String canary,
        String operation,
        String environment,
        List<LocationOutages> locations,
        List<Outage> outages,
        List<StateSpan> spans,
        Availability availability) {}
