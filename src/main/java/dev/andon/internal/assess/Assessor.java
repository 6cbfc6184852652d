package dev.andon.internal.assess;

import dev.andon.ServiceConvention;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.IgnoredTestNotes;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.ShadowedServiceNotes;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.UnjudgedEntryPoints;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.JudgedScope;
import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.evidence.coverage.ProductionClasses;
import dev.andon.internal.evidence.coverage.SessionsOfBuild;
import dev.andon.internal.evidence.ledger.RunFreshness;
import dev.andon.internal.judge.Evaluation;
import dev.andon.internal.require.ReadinessDeclaration;
import dev.andon.internal.require.Requirements;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Assesses a build: discovers, collects evidence, judges. */
public final class Assessor {
    private Assessor() {}

    /**
     * Looks at a build and judges it.
     *
     * @param index the class files of the workspace
     * @throws dev.andon.internal.require.ConfigurationException if there is nothing that could be judged
     */
    public static Assessment assess(
            ReadinessDeclaration declared,
            Workspace workspace,
            CodeIndex index,
            List<ServiceConvention> conventions,
            BuildContext situation) {
        Optional<Module> home = home(declared, workspace, index);
        Optional<Path> waivers = waiverFolder(declared, home, index);
        ReadinessDeclaration declaration = KeyOperationCollector.with(
                waivers.map(folder -> WaiverFile.with(declared, folder)).orElse(declared), home);
        DiscoveryRequest request = new DiscoveryRequest(
                declaration.packages(),
                declaration.includeServices(),
                declaration.excludeServices(),
                conventions,
                declaration.assertionsIn());
        Inventory inventory = Discovery.discover(index, request);
        DiscoveryValidation.check(declaration, workspace, index, request, inventory);
        ModuleDependencies dependencies = new ModuleDependencies(workspace, index, situation.dependencies());
        RunFreshness freshness = RunFreshness.newerThan(workspace.roots(), dependencies);
        TestRuns runs = TestRunCollector.read(workspace, index, inventory, situation, freshness);
        Requirements requirements = declaration.requirements();
        boolean buildIsOver = situation.buildIsOver().test(inventory, runs);
        try (ProductionClasses files = ProductionClasses.in(workspace.roots())) {
            LoadingModule loading = new LoadingModule(workspace, inventory, situation.dependencies(), dependencies);
            CoverageCollector coverage = CoverageCollector.read(
                    workspace,
                    inventory,
                    files,
                    SessionsOfBuild.of(situation.buildId(), freshness, runs),
                    loading,
                    situation.agent());
            LoadedClasses loaded = new LoadedClasses(index, loading);
            TestReach reach = TestReach.find(inventory, loaded, dependencies);
            BuildEvidence evidence = new BuildEvidence(new BuildEvidence.Collected(
                    inventory,
                    runs,
                    reach.links(),
                    reach.assertions(),
                    coverage.executions(),
                    coverage.required(requirements.coverage()),
                    requirements.changedLines().map(required -> coverage.changes(required, index)),
                    buildIsOver,
                    home.map(module -> new JudgedScopeFinder(declaration, index, request)
                                    .find(module, inventory, situation.unrunReadinessClasses()))
                            .orElse(JudgedScope.ALL),
                    CanaryEvidenceCollector.read(declaration, workspace, index, inventory, situation, buildIsOver),
                    LocalDate.now(Clock.system(ZoneId.systemDefault())),
                    requirements.proofs().isEmpty()
                            ? Map.of()
                            : situation
                                    .testProofs()
                                    .proofs(
                                            requirements.proofs(),
                                            new TestProofSource.Classes(workspace, index),
                                            inventory,
                                            freshness),
                    TestReach.ofUnreadTests(inventory, dependencies)));
            Evaluation evaluation = Evaluation.of(evidence, requirements);
            return new Assessment(
                    declaration,
                    home,
                    BaselineFile.name(declaration.readinessClass(), several(home, inventory)),
                    workspace,
                    evaluation,
                    coverage.stated(),
                    SourceFiles.find(workspace, inventory),
                    CanaryRecordCollector.of(declaration, index, home, evidence, evaluation),
                    notes(
                            Stream.of(
                                            ShadowedServiceNotes.notes(inventory, index),
                                            IgnoredTestNotes.notes(index),
                                            faultyReadinessClasses(index, situation),
                                            KeyOperationCollector.unused(declared).stream()
                                                    .toList(),
                                            waivers.stream()
                                                    .flatMap(folder -> WaiverFile.notRead(declared, folder).stream())
                                                    .toList(),
                                            UnjudgedEntryPoints.notes(index, request, inventory),
                                            loaded.notes())
                                    .flatMap(List::stream)
                                    .toList(),
                            coverage,
                            requirements));
        }
    }

    /** Where the caller cannot tell which readiness classes never run, some never do whatever the build runs. */
    private static List<String> faultyReadinessClasses(CodeIndex index, BuildContext situation) {
        return situation.unrunReadinessClasses().isEmpty()
                ? Discovery.faultyReadinessClasses(index).entrySet().stream()
                        .map(faulty -> faulty.getKey() + " is annotated with @OperationalReadiness, but "
                                + faulty.getValue().words() + ": "
                                + faulty.getValue().fix())
                        .toList()
                : List.of();
    }

    /** A question asked in code has no file of its own. */
    private static Optional<Path> waiverFolder(ReadinessDeclaration declared, Optional<Module> home, CodeIndex index) {
        return home.filter(module -> index.find(declared.readinessClass()).isPresent())
                .map(Module::base);
    }

    private static boolean several(Optional<Module> home, Inventory inventory) {
        return inventory.testClasses().stream()
                        .filter(TestClass::readiness)
                        .filter(testClass ->
                                home.isPresent() && home.get().name().equals(testClass.module()))
                        .count()
                > 1;
    }

    private static List<String> notes(List<String> ofClasses, CoverageCollector coverage, Requirements requirements) {
        List<String> notes = new ArrayList<>(ofClasses);
        // The results on coverage say it themselves.
        if (requirements.coverage().isEmpty()) {
            notes.addAll(coverage.problems());
        }
        notes.addAll(coverage.leftOut());
        return notes;
    }

    /** The module that holds the readiness class; of a question asked in code, the first. */
    private static Optional<Module> home(ReadinessDeclaration declaration, Workspace workspace, CodeIndex index) {
        Optional<ClassRoot> root =
                index.find(declaration.readinessClass()).flatMap(facts -> Optional.ofNullable(facts.root()));
        return workspace.modules().stream()
                .filter(module -> root.isEmpty() || module.roots().contains(root.get()))
                .findFirst();
    }
}
