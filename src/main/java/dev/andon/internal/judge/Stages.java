package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.evidence.Findings;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which stage a build has reached, and what the next one asks for. */
public final class Stages {
    private Stages() {}

    /** Returns one sentence. */
    public static String sentence(Findings findings, Demands demands, LocalDate today) {
        String reached = "no stage is reached yet";
        for (Level level : Level.values()) {
            List<PracticeResult> missing = missing(findings, demands, level, today);
            if (!missing.isEmpty()) {
                Set<String> practices = missing.stream()
                        .map(PracticeResult::id)
                        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
                return reached + "; " + level + " is next: " + missing.size() + (missing.size() == 1 ? " row" : " rows")
                        + " of " + String.join(", ", practices);
            }
            reached = "stage " + level + " is reached";
        }
        return reached + ", which is the last";
    }

    private static List<PracticeResult> missing(Findings findings, Demands demands, Level level, LocalDate today) {
        EnumSet<Practice> practices = EnumSet.copyOf(Demands.of(level).practices());
        if (!demands.coverage().isEmpty()) {
            practices.add(Practice.COVERAGE);
        }
        Demands asked = new Demands(
                practices,
                demands.evidence(),
                demands.coverage(),
                demands.canaries(),
                demands.pyramid(),
                demands.changedLines(),
                demands.operations(),
                List.of());
        return Judge.judge("", findings, asked, today).services().stream()
                .flatMap(service -> service.practices().stream())
                .filter(result -> result.verdict() == Verdict.VIOLATED || result.verdict() == Verdict.UNDECIDED)
                .toList();
    }
}
