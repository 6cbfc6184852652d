package dev.andon.internal.canary.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.canary.run.CanarySchedule.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryScheduleTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant NOON = Instant.parse("2027-03-10T12:00:00Z");

    /** A wall clock that can be set, beside one that never jumps. */
    private static final class VirtualClock {
        private long nanos = 17;
        private Instant wall;

        VirtualClock(Instant wall) {
            this.wall = wall;
        }

        void pass(Duration time) {
            nanos += time.toNanos();
            wall = wall.plus(time);
        }

        void set(Duration step) {
            wall = wall.plus(step);
        }
    }

    private static List<Instant> starts(CanarySchedule schedule, VirtualClock clock, int count) {
        List<Instant> starts = new ArrayList<>();
        Due due = schedule.first(clock.wall, clock.nanos);
        for (int i = 0; i < count; i++) {
            clock.pass(Duration.ofNanos(due.at() - clock.nanos));
            starts.add(clock.wall);
            due = schedule.next(due, clock.wall, clock.nanos);
        }
        return starts;
    }

    private static long phase(Instant start, Duration every) {
        return Math.floorMod(start.toEpochMilli(), every.toMillis());
    }

    @Test
    void starts_follow_each_other_at_the_interval_within_the_jitter() {
        List<Instant> starts = starts(new CanarySchedule("place-an-order", MINUTE), new VirtualClock(NOON), 500);

        for (int i = 1; i < starts.size(); i++) {
            assertThat(Duration.between(starts.get(i - 1), starts.get(i)))
                    .isBetween(Duration.ofSeconds(57), Duration.ofSeconds(63));
        }
        assertThat(Duration.between(starts.get(0), starts.get(499)))
                .isBetween(
                        MINUTE.multipliedBy(499).minusSeconds(3),
                        MINUTE.multipliedBy(499).plusSeconds(3));
    }

    @Test
    void a_restart_at_any_moment_neither_shifts_the_phase_nor_waits_longer_than_an_interval() {
        CanarySchedule schedule = new CanarySchedule("place-an-order", MINUTE);
        long usual = phase(starts(schedule, new VirtualClock(NOON), 1).get(0), MINUTE);
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            Instant restarted = NOON.plusMillis(random.nextInt(100_000_000));
            Instant first = starts(schedule, new VirtualClock(restarted), 1).get(0);

            assertThat(Duration.between(restarted, first)).isBetween(Duration.ZERO, MINUTE.plusSeconds(3));
            long off = Math.floorMod(phase(first, MINUTE) - usual, MINUTE.toMillis());
            assertThat(Math.min(off, MINUTE.toMillis() - off)).isLessThanOrEqualTo(3000);
        }
    }

    @Test
    void ten_restarts_in_a_minute_cause_no_burst() {
        List<Instant> starts = new ArrayList<>();
        CanarySchedule schedule = new CanarySchedule("place-an-order", MINUTE);
        VirtualClock clock = new VirtualClock(NOON);
        for (int i = 0; i < 10; i++) {
            Due due = schedule.first(clock.wall, clock.nanos);
            if (due.at() - clock.nanos < Duration.ofSeconds(6).toNanos()) {
                starts.add(clock.wall.plusNanos(due.at() - clock.nanos));
            }
            clock.pass(Duration.ofSeconds(6));
        }
        assertThat(starts).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void many_canaries_are_spread_over_the_interval() {
        TreeMap<Long, Integer> bySecond = new TreeMap<>();
        for (int i = 0; i < 500; i++) {
            Instant first = starts(new CanarySchedule("canary-" + i, MINUTE), new VirtualClock(NOON), 1)
                    .get(0);
            bySecond.merge(first.getEpochSecond(), 1, Integer::sum);
        }
        assertThat(bySecond.values()).allMatch(count -> count < 30);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, 3600, -90, 7, 86_400 * 400L})
    void a_step_of_the_wall_clock_neither_bursts_nor_pauses(long seconds) {
        CanarySchedule schedule = new CanarySchedule("place-an-order", MINUTE);
        VirtualClock clock = new VirtualClock(NOON);
        Due due = schedule.first(clock.wall, clock.nanos);
        for (int i = 0; i < 300; i++) {
            clock.pass(Duration.ofNanos(due.at() - clock.nanos));
            if (i == 20) {
                clock.set(Duration.ofSeconds(seconds));
            }
            long before = due.at();
            due = schedule.next(due, clock.wall, clock.nanos);
            assertThat(Duration.ofNanos(due.at() - before)).isBetween(Duration.ofSeconds(56), Duration.ofSeconds(64));
            assertThat(due.missed()).isZero();
        }
        long usual = phase(starts(schedule, new VirtualClock(NOON), 1).get(0), MINUTE);
        long off = Math.floorMod(phase(clock.wall, MINUTE) - usual, MINUTE.toMillis());
        assertThat(Math.min(off, MINUTE.toMillis() - off))
                .as("back in its phase")
                .isLessThanOrEqualTo(3500);
    }

    @Test
    void more_than_a_hundred_missed_starts_are_counted_and_not_made_up_for() {
        CanarySchedule schedule = new CanarySchedule("place-an-order", MINUTE);
        VirtualClock clock = new VirtualClock(NOON);
        Due due = schedule.first(clock.wall, clock.nanos);
        clock.pass(Duration.ofHours(5));

        Due next = schedule.next(due, clock.wall, clock.nanos);

        assertThat(next.missed()).isBetween(298L, 301L);
        assertThat(Duration.ofNanos(next.at() - clock.nanos)).isBetween(Duration.ofSeconds(-4), MINUTE.plusSeconds(3));
        Due after = schedule.next(next, clock.wall, clock.nanos);
        assertThat(after.missed()).isZero();
        assertThat(Duration.ofNanos(after.at() - next.at())).isGreaterThan(Duration.ofSeconds(56));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-28T00:30:00Z", "2027-10-31T00:30:00Z"})
    void a_night_of_daylight_saving_is_like_any_other(String evening) {
        CanarySchedule schedule = new CanarySchedule("nightly", Duration.ofHours(1));
        List<Instant> starts = starts(schedule, new VirtualClock(Instant.parse(evening)), 5);

        for (int i = 1; i < starts.size(); i++) {
            assertThat(Duration.between(starts.get(i - 1), starts.get(i)))
                    .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
        }
    }

    @Test
    void the_clock_that_never_jumps_may_be_negative_and_wrap_around() {
        CanarySchedule schedule = new CanarySchedule("place-an-order", MINUTE);
        long now = Long.MAX_VALUE - Duration.ofSeconds(90).toNanos();
        Due due = schedule.first(NOON, now);
        for (int i = 0; i < 4; i++) {
            Due next = schedule.next(due, NOON.plusNanos(due.at() - now), due.at());
            assertThat(Duration.ofNanos(next.at() - due.at()))
                    .isBetween(Duration.ofSeconds(57), Duration.ofSeconds(63));
            due = next;
        }
    }
}
