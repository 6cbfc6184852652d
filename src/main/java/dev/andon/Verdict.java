package dev.andon;

import java.util.Locale;
import org.apiguardian.api.API;

/**
 * Whether a practice holds for a service, a canary or the code base.
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public enum Verdict {
    /** The practice holds. */
    MET,
    /** The practice does not hold: the build fails. */
    VIOLATED,
    /** The practice does not hold, and a {@link Waive} accepts that until a date. */
    WAIVED,
    /** The practice does not hold, and the baseline has recorded that: it is known, and does not fail the build. */
    BASELINED,
    /** An {@link ExemptPractice} decides that the practice does not apply to this service. */
    EXEMPT,
    /** Data is missing, so it cannot be determined whether the practice holds: the build fails. */
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
