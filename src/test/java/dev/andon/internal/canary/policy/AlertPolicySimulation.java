package dev.andon.internal.canary.policy;

import dev.andon.internal.canary.outages.Moment;
import dev.andon.internal.canary.outages.Probe;
import dev.andon.internal.canary.outages.ProbeResult;
import dev.andon.internal.canary.spec.Tolerance;
import dev.andon.internal.formats.RunMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Measures policies on simulated runs, one a minute; writes the table of {@code docs/canary-alerting.md}. */
public final class AlertPolicySimulation {
    /** The policies, each with its name in canaries. */
    public static final List<String> POLICIES = List.of("1/1", "2 in a row", "2/3", "3/5", "3 in a row");

    private static final int RUNS_A_DAY = 1440;
    private static final double BLIPS = 0.01;
    private static final int DAYS = 10_000;
    private static final int OUTAGES = 2_000;
    private static final double MINUTE = 60_000;
    private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");

    private final AlertPolicy policy;
    private final Random random = new Random(15);

    private AlertPolicySimulation(String tolerance) {
        policy = AlertPolicy.of(Tolerance.parse(tolerance).orElseThrow());
    }

    /** Returns the lines of the table, without its header. */
    public static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String tolerance : POLICIES) {
            AlertPolicySimulation simulation = new AlertPolicySimulation(tolerance);
            Tolerance of = simulation.policy.tolerance();
            lines.add(String.format(
                    Locale.ROOT,
                    "| `%s` | %.4f | %.4f | %.1f min | %.1f min | %.1f min | %s |",
                    tolerance,
                    RUNS_A_DAY
                            * BLIPS
                            * choose(of.window() - 1, of.failures() - 1)
                            * Math.pow(BLIPS, of.failures() - 1),
                    simulation.falseAlertsADay(),
                    of.failures() - 0.5,
                    simulation.timesToDetect().stream()
                            .mapToDouble(time -> time)
                            .average()
                            .orElseThrow(),
                    simulation.timesToDetect().stream()
                            .mapToDouble(time -> time)
                            .max()
                            .orElseThrow(),
                    simulation.alternating()));
        }
        return lines;
    }

    private static double choose(int n, int k) {
        double ways = 1;
        for (int i = 1; i <= k; i++) {
            ways = ways * (n - k + i) / i;
        }
        return ways;
    }

    /** Between two blips the state no longer changes after a few good runs; those are left out. */
    private double falseAlertsADay() {
        long runs = 0;
        int alerts = 0;
        PolicyState state = policy.start();
        while (runs < (long) DAYS * RUNS_A_DAY) {
            long good = (long) (Math.log(1 - random.nextDouble()) / Math.log(1 - BLIPS));
            for (long i = 0; i < Math.min(good, policy.memory()); i++) {
                state = state.next(probe(runs + i, ProbeResult.GOOD));
            }
            runs += good;
            boolean before = state.firing().isPresent();
            state = state.next(probe(runs, ProbeResult.BAD));
            runs++;
            alerts += state.firing().isPresent() && !before ? 1 : 0;
        }
        return alerts / (double) DAYS;
    }

    /** An outage that begins at any time between two runs, and in which every run fails; in minutes. */
    private List<Double> timesToDetect() {
        Random begin = new Random(16);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < OUTAGES; i++) {
            double before = begin.nextDouble() * MINUTE;
            PolicyState state = policy.start();
            int run = 0;
            while (state.firing().isEmpty()) {
                run++;
                state = state.next(probe(run, ProbeResult.BAD));
            }
            times.add((before + (run - 1) * MINUTE) / MINUTE);
        }
        return times;
    }

    /** How many runs it takes when every second one fails. */
    private String alternating() {
        PolicyState state = policy.start();
        for (int run = 1; run <= 1000; run++) {
            state = state.next(probe(run, run % 2 == 1 ? ProbeResult.BAD : ProbeResult.GOOD));
            if (state.firing().isPresent()) {
                return "run " + run;
            }
        }
        return "never";
    }

    private static Probe probe(long run, ProbeResult result) {
        Moment at = Moment.exactly("1", BEGIN.plusSeconds(60 * run));
        return new Probe(
                "place-an-order",
                "POST /orders",
                "production",
                "fra",
                "trace-" + run,
                RunMode.RUN,
                result,
                at,
                at,
                at,
                at,
                "",
                "",
                Optional.of(Duration.ofMinutes(1)),
                Duration.ofSeconds(10),
                Duration.ZERO,
                "",
                false,
                false,
                false,
                false);
    }
}
