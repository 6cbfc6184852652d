package dev.andon.internal.judge;

import dev.andon.internal.evidence.Counter;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes shares as percentages, without the sign. */
final class Percent {

    private static final int MOST_DIGITS = 6;

    private Percent() {}

    /** Returns a share that a user wrote, as exact as it was written. */
    static String of(double share) {
        return text(BigDecimal.valueOf(share).movePointRight(2));
    }

    /** Returns what is covered, rounded down, with as many digits as distinguish it from the required share. */
    static String of(Counter counter, double asked) {
        BigDecimal required = BigDecimal.valueOf(asked).movePointRight(2);
        BigDecimal hundredfold = BigDecimal.valueOf(counter.covered()).movePointRight(2);
        BigDecimal total = BigDecimal.valueOf(counter.total());
        BigDecimal share = hundredfold.divide(total, 1, RoundingMode.DOWN);
        // A share below the threshold must not read as if it had reached it.
        for (int digits = 2; digits <= MOST_DIGITS && reads(share, required, counter, asked); digits++) {
            share = hundredfold.divide(total, digits, RoundingMode.DOWN);
        }
        return text(share);
    }

    private static boolean reads(BigDecimal share, BigDecimal required, Counter counter, double asked) {
        BigDecimal same = required.setScale(share.scale(), RoundingMode.DOWN);
        return counter.missingTo(asked) > 0 && share.compareTo(same) == 0;
    }

    private static String text(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString();
    }
}
