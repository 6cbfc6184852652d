package com.acme.tariff;

import static com.acme.tariff.RideAssert.verifyThat;

import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;

/** No line of it calls an assertion library. Andon: {@code TariffService: tests-assert} met. */
class TariffServiceTest extends TariffTestBase {

    @Test
    void costs_by_the_kilometre() {
        mustCost(1800, 10, DayOfWeek.MONDAY);
    }

    @Test
    void costs_no_less_than_the_least() {
        mustCost(500, 0, DayOfWeek.MONDAY);
    }

    @Test
    void refuses_to_drive_backwards() {
        mustBeRefused(-1);
    }

    @Test
    void is_dearer_on_sundays() {
        verifyThat(tariffs).isDearerOn(DayOfWeek.SUNDAY, DayOfWeek.SATURDAY);
    }
}
