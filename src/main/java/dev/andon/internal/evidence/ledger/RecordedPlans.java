package dev.andon.internal.evidence.ledger;

import dev.andon.internal.text.BuildTestRun;
import java.util.function.BooleanSupplier;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.TestPlan;

/**
 * Decides which test plans are recorded. Our listeners are on the class path of every canary, also in production, and
 * must do nothing there.
 */
public final class RecordedPlans {

    private static final TestTag READINESS = TestTag.create("operational-readiness");

    private RecordedPlans() {}

    /** Returns whether a build runs the plan, an output folder is given for it, or it holds a readiness class. */
    public static boolean contains(TestPlan plan) {
        return contains(plan, BuildTestRun::isThisJvm);
    }

    /** Returns whether a build runs the tests of this JVM, or an output folder is given: their plans are recorded. */
    public static boolean include(ConfigurationParameters parameters) {
        return BuildTestRun.isThisJvm() || hasOutput(parameters);
    }

    private static boolean hasOutput(ConfigurationParameters parameters) {
        return !BuildTestRun.isProof() && parameters.get("andon.output").isPresent();
    }

    static boolean contains(TestPlan plan, BooleanSupplier build) {
        return build.getAsBoolean()
                || hasOutput(plan.getConfigurationParameters())
                || plan.getRoots().stream()
                        .flatMap(root -> plan.getDescendants(root).stream())
                        .anyMatch(test -> test.getTags().contains(READINESS));
    }
}
