package dev.andon.internal.canary.rules;

import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.spec.CanarySpec;
import dev.andon.internal.canary.spec.Tolerance;
import java.time.Duration;
import java.util.List;

/**
 * A canary that declares all that an alerting rule needs.
 *
 * @param spec what it declares
 * @param every its interval
 * @param tolerance when somebody is paged
 */
public record WatchedSpec(CanarySpec spec, Duration every, Tolerance tolerance) {
    private static final int RUNS_WITHOUT_RESULT = 3;

    /**
     * Returns the canaries, which all declare an interval and a tolerance.
     *
     * @throws CanaryConfigurationException naming one that does not: a rule that nobody exported would be silent
     */
    public static List<WatchedSpec> of(List<CanarySpec> canaries) {
        return canaries.stream()
                .map(spec -> new WatchedSpec(
                        spec,
                        spec.every().orElseThrow(() -> missing(spec, "every", "5m")),
                        spec.tolerance().orElseThrow(() -> missing(spec, "tolerance", "3/5"))))
                .toList();
    }

    private static CanaryConfigurationException missing(CanarySpec spec, String attribute, String example) {
        return new CanaryConfigurationException("@Canary on " + spec.className() + " has no `" + attribute
                + "`, so no rule can watch it: write for example " + attribute + " = \"" + example + "\"");
    }

    String name() {
        return spec.name();
    }

    /** Returns the time that the last runs of the policy take. */
    Duration window() {
        return every.multipliedBy(tolerance.window());
    }

    /** Returns the time after which a canary without a result is reported to its owner. */
    Duration silence() {
        return every.multipliedBy(RUNS_WITHOUT_RESULT).plus(spec.bound());
    }

    /** Returns the policy in words. */
    String policy() {
        return tolerance.failures() == tolerance.window()
                ? "the last " + tolerance.failures() + " runs failed"
                : tolerance.failures() + " of the last " + tolerance.window() + " runs failed";
    }

    /** Returns the operation with its route, where it has one. */
    String operation() {
        return spec.route().isEmpty() ? spec.operation() : spec.operation() + " (" + spec.route() + ")";
    }
}
