package dev.andon.internal.readiness;

import dev.andon.ServiceConvention;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Forgotten;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.Shadowed;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.Findings;
import dev.andon.internal.evidence.Runs;
import dev.andon.internal.evidence.coverage.ClassFiles;
import dev.andon.internal.evidence.links.AssertionReach;
import dev.andon.internal.evidence.links.Links;
import dev.andon.internal.judge.Declaration;
import dev.andon.internal.judge.Demands;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Walks the rooms in order: discover, gather evidence, judge. */
public final class Assessor {
    private Assessor() {}

    /**
     * Looks at a build and judges it.
     *
     * @param index the class files of the workspace
     * @throws dev.andon.internal.judge.Misuse if there is nothing that could be judged
     */
    public static Assessment assess(
            Declaration declared,
            Workspace workspace,
            CodeIndex index,
            List<ServiceConvention> conventions,
            Situation situation) {
        Optional<Module> home = home(declared, workspace, index);
        Declaration declaration = OperationsOfBuild.with(declared, home);
        DiscoveryRequest request = new DiscoveryRequest(
                declaration.packages(), declaration.includeServices(), declaration.excludeServices(), conventions);
        Inventory inventory = Discovery.discover(index, request);
        SomethingToJudge.check(declaration, workspace, index, request, inventory);
        Runs runs = RunsOfBuild.read(workspace, inventory, situation);
        Demands demands = declaration.demands();
        boolean buildIsOver = situation.buildIsOver().test(tags(inventory));
        try (ClassFiles files = ClassFiles.in(workspace.roots())) {
            CoverageOfBuild coverage = CoverageOfBuild.read(workspace, inventory, files, situation.buildId());
            Findings findings = new Findings(
                    inventory,
                    runs,
                    Links.find(index, inventory),
                    AssertionReach.find(index, inventory),
                    coverage.executions(),
                    demands.coverage().isEmpty() ? Optional.empty() : Optional.of(coverage.meter()),
                    demands.changedLines().map(coverage::changes),
                    buildIsOver,
                    CanariesOfBuild.read(declaration, workspace, index, inventory, situation, buildIsOver));
            LocalDate today = LocalDate.now(Clock.system(ZoneId.systemDefault()));
            return new Assessment(
                    declaration,
                    workspace,
                    findings,
                    coverage.stated(),
                    () -> CanaryRecord.of(declaration, index, home, findings, today),
                    today,
                    notes(
                            Stream.concat(Shadowed.notes(inventory, index).stream(), Forgotten.notes(index).stream())
                                    .toList(),
                            coverage,
                            demands));
        }
    }

    private static List<String> notes(List<String> ofClasses, CoverageOfBuild coverage, Demands demands) {
        List<String> notes = new ArrayList<>(ofClasses);
        // The rows on coverage say it themselves.
        if (demands.coverage().isEmpty()) {
            notes.addAll(coverage.problems());
        }
        notes.addAll(coverage.leftOut());
        return notes;
    }

    /** The module that holds the readiness class; of a question asked in code, the first. */
    private static Optional<Module> home(Declaration declaration, Workspace workspace, CodeIndex index) {
        Optional<ClassRoot> root =
                index.find(declaration.readinessClass()).flatMap(facts -> Optional.ofNullable(facts.root()));
        return workspace.modules().stream()
                .filter(module -> root.isEmpty() || module.roots().contains(root.get()))
                .findFirst();
    }

    private static Set<String> tags(Inventory inventory) {
        return inventory.testClasses().stream()
                .filter(testClass -> !testClass.readiness())
                .flatMap(testClass -> testClass.methods().stream())
                .flatMap(method -> method.tags().stream())
                .collect(Collectors.toSet());
    }
}
