package dev.andon.internal.evidence;

/**
 * How much of something is covered.
 *
 * @param covered how many
 * @param total of how many
 */
public record Counter(int covered, int total) {

    /** Nothing of nothing. */
    public static final Counter NONE = new Counter(0, 0);

    /** Returns the sum of both. */
    public Counter plus(Counter other) {
        return new Counter(covered + other.covered, total + other.total);
    }

    /** Returns how many more must be covered to reach a share between 0 and 1; 0 where it is reached. */
    public int missingTo(double share) {
        // The allowance keeps 0.7 of 10 at 7, whatever binary fractions say.
        int needed = (int) Math.ceil(share * total - 1e-9);
        return Math.max(0, needed - covered);
    }
}
