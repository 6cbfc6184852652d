package dev.andon.internal.canary.policy;

import dev.andon.internal.canary.spec.Tolerance;

/**
 * When a canary alerts, and when no longer.
 *
 * @param tolerance how many of its last runs must have failed
 * @param clearsOn how many good runs one after the other end an incident
 */
public record AlertPolicy(Tolerance tolerance, int clearsOn) {
    /** One good run between bad ones is no recovery. */
    public static final int CLEARS_ON = 2;

    /** Returns the policy that clears on {@value #CLEARS_ON} good runs. */
    public static AlertPolicy of(Tolerance tolerance) {
        return new AlertPolicy(tolerance, CLEARS_ON);
    }

    /** Returns the state before the first run of a canary at one location. */
    public PolicyState start() {
        return PolicyState.of(this);
    }

    /** Returns how many runs decide at most: as many of the log's end rebuild a state that has no incident. */
    public int memory() {
        return tolerance.window() + clearsOn;
    }
}
