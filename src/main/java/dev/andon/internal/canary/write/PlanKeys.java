package dev.andon.internal.canary.write;

import java.util.Set;
import org.junit.platform.launcher.TestPlan;

/** The configuration parameters that a plan was given, which no extension can list. */
final class PlanKeys {
    private static volatile Set<String> keys = Set.of();

    private PlanKeys() {}

    static void of(TestPlan plan) {
        keys = Set.copyOf(plan.getConfigurationParameters().keySet());
    }

    /** Returns the keys of the plan that began last; none before any has begun. */
    static Set<String> latest() {
        return keys;
    }
}
