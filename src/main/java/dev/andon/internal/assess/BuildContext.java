package dev.andon.internal.assess;

import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.NotRunReason;
import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.evidence.coverage.AgentSettings;
import dev.andon.internal.evidence.ledger.BuildId;
import dev.andon.internal.text.OutputFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the caller knows of the build.
 *
 * @param buildIsOver whether every test that this build would run has run, given its test classes and what ran
 * @param buildId the id of this build
 * @param outputs the folders that Andon may have written to when it ran a module's tests
 * @param dependencies the names of the modules that the module of a name depends on, in the order of its class path, as far
 *     as the caller can tell; what its code shows is added
 * @param absence why a test class left no result, where the caller can tell
 * @param unrunReadinessClasses why readiness classes check nothing, by their names, where the caller can tell
 * @param resources the class path of the running tests
 * @param agent the JaCoCo agent of the JVM that runs the tests; empty where this JVM runs none of the judged build
 * @param testProofs where proofs of tests come from
 */
public record BuildContext(
        BiPredicate<Inventory, TestRuns> buildIsOver,
        BuildId buildId,
        Function<Module, List<Path>> outputs,
        Function<String, Set<String>> dependencies,
        Function<TestClass, Optional<NotRunReason>> absence,
        Map<String, NotRunReason> unrunReadinessClasses,
        ClassPathResources resources,
        Optional<AgentSettings> agent,
        TestProofSource testProofs) {

    /** A caller that looks at folders alone, and cannot tell why a test class left no result. */
    public BuildContext(
            BiPredicate<Inventory, TestRuns> buildIsOver, BuildId buildId, Function<Module, List<Path>> outputs) {
        this(
                buildIsOver,
                buildId,
                outputs,
                module -> Set.of(),
                testClass -> Optional.empty(),
                Map.of(),
                ClassPathResources.NONE,
                Optional.empty(),
                TestProofSource.NONE);
    }

    /** Where nothing chooses an output folder, or the configuration of the module under test does. */
    public static Function<Module, List<Path>> outputs(@Nullable String chosen) {
        return module -> OutputFolder.ofModule(module.base(), OutputFolder.moduleUnderTest(), chosen);
    }
}
