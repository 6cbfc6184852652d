package dev.andon.internal.canary.policy;

import dev.andon.internal.canary.outages.Outage;
import dev.andon.internal.canary.outages.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tries a policy on the runs of one canary, recorded or simulated: when would it have alerted, and what would it have missed? */
public final class Backtest {
    private final AlertPolicy policy;
    private final int quorum;
    private final Map<String, PolicyState> states = new HashMap<>();
    private final List<Instant> alerts = new ArrayList<>();
    private final List<Instant> ownerAlerts = new ArrayList<>();
    private boolean alerting;
    private boolean ownerAlerting;
    private long runs;
    private @Nullable Instant first;
    private @Nullable Instant last;

    /**
     * Begins before the first run.
     *
     * @param quorum how many locations must see an incident at the same time
     */
    public Backtest(AlertPolicy policy, int quorum) {
        this.policy = policy;
        this.quorum = quorum;
    }

    /** Takes the next run, of any location, in the order of time. */
    public void accept(Probe probe) {
        Instant at = probe.ended().at();
        first = first == null ? at : first;
        last = at;
        runs++;
        states.merge(probe.location(), policy.start().next(probe), (before, ignored) -> before.next(probe));
        boolean now = states.values().stream()
                        .filter(state -> state.firing().isPresent())
                        .count()
                >= quorum;
        if (now && !alerting) {
            alerts.add(at);
        }
        alerting = now;
        boolean owner =
                states.values().stream().anyMatch(state -> state.ownerFiring().isPresent());
        if (owner && !ownerAlerting) {
            ownerAlerts.add(at);
        }
        ownerAlerting = owner;
    }

    /** Returns what it would have done in outages that are known. */
    public Outcome outcome(List<Outage> outages) {
        List<Detection> detections = outages.stream()
                .filter(outage -> !outage.allPlanned())
                .map(outage -> new Detection(
                        outage, alerts.stream().filter(at -> during(outage, at)).findFirst()))
                .toList();
        Duration watched = first == null || last == null ? Duration.ZERO : Duration.between(first, last);
        return new Outcome(policy, quorum, watched, runs, List.copyOf(alerts), List.copyOf(ownerAlerts), detections);
    }

    private static boolean during(Outage outage, Instant alert) {
        return outage.windows().stream()
                .anyMatch(window -> !alert.isBefore(window.firstBad().ended().at())
                        && !alert.isAfter(window.lastBad().ended().at()));
    }

    /**
     * What a policy would have done.
     *
     * @param policy the policy
     * @param quorum how many locations had to see an incident
     * @param watched the time from the first run to the last
     * @param runs the number of runs
     * @param alerts when somebody would have been alerted
     * @param ownerAlerts when the canary's owner would have been told that it gives no result
     * @param detections each outage outside of maintenance windows
     */
    public record Outcome(
            AlertPolicy policy,
            int quorum,
            Duration watched,
            long runs,
            List<Instant> alerts,
            List<Instant> ownerAlerts,
            List<Detection> detections) {
        private static final double DAY = Duration.ofDays(1).toMillis();

        /** Returns the number of alerts a day; 0 where no time passed. */
        public double alertsADay() {
            return watched.isZero() ? 0 : alerts.size() * DAY / watched.toMillis();
        }

        /** Returns the outages without an alert. */
        public List<Outage> missed() {
            return detections.stream()
                    .filter(detection -> detection.alerted().isEmpty())
                    .map(Detection::outage)
                    .toList();
        }
    }

    /**
     * An outage, and the alert in it.
     *
     * @param outage the outage
     * @param alerted when somebody was alerted; empty where nobody was
     */
    public record Detection(Outage outage, Optional<Instant> alerted) {

        /** Returns how long it took from the begin of the outage at most; empty where nobody was alerted or it is not known. */
        public Optional<Duration> atMost() {
            return alerted.flatMap(at -> outage.beganAfter().map(began -> Duration.between(began, at)));
        }

        /** Returns how long it took from the begin of the outage at least; empty where nobody was alerted. */
        public Optional<Duration> atLeast() {
            return alerted.map(at -> Duration.between(outage.beganBy(), at))
                    .map(time -> time.isNegative() ? Duration.ZERO : time);
        }
    }
}
