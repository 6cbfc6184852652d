package dev.andon.internal.canary.outages.render;

import dev.andon.internal.canary.outages.Availability;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes availability in percent, with three decimals, rounded so that the bounds stay true. */
final class AvailabilityText {
    private static final int DECIMALS = 3;

    private AvailabilityText() {}

    static String of(Availability availability) {
        if (availability.least().isEmpty() || availability.most().isEmpty()) {
            return "availability unknown";
        }
        String least = text(availability.least().getAsDouble(), RoundingMode.FLOOR);
        String most = text(availability.most().getAsDouble(), RoundingMode.CEILING);
        return least.equals(most) ? least + " %" : least + " % to " + most + " %";
    }

    private static String text(double share, RoundingMode rounding) {
        // A double's last digits are noise, and would round 100 % up.
        return BigDecimal.valueOf(share)
                .movePointRight(2)
                .setScale(DECIMALS + 2, RoundingMode.HALF_EVEN)
                .setScale(DECIMALS, rounding)
                .stripTrailingZeros()
                .toPlainString();
    }
}
