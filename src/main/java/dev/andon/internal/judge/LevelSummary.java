package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.PracticeResult;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Says which level a build has reached, and what the next one asks for. */
public final class LevelSummary {
    private LevelSummary() {}

    /** Returns one sentence. */
    public static String sentence(BuildEvidence findings, Requirements requirements, LocalDate today) {
        if (findings.inventory().services().isEmpty()) {
            return "this module holds no service, so it is at no level: the build of the services tells theirs";
        }
        List<PracticeResult> failing = failing(findings, requirements, today);
        String reached = "no level is reached yet";
        for (Level level : List.of(Level.TESTED, Level.INTEGRATED, Level.OPERABLE)) {
            List<String> missing = failing.stream()
                    .map(PracticeResult::id)
                    .filter(id -> asks(level, id))
                    .toList();
            if (!missing.isEmpty()) {
                return reached + "; " + level + " is next: " + missing.size() + (missing.size() == 1 ? " row" : " rows")
                        + " of " + String.join(", ", new LinkedHashSet<>(missing));
            }
            reached = "level " + level + " is reached";
        }
        return reached + ", which is the last";
    }

    /** Coverage is asked for from the first level on, where there is a threshold: without one it has no rows. */
    private static boolean asks(Level level, String id) {
        return id.equals(Practice.COVERAGE.id())
                || Practice.ofId(id)
                        .filter(practice -> practice.isPartOf(level))
                        .isPresent();
    }

    private static List<PracticeResult> failing(BuildEvidence findings, Requirements requirements, LocalDate today) {
        Set<Practice> practices =
                new LinkedHashSet<>(Requirements.of(Level.OPERABLE).practices());
        practices.add(Practice.COVERAGE);
        Requirements asked = requirements.withPractices(practices).withWaivers(List.of());
        Report report = Judge.judge("", findings, asked, today);
        // Where there is neither a key operation nor a canary, only the code base has a row that says so.
        Stream<PracticeResult> canaries = report.codebase().stream().filter(result -> Practice.ofId(result.id())
                .filter(Practice::concernsCanaries)
                .isPresent());
        return Stream.concat(report.services().stream().flatMap(service -> service.practices().stream()), canaries)
                .filter(result -> result.verdict().fails())
                .toList();
    }
}
