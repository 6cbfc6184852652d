package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.internal.require.Practice;
import java.util.Collection;

/** Says which level is reached: the highest that requires none of the practices that are missing. */
public final class ReachedLevel {
    private ReachedLevel() {}

    /**
     * Returns the level that a service or a build has reached. Practices that belong to no level, such as thresholds for
     * coverage, do not count.
     *
     * @param missing the practices that do not hold
     * @param highest the highest level that is looked at
     */
    public static Level of(Collection<Practice> missing, Level highest) {
        Level reached = Level.NONE;
        for (Level level : Level.values()) {
            if (level.compareTo(highest) > 0 || missing.stream().anyMatch(practice -> practice.isPartOf(level))) {
                return reached;
            }
            reached = level;
        }
        return reached;
    }
}
