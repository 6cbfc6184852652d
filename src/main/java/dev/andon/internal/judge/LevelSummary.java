package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.internal.require.Practice;
import dev.andon.internal.text.Plural;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Says which level a build has reached, and what the next one requires. */
final class LevelSummary {
    private LevelSummary() {}

    /**
     * Returns one sentence.
     *
     * @param failing the practices of all failing results, one for each result
     */
    static String sentence(List<Practice> failing) {
        String reached = "no level is reached yet";
        for (Level level : List.of(Level.TESTED, Level.INTEGRATED, Level.OPERABLE)) {
            List<String> missing = failing.stream()
                    .filter(practice -> isRequired(practice, level))
                    .map(Practice::id)
                    .toList();
            if (!missing.isEmpty()) {
                return reached + "; " + level + " is next: " + Plural.count(missing.size(), "result") + " of "
                        + new LinkedHashSet<>(missing).stream().collect(Collectors.joining(", ")) + " to fix";
            }
            reached = "level " + level + " is reached";
        }
        return reached + ", which is the last";
    }

    /** Thresholds for coverage count from the first level on: without one there are no results. */
    private static boolean isRequired(Practice practice, Level level) {
        return practice.equals(CoverageCheck.PRACTICE) || practice.isPartOf(level);
    }
}
