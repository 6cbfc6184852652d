package dev.andon.internal.canary.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.andon.internal.formats.ClockOffset;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutageCollectorTest {
    private static final String BEGIN = "2026-03-02T11:30:02Z";

    private static OutageReport report(OutageRange range, RecordedRuns... logs) {
        OutageCollector collector = new OutageCollector(range);
        Arrays.stream(logs)
                .flatMap(log -> log.ends().stream())
                .sorted(Comparator.comparing((RunEnd run) -> run.start().uptime()))
                .forEach(run -> {
                    collector.accept(run.start());
                    collector.accept(run);
                });
        return collector.report();
    }

    private static CanaryOutages outages(RecordedRuns... logs) {
        return report(OutageRange.ALL, logs).canaries().get(0);
    }

    private static Outage only(RecordedRuns... logs) {
        List<Outage> outages = outages(logs).outages();
        assertThat(outages).hasSize(1);
        return outages.get(0);
    }

    private static List<ServiceState> states(RecordedRuns... logs) {
        return outages(logs).spans().stream().map(StateSpan::state).toList();
    }

    @Test
    void the_sentence_claims_only_what_was_observed() {
        assertThat(OutageSentence.of(only(RecordedRuns.from(BEGIN).runs("GGGGGBBBBBBBBBBBGGGG"))))
                .isEqualTo(
                        "POST /orders failed in all 11 probes from 2026-03-02 11:35:02 to 11:45:03 UTC (location fra)."
                                + " It began between 11:34:02 and 11:35:03 and ended between 11:45:02 and 11:46:03; if it did not"
                                + " recover in between, it lasted at least 9 min 59 s and at most 12 min 1 s. Interval 60 s, no"
                                + " probe missing; outages under 60 s may go unseen.");
    }

    @Test
    void one_failing_probe_lasted_at_most() {
        assertThat(OutageSentence.of(only(RecordedRuns.from(BEGIN).runs("GGBGGG"))))
                .contains("failed in 1 probe at 2026-03-02 11:32:02 UTC", "it lasted at most 2 min 1 s")
                .doesNotContain("at least");
    }

    @Test
    void flapping_is_said_and_nothing_is_said_to_last() {
        Outage outage = only(RecordedRuns.from(BEGIN).runs("GGBBGGBGBGGGG"));
        assertThat(outage.flapping()).isTrue();
        assertThat(OutageSentence.of(outage))
                .contains("failed in 4 of 7 probes", "it was not down throughout", "at most 8 min 1 s")
                .doesNotContain("at least");
    }

    @Test
    void windows_with_three_good_runs_between_them_are_two() {
        assertThat(outages(RecordedRuns.from(BEGIN).runs("GGBGGBGGG")).outages())
                .hasSize(1);
        assertThat(outages(RecordedRuns.from(BEGIN).runs("GGBGGGBGGG")).outages())
                .hasSize(2);
    }

    @Test
    void a_log_that_begins_or_ends_in_an_outage_says_so() {
        Outage outage = only(RecordedRuns.from(BEGIN).runs("BBB"));
        assertThat(outage.beganAfter()).isEmpty();
        assertThat(outage.endedBefore()).isEmpty();
        assertThat(OutageSentence.of(outage))
                .contains("had begun by 11:30:03, and no successful probe before it is in the log")
                .contains("had not ended by 11:32:02");
    }

    @ParameterizedTest
    @CsvSource({"BBBBB, 0, 0", "B, 0, 0", "GGGGG, 1, 1", "G, 1, 1", "GGGBB, 0.5, 0.75", "GB, 0, 1"})
    void availability_has_bounds(String letters, double least, double most) {
        Availability availability =
                outages(RecordedRuns.from(BEGIN).runs(letters)).availability();
        assertThat(availability.least()).hasValueCloseTo(least, within(1e-9));
        assertThat(availability.most()).hasValueCloseTo(most, within(1e-9));
    }

    @Test
    void nothing_but_unknown_runs_is_no_availability() {
        CanaryOutages unknown = outages(RecordedRuns.from(BEGIN).runs("UUU"));
        assertThat(unknown.availability().least()).isEmpty();
        assertThat(unknown.outages()).isEmpty();
        assertThat(unknown.locations().get(0).unknown()).isEqualTo(3);
    }

    @Test
    void an_hour_without_runner_is_in_neither_sum() {
        RecordedRuns log = RecordedRuns.from(BEGIN).runs("GGG" + ".".repeat(60) + "GGG");
        assertThat(states(log)).containsExactly(ServiceState.UP, ServiceState.UNKNOWN, ServiceState.UP);
        Availability availability = outages(log).availability();
        assertThat(availability.unknown()).isEqualTo(Duration.ofMinutes(61));
        assertThat(availability.up()).isEqualTo(Duration.ofMinutes(4));
        RecordedRuns down = RecordedRuns.from(BEGIN).runs("GBB" + ".".repeat(60) + "BBG");
        assertThat(outages(down).availability().down()).isEqualTo(Duration.ofMinutes(2));
        assertThat(OutageSentence.of(only(down)))
                .contains("60 probes missing", "nothing is known of 1 h 1 min 1 s in between", "at least 1 min 58 s");
    }

    @Test
    void one_late_run_is_no_gap_and_one_missing_run_is() {
        RecordedRuns log = new RecordedRuns("fra", "1", Instant.parse(BEGIN));
        log.add(Instant.parse(BEGIN), 'G');
        log.add(Instant.parse(BEGIN).plusSeconds(70), 'G');
        assertThat(states(log)).containsExactly(ServiceState.UP);
        log.add(Instant.parse(BEGIN).plusSeconds(141), 'G');
        assertThat(states(log)).containsExactly(ServiceState.UP, ServiceState.UNKNOWN);
    }

    @Test
    void a_location_that_stopped_is_not_up() {
        RecordedRuns fra = RecordedRuns.from(BEGIN).runs("GGGGBBBBGGGG");
        RecordedRuns syd = new RecordedRuns("syd", "2", Instant.parse(BEGIN)).runs("GG");
        CanaryOutages both = outages(fra, syd);
        assertThat(both.locations().get(1).spans())
                .extracting(StateSpan::state)
                .containsExactly(ServiceState.UP, ServiceState.UNKNOWN);
        assertThat(both.spans()).extracting(StateSpan::state).contains(ServiceState.DOWN);
    }

    @Test
    void an_outage_at_one_location_of_two_is_partial() {
        RecordedRuns fra = RecordedRuns.from(BEGIN).runs("GGGBBBBBGGGG");
        RecordedRuns syd = new RecordedRuns("syd", "2", Instant.parse(BEGIN)).runs("GGGGGGGGGGGG");
        assertThat(states(fra, syd)).contains(ServiceState.PARTIAL).doesNotContain(ServiceState.DOWN);
        assertThat(OutageSentence.of(only(fra, syd))).contains("(location fra; it worked from syd)");
        RecordedRuns iad = new RecordedRuns("syd", "3", Instant.parse(BEGIN)).runs("GGGGBBBGGGGG");
        assertThat(states(fra, iad)).contains(ServiceState.DOWN);
        assertThat(OutageSentence.of(only(fra, iad))).contains("failed in 8 probes", "(locations fra, syd)");
    }

    @Test
    void a_host_is_no_location() {
        RecordedRuns one = new RecordedRuns("fra", "1", Instant.parse(BEGIN)).runs("G.B.G.G.G");
        RecordedRuns other = new RecordedRuns("fra", "2", Instant.parse(BEGIN)).runs(".B.G.G.G");
        assertThat(outages(one, other).locations()).hasSize(1);
        assertThat(only(one, other).bad()).isEqualTo(2);
    }

    @Test
    void maintenance_is_planned_and_in_neither_sum() {
        RecordedRuns log = RecordedRuns.from(BEGIN)
                .runs("GG")
                .muted("upgrade of the database")
                .runs("BBB")
                .muted("")
                .runs("GGG");
        assertThat(states(log)).containsExactly(ServiceState.UP, ServiceState.PLANNED, ServiceState.UP);
        assertThat(outages(log).availability().most()).hasValue(1);
        assertThat(OutageSentence.of(only(log))).contains("It was planned: upgrade of the database.");
    }

    @Test
    void a_retried_success_is_no_outage_and_counted() {
        CanaryOutages blip = outages(RecordedRuns.from(BEGIN)
                .runs("GG")
                .retried(true)
                .runs("G")
                .retried(false)
                .runs("DG"));
        assertThat(blip.outages()).isEmpty();
        assertThat(blip.locations().get(0).retried()).isEqualTo(1);
        assertThat(blip.locations().get(0).degraded()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = RunMode.class,
            names = {"CI", "PROOF", "GATE"})
    void only_runs_that_watch_the_deployed_system_count(RunMode mode) {
        assertThat(report(OutageRange.ALL, RecordedRuns.from(BEGIN).mode(mode).runs("GBBBG"))
                        .canaries())
                .isEmpty();
        assertThat(only(RecordedRuns.from(BEGIN).mode(RunMode.ONCE).runs("GBBBG"))
                        .bad())
                .isEqualTo(3);
    }

    @Test
    void a_check_that_failed_after_a_good_answer_may_have_failed_earlier_in_the_attempt() {
        RecordedRuns log =
                RecordedRuns.from(BEGIN).took(Duration.ofSeconds(2)).runs("G").failingWith("200");
        assertThat(only(log.runs("BG")).endedFrom()).isEqualTo("2026-03-02T11:31:02Z");
    }

    @Test
    void a_run_without_end_is_unknown() {
        RecordedRuns log = RecordedRuns.from(BEGIN).runs("GGGG");
        OutageCollector collector = new OutageCollector(OutageRange.ALL);
        List<RunEnd> runs = log.ends();
        for (int i = 0; i < runs.size(); i++) {
            collector.accept(runs.get(i).start());
            if (i != 1 && i != 3) {
                collector.accept(runs.get(i));
            }
        }
        CanaryOutages canary = collector.report().canaries().get(0);
        assertThat(canary.locations().get(0).unfinished()).isEqualTo(2);
        assertThat(canary.spans()).extracting(StateSpan::state).containsExactly(ServiceState.UNKNOWN);
    }

    @Test
    void a_log_that_is_given_twice_counts_once() {
        RecordedRuns log = RecordedRuns.from(BEGIN).runs("GGBBGGG");
        assertThat(only(log, log)).isEqualTo(only(log));
    }

    @Test
    void a_clock_that_disagrees_with_the_service_widens_the_bounds() {
        RecordedRuns log = RecordedRuns.from(BEGIN)
                .clock(new ClockOffset(Duration.ofSeconds(3), Duration.ofMillis(600)))
                .runs("GG")
                .noClock()
                .runs("BB")
                .clock(new ClockOffset(Duration.ofSeconds(3), Duration.ofMillis(600)))
                .runs("GGG");
        Outage outage = only(log);
        assertThat(outage.beganAfter()).contains(Instant.parse("2026-03-02T11:31:02Z"));
        assertThat(outage.beganBy()).isEqualTo("2026-03-02T11:32:06.600Z");
        assertThat(outage.endedBefore()).contains(Instant.parse("2026-03-02T11:34:06.600Z"));
        assertThat(outage.atMost()).contains(Duration.ofSeconds(181));
        assertThat(OutageSentence.of(outage)).contains("include a clock error of up to 3 s");
    }

    @Test
    void a_wall_clock_that_is_set_forth_and_back_keeps_the_order_and_the_durations() {
        RecordedRuns log = RecordedRuns.from(BEGIN)
                .runs("GGG")
                .clockSetBy(Duration.ofHours(1))
                .runs("GBBB")
                .clockSetBy(Duration.ofHours(-1))
                .runs("BGG")
                .clockSetBy(Duration.ZERO)
                .runs("GGG");
        Outage outage = only(log);
        assertThat(outage.bad()).isEqualTo(4);
        assertThat(outage.atLeast()).isEqualTo(Duration.ofSeconds(179));
        assertThat(outage.atMost())
                .hasValueSatisfying(most -> assertThat(most).isGreaterThanOrEqualTo(Duration.ofSeconds(301)));
        assertThat(outage.beganAfter().orElseThrow()).isBeforeOrEqualTo("2026-03-02T11:33:02Z");
        assertThat(outage.endedBefore().orElseThrow()).isAfterOrEqualTo("2026-03-02T11:38:03Z");
        assertThat(states(log))
                .containsExactly(
                        ServiceState.UP,
                        ServiceState.CHANGING,
                        ServiceState.DOWN,
                        ServiceState.CHANGING,
                        ServiceState.UP);
        assertThat(outages(log).availability().down()).isEqualTo(Duration.ofMinutes(3));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29T00:30:00Z", "2026-10-25T00:30:00Z"})
    void daylight_saving_changes_nothing(String night) {
        Availability availability = outages(
                        RecordedRuns.from(night).runs("G".repeat(30) + "B".repeat(30) + "G".repeat(90)))
                .availability();
        assertThat(availability.up()).isEqualTo(Duration.ofMinutes(29 + 89));
        assertThat(availability.down()).isEqualTo(Duration.ofMinutes(29));
    }

    @Test
    void a_range_cuts_the_sums_and_keeps_the_bounds() {
        RecordedRuns log = RecordedRuns.from(BEGIN).runs("GGBBBBGGG");
        OutageRange range = new OutageRange(
                Optional.of(Instant.parse("2026-03-02T11:34:00Z")), Optional.of(Instant.parse("2026-03-02T12:00:00Z")));
        OutageReport report = report(range, log);
        assertThat(report.runs()).isEqualTo(5);
        CanaryOutages canary = report.canaries().get(0);
        assertThat(canary.outages().get(0).beganAfter()).contains(Instant.parse("2026-03-02T11:31:02Z"));
        assertThat(canary.availability().unknown())
                .isEqualTo(Duration.between(
                        Instant.parse("2026-03-02T11:38:02Z"), range.to().orElseThrow()));
        OutageRange later = new OutageRange(Optional.of(Instant.parse("2026-03-02T13:00:00Z")), Optional.empty());
        assertThat(report(later, log).runs()).isZero();
        assertThat(report(later, log).canaries().get(0).outages()).isEmpty();
    }

    @Test
    void lines_of_another_source_may_come_ten_minutes_late() {
        RecordedRuns log = RecordedRuns.from(BEGIN).runs("GGBBBGGGGGGGGGGGGGGGGGGGGGGGGG");
        List<RunEnd> runs = log.ends();
        OutageCollector collector = new OutageCollector(OutageRange.ALL);
        Stream.of(
                        runs.subList(0, 3),
                        runs.subList(5, 11),
                        runs.subList(3, 5),
                        runs.subList(12, 30),
                        runs.subList(11, 12))
                .flatMap(List::stream)
                .forEach(collector::accept);
        OutageReport report = collector.report();
        assertThat(report.canaries().get(0).outages().get(0).bad()).isEqualTo(3);
        assertThat(report.late()).isEqualTo(1);
    }
}
