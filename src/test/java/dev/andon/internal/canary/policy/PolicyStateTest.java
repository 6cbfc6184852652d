package dev.andon.internal.canary.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.canary.outages.Probe;
import dev.andon.internal.canary.outages.ProbeAssembler;
import dev.andon.internal.canary.outages.RecordedRuns;
import dev.andon.internal.canary.spec.Tolerance;
import dev.andon.internal.formats.RunMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyStateTest {
    private static final String BEGIN = "2026-03-02T11:30:02Z";

    private static RecordedRuns runs(String letters) {
        return RecordedRuns.from(BEGIN).runs(letters);
    }

    private static AlertPolicy policy(String tolerance) {
        return AlertPolicy.of(Tolerance.parse(tolerance).orElseThrow());
    }

    private static PolicyState after(String tolerance, List<Probe> probes) {
        PolicyState state = policy(tolerance).start();
        for (Probe probe : probes) {
            state = state.next(probe);
        }
        return state;
    }

    private static int pages(String tolerance, List<Probe> probes) {
        PolicyState state = policy(tolerance).start();
        int pages = 0;
        boolean firing = false;
        for (Probe probe : probes) {
            state = state.next(probe);
            if (state.firing().isPresent() && !firing) {
                pages++;
            }
            firing = state.firing().isPresent();
        }
        return pages;
    }

    @ParameterizedTest
    @CsvSource({
        "3/5, GGBGGGGG, 0",
        "3/5, GGBBGGGG, 0",
        "3/5, GGBBBGGG, 1",
        "3/5, GBGBGBGG, 1",
        "3/5, BBBGGB, 1",
        "3/5, BBBGGBGGGG, 1",
        "3/5, BBBGGBBB, 2",
        "3/5, BBBGBGBGBGG, 1",
        "3 in a row, BBGBBGBB, 0",
        "3 in a row, GBBBG, 1",
        "1/1, GBGG, 1",
        "3/5, DDDDDDD, 0",
        "1/1, UUUUUU, 0"
    })
    void it_pages(String tolerance, String letters, int pages) {
        assertThat(pages(tolerance, runs(letters).probes())).isEqualTo(pages);
    }

    @Test
    void the_incident_is_named_by_its_first_bad_run_and_never_moves() {
        List<Probe> probes = runs("GBGBBBBBBBGG").probes();
        PolicyState state = policy("3/5").start();
        List<String> ids = new ArrayList<>();
        for (Probe probe : probes) {
            state = state.next(probe);
            state.service().ifPresent(incident -> ids.add(incident.id()));
        }
        assertThat(ids).hasSize(8).containsOnly("place-an-order-fra-1-0002");
        Incident cleared = state.service().orElseThrow();
        assertThat(cleared.firing()).isFalse();
        assertThat(cleared.tripped().traceId()).isEqualTo("fra-1-0005");
        assertThat(cleared.window()).hasValueSatisfying(window -> {
            assertThat(window.beganAfter()).contains(Instant.parse("2026-03-02T11:30:02Z"));
            assertThat(window.beganBy()).isEqualTo("2026-03-02T11:31:03Z");
            assertThat(window.endedFrom()).isEqualTo("2026-03-02T11:39:02Z");
            assertThat(window.endedBefore()).contains(Instant.parse("2026-03-02T11:40:03Z"));
            assertThat(window.bad()).isEqualTo(8);
            assertThat(window.goodInside()).isEqualTo(1);
            assertThat(window.missing()).isZero();
        });
    }

    @Test
    void a_restart_in_the_middle_rebuilds_the_same_state_from_the_record() {
        List<Probe> probes = runs("GGGBBBBBGG").probes();
        Incident whole = after("3/5", probes.subList(0, 8)).firing().orElseThrow();
        Incident fromTheEnd = after("3/5", probes.subList(2, 8)).firing().orElseThrow();
        assertThat(fromTheEnd).isEqualTo(whole);
    }

    @Test
    void runs_without_a_result_alert_the_owner_and_never_say_that_the_service_is_down() {
        PolicyState state = after("3/5", runs("GGUUU").probes());
        assertThat(state.firing()).isEmpty();
        assertThat(state.ownerFiring()).hasValueSatisfying(incident -> {
            assertThat(incident.first().traceId()).isEqualTo("fra-1-0003");
            assertThat(incident.window()).isEmpty();
        });
        assertThat(after("3/5", runs("GGUUUGG").probes()).ownerFiring()).isEmpty();
        assertThat(after("1/1", runs("UGG").probes()).ownerFiring()).isEmpty();
        assertThat(after("3/5", runs("GGUGUGG").probes()).owner()).isEmpty();
    }

    @Test
    void a_run_without_a_result_does_not_delay_an_alert() {
        assertThat(after("3/5", runs("GBUBUB").probes()).firing()).isPresent();
    }

    @Test
    void a_missing_run_is_told_from_the_record_alone() {
        PolicyState state = after("3/5", runs("GGG").probes());
        Instant last = Instant.parse("2026-03-02T11:32:02Z");
        assertThat(state.missingSince(last.plusSeconds(70))).isEmpty();
        assertThat(state.missingSince(last.plusSeconds(71))).contains(last.plusSeconds(70));
        assertThat(policy("3/5").start().missingSince(last)).isEqualTo(Optional.empty());
    }

    @Test
    void a_maintenance_window_alerts_nobody_and_an_outage_that_outlasts_it_does() {
        RecordedRuns planned = runs("GG").muted("upgrade").runs("BBBB");
        assertThat(after("3/5", planned.probes()).firing()).isEmpty();
        assertThat(after("3/5", planned.muted("").runs("BB").probes()).firing()).isEmpty();
        assertThat(after("3/5", planned.runs("B").probes()).firing()).isPresent();
        assertThat(after("3/5", planned.muted("again").runs("B").probes()).firing())
                .isEmpty();
    }

    @Test
    void a_retried_success_is_good_and_a_run_of_a_build_is_nothing() {
        assertThat(after("1/1", runs("G").retried(true).runs("GGG").probes()).service())
                .isEmpty();
        PolicyState state = after("1/1", runs("G").probes());
        Probe proof = new ProbeAssembler(Set.of(RunMode.PROOF))
                .accept(runs("G").mode(RunMode.PROOF).add(Instant.parse(BEGIN).plus(Duration.ofHours(1)), 'B'))
                .get(0);
        assertThat(proof.bad()).isTrue();
        assertThat(state.next(proof)).isSameAs(state);
    }
}
