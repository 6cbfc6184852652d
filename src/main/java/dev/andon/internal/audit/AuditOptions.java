package dev.andon.internal.audit;

import dev.andon.Level;
import dev.andon.internal.assess.BaselineMode;
import dev.andon.internal.judge.PracticeChecks;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.ReadinessDeclaration;
import dev.andon.internal.require.Requirements;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a project is judged.
 *
 * @param trustProject whether the service conventions that its readiness class names may be loaded and run
 * @param baseline whether the baseline is applied, or written too
 * @param level the level that is asked for; empty for the project's own
 * @param proving how tests are proven; empty where nothing of the project runs
 */
public record AuditOptions(
        boolean trustProject, BaselineMode baseline, Optional<Level> level, Optional<ProvingOptions> proving) {

    /** Runs nothing of the project. */
    public AuditOptions(boolean trustProject, BaselineMode baseline, Optional<Level> level) {
        this(trustProject, baseline, level, Optional.empty());
    }

    /** Returns what is judged where no readiness class says it. */
    Requirements requirements() {
        return proving.map(ProvingOptions::requirements).orElseGet(() -> Requirements.of(practices()));
    }

    /** Returns the practices of a project without a readiness class. */
    Set<Practice> practices() {
        return PracticeChecks.CATALOGUE.of(level.orElse(Level.INTEGRATED));
    }

    /** Returns what a readiness class requires and the level does: neither loosens the other. */
    ReadinessDeclaration and(ReadinessDeclaration declaration) {
        if (proving.isPresent()) {
            return declaration.withRequirements(proving.get().of(declaration.requirements()));
        }
        if (level.isEmpty()) {
            return declaration;
        }
        Set<Practice> all = new HashSet<>(declaration.requirements().practices());
        all.addAll(practices());
        return declaration.withRequirements(declaration.requirements().withPractices(all));
    }
}
