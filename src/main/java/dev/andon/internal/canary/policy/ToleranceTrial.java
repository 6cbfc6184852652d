package dev.andon.internal.canary.policy;

import dev.andon.internal.canary.outages.Moment;
import dev.andon.internal.canary.outages.Probe;
import dev.andon.internal.canary.outages.ProbeResult;
import dev.andon.internal.canary.spec.Tolerance;
import dev.andon.internal.formats.RunMode;
import dev.andon.internal.formats.TriedTolerance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Backtests a tolerance on simulated runs: does one bad run alert somebody, and does an outage? */
public final class ToleranceTrial {
    /** How many intervals an outage may take before somebody must be alerted. */
    public static final int INTERVALS = 5;

    private static final Duration EVERY = Duration.ofMinutes(1);

    private ToleranceTrial() {}

    /** Returns what a tolerance does; empty where the text is none. */
    public static Optional<TriedTolerance> of(String text) {
        return Tolerance.parse(text).map(tolerance -> {
            List<Integer> alerts = alerts(tolerance, INTERVALS);
            return new TriedTolerance(
                    text,
                    !alerts(tolerance, 1).isEmpty(),
                    INTERVALS,
                    alerts.stream().filter(run -> run <= INTERVALS).findFirst());
        });
    }

    /** Returns the runs that alert somebody, counted from the first bad one, where so many bad runs follow good ones. */
    private static List<Integer> alerts(Tolerance tolerance, int bad) {
        AlertPolicy policy = AlertPolicy.of(tolerance);
        int good = policy.memory();
        Backtest backtest = new Backtest(policy, 1);
        IntStream.rangeClosed(1 - good, bad + good)
                .mapToObj(run -> probe(run, run >= 1 && run <= bad ? ProbeResult.BAD : ProbeResult.GOOD))
                .forEach(backtest::accept);
        return backtest.outcome(List.of()).alerts().stream()
                .map(at -> (int) Duration.between(Instant.EPOCH, at).dividedBy(EVERY))
                .toList();
    }

    private static Probe probe(int run, ProbeResult result) {
        Moment at = Moment.exactly("simulated", Instant.EPOCH.plus(EVERY.multipliedBy(run)));
        return new Probe(
                "simulated",
                "",
                "",
                "",
                "run-" + run,
                RunMode.RUN,
                result,
                at,
                at,
                at,
                at,
                "",
                "",
                Optional.of(EVERY),
                EVERY,
                Duration.ZERO,
                "",
                false,
                false,
                false,
                false);
    }
}
