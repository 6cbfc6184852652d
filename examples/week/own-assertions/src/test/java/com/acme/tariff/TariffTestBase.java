package com.acme.tariff;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The assertions of this team; what a test calls is theirs, what fails in the end may be anybody's. */
abstract class TariffTestBase {

    final TariffService tariffs = new TariffService();

    /** Fails by itself: there is no library below it. */
    void mustCost(int expectedCents, int kilometres, DayOfWeek day) {
        int cents = tariffs.cents(kilometres, day);
        if (cents != expectedCents) {
            throw new AssertionError(kilometres + " km on " + day + " cost " + cents + ", not " + expectedCents);
        }
    }

    /** Leaves the failing to a library, two calls further down. */
    void mustBeRefused(int kilometres) {
        refused(() -> tariffs.cents(kilometres, DayOfWeek.MONDAY));
    }

    private static void refused(ThrowingCallable ride) {
        assertThatThrownBy(ride).isInstanceOf(IllegalArgumentException.class);
    }
}
