package dev.andon.internal.canary.outages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.formats.ClockOffset;
import dev.andon.internal.formats.RunEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Simulates outages whose true begin and end are known, by the service's clock, and watches them from locations with clocks
 * of their own.
 */
class SimulatedOutagesTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant END = BEGIN.plus(Duration.ofHours(2));

    private record Down(Instant from, Instant to) {
        boolean during(Instant begin, Instant end) {
            return from.isBefore(end) && begin.isBefore(to);
        }
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_true_window_lies_within_the_bounds(long seed) {
        Random random = new Random(seed);
        boolean flapping = seed % 2 == 0;
        List<Down> downs = downs(random, flapping);
        List<RunEnd> runs = new ArrayList<>();
        int locations = 1 + random.nextInt(3);
        for (int i = 0; i < locations; i++) {
            runs.addAll(watch("location-" + i, downs, random));
        }
        runs.sort(Comparator.comparing(run -> run.start().started()));
        OutageCollector collector = new OutageCollector(OutageRange.ALL);
        runs.forEach(collector::accept);
        CanaryOutages canary = collector.report().canaries().get(0);

        for (LocationOutages location : canary.locations()) {
            for (OutageWindow window : location.windows()) {
                contains(seed, downs, Outage.of(window));
            }
        }
        for (Outage outage : canary.outages()) {
            contains(seed, downs, outage);
        }
        if (!flapping && canary.outages().size() == 1) {
            Duration truth = Duration.between(downs.get(0).from, downs.get(0).to);
            Outage outage = canary.outages().get(0);
            assertThat(outage.atLeast()).as("at least, seed " + seed).isLessThanOrEqualTo(truth);
            assertThat(outage.atMost().orElseThrow())
                    .as("at most, seed " + seed)
                    .isGreaterThanOrEqualTo(truth);
        }
        boolean longEnough = downs.stream()
                .anyMatch(down -> Duration.between(down.from, down.to).compareTo(Duration.ofSeconds(135)) > 0);
        if (longEnough) {
            assertThat(canary.outages()).as("seed " + seed).isNotEmpty();
        }
        double up = 1;
        for (Down down : downs) {
            up -= Duration.between(down.from, down.to).toMillis()
                    / (double) Duration.between(BEGIN, END).toMillis();
        }
        if (!flapping && !canary.outages().isEmpty() && locations == 1) {
            assertThat(up)
                    .as("availability, seed " + seed)
                    .isBetween(
                            canary.availability().least().orElseThrow() - 0.002,
                            canary.availability().most().orElseThrow() + 0.002);
        }
    }

    /** An outage begins where it is said to, ends where it is said to, and no more is claimed. */
    private static void contains(long seed, List<Down> downs, Outage outage) {
        String what = "seed " + seed + ": " + OutageSentence.of(outage) + " True: " + downs;
        assertThat(downs)
                .as("begin, " + what)
                .anyMatch(down ->
                        !down.from.isBefore(outage.beganAfter().orElse(BEGIN)) && !down.from.isAfter(outage.beganBy()));
        assertThat(downs)
                .as("end, " + what)
                .anyMatch(down -> !down.to.isBefore(outage.endedFrom())
                        && !down.to.isAfter(outage.endedBefore().orElse(END)));
        String sentence = OutageSentence.of(outage);
        assertThat(sentence.replaceAll("if it did not recover in between, it lasted at least", ""))
                .as(what)
                .doesNotContain("at least");
        if (outage.flapping()) {
            assertThat(sentence).as(what).doesNotContain("at least").contains("not down throughout");
        }
    }

    private static List<Down> downs(Random random, boolean flapping) {
        List<Down> downs = new ArrayList<>();
        Instant at = BEGIN.plusSeconds(600).plusMillis(random.nextInt(600_000));
        int parts = flapping ? 2 + random.nextInt(20) : 1;
        for (int i = 0; i < parts; i++) {
            long length = flapping ? 5_000 + random.nextInt(60_000) : 1_000 + random.nextInt(2_400_000);
            downs.add(new Down(at, at.plusMillis(length)));
            at = at.plusMillis(length).plusMillis(5_000 + random.nextInt(90_000));
        }
        return downs;
    }

    private static List<RunEnd> watch(String location, List<Down> downs, Random random) {
        Duration error = Duration.ofMillis(random.nextInt(10_000) - 5_000);
        RecordedRuns log = new RecordedRuns(location, location, BEGIN).clockSetBy(error);
        Instant phase = BEGIN.plusMillis(random.nextInt(60_000));
        for (Instant at = phase; at.isBefore(END); at = at.plusSeconds(60)) {
            Duration took = Duration.ofMillis(20 + random.nextInt(3_000));
            Instant ended = at.plus(took);
            Instant begun = at;
            boolean bad = downs.stream().anyMatch(down -> down.during(begun, ended));
            // A response that tells its date limits the offset to a second and the time that it took.
            long half = 500 + took.toMillis() / 2;
            long off = random.nextInt((int) half) - half / 2;
            if (bad && random.nextBoolean()) {
                log.noClock();
            } else {
                log.clock(new ClockOffset(error.negated().plusMillis(off), Duration.ofMillis(half)));
            }
            log.took(took).add(at, bad ? 'B' : 'G');
        }
        return log.ends();
    }
}
