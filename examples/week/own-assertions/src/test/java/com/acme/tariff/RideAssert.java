package com.acme.tariff;

import java.time.DayOfWeek;
import org.assertj.core.api.AbstractAssert;

/** An assertion in the words of the domain, as AssertJ proposes. */
final class RideAssert extends AbstractAssert<RideAssert, TariffService> {

    private RideAssert(TariffService tariffs) {
        super(tariffs, RideAssert.class);
    }

    static RideAssert verifyThat(TariffService tariffs) {
        return new RideAssert(tariffs);
    }

    RideAssert isDearerOn(DayOfWeek dear, DayOfWeek cheap) {
        isNotNull();
        if (actual.cents(10, dear) <= actual.cents(10, cheap)) {
            failWithMessage("A ride on %s is not dearer than on %s", dear, cheap);
        }
        return this;
    }
}
