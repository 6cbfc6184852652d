package dev.andon.internal.tell;

import dev.andon.Level;
import dev.andon.ServiceResult;
import dev.andon.Verdict;
import dev.andon.internal.judge.PracticeChecks;
import dev.andon.internal.judge.ReachedLevel;
import java.util.Set;

/** Says which of the required levels a service has reached. */
public final class ServiceLevels {
    /** What is accepted for a while is not reached. */
    private static final Set<Verdict> MISSING =
            Set.of(Verdict.VIOLATED, Verdict.UNDECIDED, Verdict.WAIVED, Verdict.BASELINED);

    private ServiceLevels() {}

    /** Returns the highest level of those required whose practices all hold for the service. */
    public static Level of(ServiceResult service, Level required) {
        return ReachedLevel.of(
                service.practices().stream()
                        .filter(result -> MISSING.contains(result.verdict()))
                        .flatMap(result -> PracticeChecks.CATALOGUE.find(result.id()).stream())
                        .toList(),
                required);
    }
}
