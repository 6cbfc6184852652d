package dev.andon;

import java.util.Locale;
import org.apiguardian.api.API;

/**
 * What is said of one service and one practice.
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public enum Verdict {
    /** The practice holds. */
    MET,
    /** The practice does not hold: the build fails. */
    VIOLATED,
    /** The practice does not hold and a {@link Waive} says why that is acceptable until a date. */
    WAIVED,
    /** The practice does not hold, as it did not when the baseline was recorded. */
    BASELINED,
    /** Data is missing, so nobody can say: the build fails. */
    UNDECIDED,
    /** The practice has no meaning for this service. */
    NOT_APPLICABLE;

    /** Returns whether this verdict fails the build. */
    public boolean fails() {
        return this == VIOLATED || this == UNDECIDED;
    }

    /** Returns the word that {@code report.json} uses, for example {@code not-applicable}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
