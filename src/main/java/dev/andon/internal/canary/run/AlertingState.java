package dev.andon.internal.canary.run;

import dev.andon.internal.canary.alert.Alert;
import dev.andon.internal.canary.alert.AlertSeverity;
import dev.andon.internal.canary.outages.OutageSentence;
import dev.andon.internal.canary.outages.OutageWindow;
import dev.andon.internal.canary.outages.Probe;
import dev.andon.internal.canary.outages.ProbeAssembler;
import dev.andon.internal.canary.policy.AlertPolicy;
import dev.andon.internal.canary.policy.Incident;
import dev.andon.internal.canary.policy.PolicyState;
import dev.andon.internal.canary.spec.CanarySpec;
import dev.andon.internal.canary.spec.Tolerance;
import dev.andon.internal.formats.AlertNotice;
import dev.andon.internal.formats.CanaryLogLine;
import dev.andon.internal.text.FirstFew;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the canaries of one runner alert: a function of their log alone, so that a restart that reads the log goes on where
 * the last process ended. Can be used by several threads.
 */
public final class AlertingState {
    /** For a canary that declares no tolerance. */
    private static final Tolerance USUAL = new Tolerance(3, 5);

    private static final String RUNNER = "canary-runner";
    private static final String LATE = RUNNER + "-late-";
    private static final int MOST_NAMED = 5;

    private final Map<String, Watched> canaries = new HashMap<>();
    private final String environment;
    private final String location;
    private final ProbeAssembler assembler = new ProbeAssembler(ProbeAssembler.WATCHING);
    private final Instant began;
    private Optional<Alert> late = Optional.empty();
    private Optional<Incident> runner = Optional.empty();

    /** What a canary declares, and what its policy has decided. */
    private record Watched(CanarySpec spec, PolicyState state) {}

    /**
     * Makes the state before the first run.
     *
     * @param tolerances the tolerance of a canary in place of the one that it declares
     * @param environment the environment of the target; runs in others are left out
     * @param location where the runner stands; runs elsewhere are left out
     * @param began when this process began to run them
     */
    public AlertingState(
            Collection<LoadedCanary> canaries,
            Map<String, Tolerance> tolerances,
            String environment,
            String location,
            Instant began) {
        this.began = began;
        this.environment = environment;
        this.location = location;
        for (LoadedCanary canary : canaries) {
            Tolerance tolerance = Optional.ofNullable(tolerances.get(canary.name()))
                    .or(() -> canary.spec().tolerance())
                    .orElse(USUAL);
            this.canaries.put(
                    canary.name(),
                    new Watched(canary.spec(), AlertPolicy.of(tolerance).start()));
        }
    }

    /** Takes the next line of the log. */
    public synchronized void accept(CanaryLogLine line) {
        assembler.accept(line).forEach(this::next);
        if (line instanceof AlertNotice notice) {
            told(notice);
        }
    }

    /** A run that is missing leaves no line: that somebody was told so by an earlier process is known by the notice alone. */
    private void told(AlertNotice notice) {
        boolean ours =
                notice.environment().equals(environment) && notice.location().equals(location);
        if (!ours || !notice.firing() || !notice.incident().startsWith(LATE)) {
            return;
        }
        try {
            Instant since = Instant.parse(notice.incident().substring(LATE.length()));
            late = Optional.of(late(since, "the runner was late, and has been started anew since"));
        } catch (DateTimeParseException notOurs) {
            // The log can be edited.
            return;
        }
    }

    /** Counts the runs that have no end: the process that began them is gone. */
    public synchronized void endOfLog() {
        assembler.finish().forEach(this::next);
    }

    private void next(Probe probe) {
        if (probe.environment().equals(environment) && probe.location().equals(location)) {
            canaries.computeIfPresent(
                    probe.canary(),
                    (name, watched) ->
                            new Watched(watched.spec(), watched.state().next(probe)));
            Optional<Incident> lacking = canaries.values().stream()
                    .flatMap(watched -> watched.state().ownerFiring().stream())
                    .filter(AlertingState::isOfRunner)
                    .findFirst();
            if (lacking.isEmpty()) {
                runner = runner.map(incident -> incident.firing() ? incident.clearedBy(probe) : incident);
            } else if (runner.filter(Incident::firing).isEmpty()) {
                runner = lacking;
            }
        }
    }

    private static boolean isOfRunner(Incident incident) {
        return lack(incident).isPresent();
    }

    private static Optional<String> lack(Incident incident) {
        return RunnerHealth.lack(incident.tripped().reason());
    }

    /** Returns the incidents that go on, and of each canary the last one that is resolved. */
    public synchronized List<Alert> alerts(Instant now) {
        List<Alert> alerts = new ArrayList<>();
        canaries.values().forEach(watched -> {
            CanarySpec spec = watched.spec();
            PolicyState state = watched.state();
            state.service()
                    .filter(incident -> !incident.firing() || state.firing().isPresent())
                    .ifPresent(incident -> alerts.add(service(spec, incident)));
            Optional<Incident> owner = state.owner().filter(incident -> !isOfRunner(incident));
            owner.filter(incident -> !incident.firing() || state.ownerFiring().isPresent())
                    .ifPresent(incident -> alerts.add(canary(spec, incident)));
        });
        runner.ifPresent(incident -> alerts.add(alert(
                RUNNER,
                "run canaries",
                "",
                "",
                AlertSeverity.CANARY,
                incident,
                incident.first().began().at(),
                lack(incident).orElse("") + ", so nothing is known of any canary's operation")));
        late(now).ifPresent(alerts::add);
        return alerts;
    }

    /** Returns the canaries whose policy alerts now. */
    public synchronized List<String> firing() {
        return canaries.entrySet().stream()
                .filter(entry -> entry.getValue().state().firing().isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Alert service(CanarySpec spec, Incident incident) {
        OutageWindow window = incident.window().orElseThrow();
        return alert(
                spec.name(),
                spec.operation(),
                spec.owner(),
                spec.runbook(),
                AlertSeverity.SERVICE,
                incident,
                window.firstBad().failureStart().at(),
                OutageSentence.of(window));
    }

    private Alert canary(CanarySpec spec, Incident incident) {
        return alert(
                spec.name(),
                spec.operation(),
                spec.owner(),
                spec.runbook(),
                AlertSeverity.CANARY,
                incident,
                incident.first().began().at(),
                spec.name() + " gives no result: " + incident.tripped().reason());
    }

    private Alert alert(
            String name,
            String operation,
            String owner,
            String runbook,
            AlertSeverity severity,
            Incident incident,
            Instant startsAt,
            String statement) {
        return new Alert(
                name.equals(RUNNER) ? RUNNER + "-" + incident.first().traceId() : incident.id(),
                name,
                operation,
                owner,
                severity,
                runbook,
                incident.first().failingStep(),
                incident.first().traceId(),
                startsAt,
                incident.cleared().map(probe -> probe.ended().at()),
                statement,
                environment,
                location);
    }

    /**
     * A run that is missing although this process lives is the fault of the runner, which gets no processor or no threads: one
     * alert, for however many canaries. Two intervals must pass, and no time before this process counts.
     */
    private Optional<Alert> late(Instant now) {
        List<String> names = new ArrayList<>();
        for (Watched watched : canaries.values()) {
            Duration every = watched.spec().every().orElse(Duration.ZERO);
            Instant then = now.minus(every);
            Optional<Instant> since = watched.state().missingSince(then);
            if (since.isPresent() && began.plus(every).plus(every).isBefore(then)) {
                names.add(watched.spec().name());
            }
        }
        if (names.isEmpty()) {
            late = late.map(alert -> alert.firing() ? alert.endedAt(now) : alert);
            return late;
        }
        Instant since = late.filter(Alert::firing).map(Alert::startsAt).orElse(now);
        Collections.sort(names);
        late = Optional.of(late(
                since,
                "the runner is late: not run as scheduled for two intervals: " + FirstFew.of(names, MOST_NAMED)));
        return late;
    }

    private Alert late(Instant since, String statement) {
        return new Alert(
                // A run that is missing has no trace, and the last one may have begun an incident of its own.
                LATE + since,
                RUNNER,
                "run canaries",
                "",
                AlertSeverity.CANARY,
                "",
                "",
                "",
                since,
                Optional.empty(),
                statement,
                environment,
                location);
    }

    /** Returns whether the runner itself lacks what it needs, so that its canaries are late or have no result. */
    public synchronized boolean runnerAlerts() {
        return late.filter(Alert::firing).isPresent()
                || runner.filter(Incident::firing).isPresent();
    }
}
