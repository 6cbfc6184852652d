package dev.andon.internal.formats;

import java.util.Optional;

/**
 * What a canary's tolerance does in simulated runs: one bad run among good ones, and an outage that bad runs see.
 *
 * @param tolerance the tolerance, as the canary writes it
 * @param alertsOnBlip whether one bad run alerts somebody
 * @param intervals how many intervals the outage takes, each with a bad run
 * @param alertsAfter the bad run of the outage that alerts somebody, counted from 1; empty where nobody is alerted in it
 */
public record TriedTolerance(String tolerance, boolean alertsOnBlip, int intervals, Optional<Integer> alertsAfter) {}
