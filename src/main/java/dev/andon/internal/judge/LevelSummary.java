package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.internal.require.Practice;
import dev.andon.internal.text.Plural;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says which level a build has reached, and what the next one requires. */
final class LevelSummary {
    private static final Level LAST = Level.WATCHED;

    private LevelSummary() {}

    /**
     * Returns one sentence.
     *
     * @param failing the practices of all failing results, required or not, one for each result
     * @param required the required practices
     */
    static String sentence(List<Practice> failing, Set<Practice> required) {
        Level reached = ReachedLevel.of(failing, LAST);
        String sentence = (reached == Level.NONE ? "no level is reached yet" : "level " + reached + " is reached")
                + Arrays.stream(Level.values())
                        .filter(level -> level.compareTo(reached) > 0)
                        .findFirst()
                        .map(next -> "; " + next + " is next: " + toFix(failing, practice -> practice.isPartOf(next)))
                        .orElse(", which is the last");
        Predicate<Practice> ofNoLevel = practice -> practice.level().isEmpty() && required.contains(practice);
        return failing.stream().anyMatch(ofNoLevel) ? sentence + "; besides, " + toFix(failing, ofNoLevel) : sentence;
    }

    private static String toFix(List<Practice> failing, Predicate<Practice> which) {
        List<String> ids = failing.stream().filter(which).map(Practice::id).toList();
        return Plural.count(ids.size(), "result") + " of "
                + ids.stream().distinct().collect(Collectors.joining(", ")) + " to fix";
    }
}
