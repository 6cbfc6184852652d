package dev.andon.internal.canary.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.formats.TriedTolerance;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToleranceTrialTest {

    @ParameterizedTest
    @CsvSource({
        "3/5, false, 3",
        "2/10, false, 2",
        "5 in a row, false, 5",
        "5/9, false, 5",
        "1/1, true, 1",
        "1/5, true, 1",
        "6 in a row, false,",
        "8/10, false,"
    })
    void one_bad_run_and_an_outage_of_five_intervals_alert_as_the_policy_decides(
            String tolerance, boolean blip, Integer after) {
        assertThat(ToleranceTrial.of(tolerance))
                .contains(new TriedTolerance(tolerance, blip, 5, Optional.ofNullable(after)));
    }

    @Test
    void what_is_no_tolerance_is_not_tried() {
        assertThat(ToleranceTrial.of("")).isEmpty();
        assertThat(ToleranceTrial.of("5/3")).isEmpty();
    }
}
