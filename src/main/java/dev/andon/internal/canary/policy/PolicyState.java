package dev.andon.internal.canary.policy;

import dev.andon.internal.canary.outages.OutageWindow;
import dev.andon.internal.canary.outages.OutageWindow.Gap;
import dev.andon.internal.canary.outages.Probe;
import dev.andon.internal.canary.outages.ProbeAssembler;
import dev.andon.internal.canary.outages.ProbeResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a policy has decided after some runs of one canary at one location. Immutable.
 *
 * @param policy the policy
 * @param recent the last runs with a result, as many as the policy looks at; empty after an incident was cleared
 * @param before the good run before {@code recent}; empty without one
 * @param goodInRow the number of good runs since the last bad one
 * @param service the last incident of the operation, firing or cleared; empty where there was none
 * @param unknown the runs without a result among the last ones, true for each
 * @param firstUnknown the first of them; empty without one
 * @param owner the last incident of the canary itself, which its owner is told; empty where there was none
 * @param last the last run; empty before the first
 */
public record PolicyState(
        AlertPolicy policy,
        List<Probe> recent,
        Optional<Probe> before,
        int goodInRow,
        Optional<Incident> service,
        List<Boolean> unknown,
        Optional<Probe> firstUnknown,
        Optional<Incident> owner,
        Optional<Probe> last) {

    static PolicyState of(AlertPolicy policy) {
        return new PolicyState(
                policy,
                List.of(),
                Optional.empty(),
                0,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the incident of the operation of which the person on call is told now; empty in a maintenance window. */
    public Optional<Incident> firing() {
        return muted() ? Optional.empty() : service.filter(Incident::firing);
    }

    /** Returns the incident of the canary itself that its owner is told now: too many runs had no result. */
    public Optional<Incident> ownerFiring() {
        return muted() ? Optional.empty() : owner.filter(Incident::firing);
    }

    /**
     * Returns since when a run is missing: none has ended for longer than the interval, the timeout and the lag together.
     * The canary's owner is told so; it says nothing about the service. Empty where no run is missing or no interval known.
     */
    public Optional<Instant> missingSince(Instant now) {
        return last.flatMap(Probe::nextEndsBy).filter(due -> due.isBefore(now));
    }

    private boolean muted() {
        return last.map(Probe::planned).orElse(false);
    }

    /** Returns the state after the next run. A run of a build, a proof or a gate changes nothing. */
    public PolicyState next(Probe probe) {
        if (!ProbeAssembler.WATCHING.contains(probe.mode())) {
            return this;
        }
        PolicyState known = withResult(probe);
        if (probe.result() == ProbeResult.UNKNOWN || (probe.bad() && probe.planned())) {
            return known;
        }
        return probe.good() ? known.good(probe) : known.bad(probe);
    }

    private PolicyState good(Probe probe) {
        int good = goodInRow + 1;
        Optional<Incident> current = service.filter(Incident::firing).map(incident -> grow(incident, probe));
        if (current.isPresent() && good >= policy.clearsOn()) {
            return served(List.of(), Optional.of(probe), good, current.map(incident -> incident.clearedBy(probe)));
        }
        return remember(probe, good, current.isPresent() ? current : service);
    }

    private PolicyState bad(Probe probe) {
        Optional<Incident> current = service.filter(Incident::firing).map(incident -> grow(incident, probe));
        PolicyState state = remember(probe, 0, current.isPresent() ? current : service);
        long failures = state.recent.stream().filter(Probe::bad).count();
        if (current.isPresent() || failures < policy.tolerance().failures()) {
            return state;
        }
        OutageWindow window = state.window();
        return state.served(
                state.recent,
                state.before,
                0,
                Optional.of(new Incident(window.firstBad(), probe, Optional.of(window), Optional.empty())));
    }

    private Incident grow(Incident incident, Probe probe) {
        OutageWindow window = incident.window().orElseThrow();
        Probe latest = recent.get(recent.size() - 1);
        return incident.with(
                probe.good() ? window.andGood(probe) : window.andBad(probe, goodInRow, 0, Gap.between(latest, probe)));
    }

    /** The outage as the runs say that made the policy alert. */
    private OutageWindow window() {
        @Nullable OutageWindow window = null;
        Optional<Probe> good = before;
        Probe latest = recent.get(0);
        int goodSince = 0;
        for (Probe probe : recent) {
            if (probe.bad()) {
                window = window == null
                        ? OutageWindow.of(good, probe)
                        : window.andBad(probe, goodSince, 0, Gap.between(latest, probe));
                goodSince = 0;
            } else {
                good = Optional.of(probe);
                goodSince++;
                window = window == null ? null : window.andGood(probe);
            }
            latest = probe;
        }
        return Objects.requireNonNull(window);
    }

    private PolicyState remember(Probe probe, int good, Optional<Incident> incident) {
        List<Probe> runs = new ArrayList<>(recent);
        runs.add(probe);
        Optional<Probe> dropped = before;
        if (runs.size() > policy.tolerance().window()) {
            Probe oldest = runs.remove(0);
            dropped = oldest.good() ? Optional.of(oldest) : before;
        }
        return served(List.copyOf(runs), dropped, good, incident);
    }

    private PolicyState served(List<Probe> runs, Optional<Probe> good, int row, Optional<Incident> incident) {
        return new PolicyState(policy, runs, good, row, incident, unknown, firstUnknown, owner, last);
    }

    /** Runs without a result trip and clear the owner's alert by the same numbers, and say nothing about the service. */
    private PolicyState withResult(Probe probe) {
        boolean none = probe.result() == ProbeResult.UNKNOWN;
        List<Boolean> results = new ArrayList<>(unknown);
        results.add(none);
        if (results.size() > Math.max(policy.tolerance().window(), policy.clearsOn())) {
            results.remove(0);
        }
        Optional<Probe> first = none && firstUnknown.isEmpty() ? Optional.of(probe) : firstUnknown;
        Optional<Incident> incident = owner;
        boolean alerting = owner.filter(Incident::firing).isPresent();
        long missing = results.stream()
                .skip(Math.max(0, results.size() - policy.tolerance().window()))
                .filter(Boolean::booleanValue)
                .count();
        if (alerting && trailing(results) >= policy.clearsOn()) {
            incident = owner.map(firing -> firing.clearedBy(probe));
            results = List.of();
        } else if (!alerting && missing >= policy.tolerance().failures()) {
            incident = Optional.of(new Incident(first.orElse(probe), probe, Optional.empty(), Optional.empty()));
        }
        if (results.stream().noneMatch(Boolean::booleanValue)
                && incident.filter(Incident::firing).isEmpty()) {
            first = Optional.empty();
        }
        return new PolicyState(
                policy, recent, before, goodInRow, service, List.copyOf(results), first, incident, Optional.of(probe));
    }

    private static int trailing(List<Boolean> results) {
        int known = 0;
        for (int i = results.size() - 1; i >= 0 && !results.get(i); i--) {
            known++;
        }
        return known;
    }
}
