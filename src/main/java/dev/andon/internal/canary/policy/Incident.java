package dev.andon.internal.canary.policy;

import dev.andon.internal.canary.outages.OutageWindow;
import dev.andon.internal.canary.outages.Probe;
import java.util.Optional;

/**
 * An alert of one canary at one location, from its begin on.
 *
 * @param first the first bad run, or the first unknown one, whose trace id names the incident and never moves
 * @param tripped the run by which the policy began to alert
 * @param window the outage so far; empty where the canary gives no result, which says nothing about the service
 * @param cleared the run that ended it; empty while it goes on
 */
public record Incident(Probe first, Probe tripped, Optional<OutageWindow> window, Optional<Probe> cleared) {

    /** Returns the id, the same after each restart. */
    public String id() {
        return first.canary() + "-" + first.traceId();
    }

    /** Returns whether it goes on. */
    public boolean firing() {
        return cleared.isEmpty();
    }

    Incident with(OutageWindow grown) {
        return new Incident(first, tripped, Optional.of(grown), cleared);
    }

    /** Returns the incident, ended by a run. */
    public Incident clearedBy(Probe probe) {
        return new Incident(first, tripped, window, Optional.of(probe));
    }
}
