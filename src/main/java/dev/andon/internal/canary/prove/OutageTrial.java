package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.internal.canary.outages.Outage;
import dev.andon.internal.canary.outages.OutageCollector;
import dev.andon.internal.canary.outages.OutageRange;
import dev.andon.internal.canary.outages.OutageSentence;
import dev.andon.internal.formats.InjectedOutage;
import dev.andon.internal.formats.InjectedOutage.StatedOutage;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunMode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Injects an outage: a good run, some runs that meet a fault, and a good run again. What {@code outages} states from the
 * record of these runs is compared with the time in which the fault was there.
 */
final class OutageTrial {
    private static final int BAD_RUNS = 3;

    /** A canary that takes long must not make its proof take much longer. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** A busy machine may make a good run too slow. */
    private static final int MOST_ATTEMPTS = 2;

    /** The fault that costs least comes first: a service that is down refuses the connection. */
    private static final List<Fault> CHEAPEST =
            List.of(Fault.REFUSED, Fault.STATUS_503, Fault.STATUS_500, Fault.STATUS_502, Fault.STATUS_504, Fault.RESET);

    private final FaultTrial trial;
    private final Map<Fault, List<FaultCase>> detected;
    private final Duration longest;

    /**
     * Prepares an outage.
     *
     * @param detected the cases in which each fault was detected
     */
    OutageTrial(FaultTrial trial, Map<Fault, List<FaultCase>> detected) {
        this(trial, detected, LONGEST);
    }

    OutageTrial(FaultTrial trial, Map<Fault, List<FaultCase>> detected, Duration longest) {
        this.trial = trial;
        this.detected = detected;
        this.longest = longest;
    }

    /** Injects the outage, and returns what its record states of it. */
    InjectedOutage run() throws IOException {
        Optional<Fault> fault = Stream.concat(CHEAPEST.stream(), Stream.of(Fault.values()))
                .filter(detected::containsKey)
                .filter(known -> FaultMechanism.of(known).isPresent())
                .findFirst();
        if (fault.isEmpty()) {
            return InjectedOutage.undecided("no injected fault turns it red");
        }
        FaultMechanism mechanism = FaultMechanism.of(fault.get()).orElseThrow();
        FaultCase at = Objects.requireNonNull(detected.get(fault.get()), "one that is in it")
                .get(0);
        long begin = System.nanoTime();
        InjectedOutage outage = inject(mechanism, at, begin);
        for (int attempt = 1; attempt < MOST_ATTEMPTS && !outage.undecided().isEmpty(); attempt++) {
            outage = inject(mechanism, at, begin);
        }
        return outage;
    }

    private InjectedOutage inject(FaultMechanism mechanism, FaultCase at, long begin) throws IOException {
        List<RunEnd> record = new ArrayList<>();
        ProofRun before = trial.healthyRun();
        if (!before.result().healthy()) {
            return red(before);
        }
        record.addAll(before.result().runs());
        Instant from = now();
        for (int i = 0; i < BAD_RUNS; i++) {
            if (isOver(begin)) {
                return tooLong();
            }
            ProofRun bad = trial.faultyRun(mechanism, at);
            if (!bad.recording().delivered()) {
                return InjectedOutage.undecided("it did not send " + at.shown() + " in each run of the outage");
            }
            record.addAll(bad.result().runs());
        }
        Instant to = now();
        if (isOver(begin)) {
            return tooLong();
        }
        ProofRun after = trial.healthyRun();
        if (!after.result().healthy()) {
            return red(after);
        }
        record.addAll(after.result().runs());
        return new InjectedOutage("", mechanism.fault().id(), from, to, BAD_RUNS, stated(record));
    }

    private boolean isOver(long begin) {
        return System.nanoTime() - begin > longest.toNanos();
    }

    private InjectedOutage tooLong() {
        return InjectedOutage.undecided(
                "its runs take too long: those of an outage do not end within " + longest.toSeconds() + " s");
    }

    private static InjectedOutage red(ProofRun run) {
        return InjectedOutage.undecided(
                "it failed with no fault injected: " + run.result().reason());
    }

    /** A record holds whole milliseconds. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static List<StatedOutage> stated(List<RunEnd> record) {
        OutageCollector collector = new OutageCollector(OutageRange.ALL, Set.of(RunMode.PROOF), probe -> {});
        record.forEach(run -> {
            collector.accept(run.start());
            collector.accept(byOwnClock(run));
        });
        return collector.report().canaries().stream()
                .flatMap(canary -> canary.outages().stream())
                .map(OutageTrial::stated)
                .toList();
    }

    /** The fault comes and goes by the canary's own clock: bounds as wide as the service's clock is wrong would hide much. */
    private static RunEnd byOwnClock(RunEnd run) {
        return new RunEnd(
                run.start(),
                run.duration(),
                run.outcome(),
                run.reason(),
                run.errorType(),
                run.attempts(),
                run.steps(),
                run.failingStep(),
                run.cleanupFailure(),
                Optional.empty());
    }

    private static StatedOutage stated(Outage outage) {
        return new StatedOutage(
                outage.beganAfter(),
                outage.beganBy(),
                outage.endedFrom(),
                outage.endedBefore(),
                outage.bad(),
                OutageSentence.of(outage));
    }
}
