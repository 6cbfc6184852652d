package dev.andon.internal.evidence.coverage;

import dev.andon.internal.evidence.ledger.BuildId;
import dev.andon.internal.evidence.ledger.RecordedPlans;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Attributes what the JaCoCo agent sees to the test class that ran it. Registered through {@code META-INF/services}; does
 * nothing where no agent runs, nor outside of builds.
 *
 * <p>A plan that is executed inside of a test, as tests of test tools do, belongs to the class of that test.
 */
public final class AttributionListener implements TestExecutionListener {

    private static final AtomicReference<@Nullable AttributionListener> OUTERMOST = new AtomicReference<>();

    private @Nullable Attribution attribution;
    private int plans;

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (++plans > 1 || isDisabled(plan) || !RecordedPlans.contains(plan)) {
            return;
        }
        Agent agent = Agent.ofThisJvm().orElse(null);
        if (agent == null || !OUTERMOST.compareAndSet(null, this)) {
            return;
        }
        AgentSettings settings = AgentSettings.ofThisJvm().orElse(null);
        Optional<String> obstacle = obstacle(settings);
        if (settings == null || obstacle.isPresent()) {
            System.getLogger("dev.andon")
                    .log(
                            System.Logger.Level.WARNING,
                            "Andon attributes no coverage to test classes: " + obstacle.orElse("") + ".");
        } else {
            attribution = new Attribution(agent, build(plan));
        }
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        Attribution current = current();
        if (current == null) {
            return;
        }
        if (identifier.isTest()) {
            current.ran();
        }
        if (identifier.isContainer() && identifier.getSource().orElse(null) instanceof ClassSource source) {
            UniqueId id = identifier.getUniqueIdObject();
            if (isOfItsOwn(id, source.getClassName(), current.around(id))) {
                current.started(id, source.getClassName());
            }
        }
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        Attribution current = current();
        if (current != null && identifier.isContainer()) {
            current.finished(identifier.getUniqueIdObject());
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (--plans > 0) {
            return;
        }
        if (attribution != null) {
            attribution.end();
            attribution = null;
        }
        OUTERMOST.compareAndSet(this, null);
    }

    /** Returns whether a JaCoCo agent runs in this JVM, so that there may be coverage to attribute. */
    public static boolean hasAgent() {
        return Agent.ofThisJvm().isPresent();
    }

    /** Returns the attribution of the plan that this JVM executes; null where none is attributed, or inside of a test. */
    static @Nullable Attribution ofThisJvm() {
        AttributionListener listener = OUTERMOST.get();
        return listener == null ? null : listener.current();
    }

    private @Nullable Attribution current() {
        return plans == 1 ? attribution : null;
    }

    private static boolean isDisabled(TestPlan plan) {
        return plan.getConfigurationParameters()
                .getBoolean("andon.enabled")
                .map(enabled -> !enabled)
                .orElse(false);
    }

    private static Optional<String> obstacle(@Nullable AgentSettings settings) {
        return settings == null
                ? Optional.of("the settings of the JaCoCo agent are not among this JVM's arguments (it was attached "
                        + "later, or classes were instrumented offline), so it cannot be determined whether writing "
                        + "its data is safe: start it with -javaagent, as jacoco-maven-plugin's prepare-agent and Gradle's "
                        + "jacoco plugin do")
                : settings.obstacle();
    }

    private static String build(TestPlan plan) {
        return BuildId.current(key -> plan.getConfigurationParameters().get(key).orElse(null))
                .value();
    }

    /** Returns whether a class stands for itself: not nested in the class around it, and not made by one of its methods. */
    private static boolean isOfItsOwn(UniqueId id, String className, String around) {
        String segment = id.getLastSegment().getType();
        return !segment.startsWith("nested-class")
                && !segment.startsWith("dynamic-")
                && !className.equals(around)
                && (around.isEmpty() || !className.startsWith(around + "$"));
    }
}
