package dev.andon.internal.assess;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.ChangedLines;
import dev.andon.internal.evidence.Executions;
import dev.andon.internal.evidence.MeasuredCoverage;
import dev.andon.internal.evidence.NewClasses;
import dev.andon.internal.evidence.changes.ChangedSource;
import dev.andon.internal.evidence.changes.Changes;
import dev.andon.internal.evidence.changes.ChangesFinder;
import dev.andon.internal.evidence.changes.ChangesUnknown;
import dev.andon.internal.evidence.changes.NewClassFinder;
import dev.andon.internal.evidence.coverage.AgentSettings;
import dev.andon.internal.evidence.coverage.ChangedLinesMeter;
import dev.andon.internal.evidence.coverage.CoverageData;
import dev.andon.internal.evidence.coverage.CoverageMeter;
import dev.andon.internal.evidence.coverage.ExecReader;
import dev.andon.internal.evidence.coverage.ExecReader.Session;
import dev.andon.internal.evidence.coverage.ExecutedEvidence;
import dev.andon.internal.evidence.coverage.LoadedFrom;
import dev.andon.internal.evidence.coverage.ProductionClasses;
import dev.andon.internal.evidence.coverage.RequiredCoverage;
import dev.andon.internal.judge.ServiceCoverage;
import dev.andon.internal.require.CoverageRequirement;
import dev.andon.internal.require.Requirements;
import dev.andon.internal.text.ClassNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the JaCoCo agent wrote in this build, from all exec files of all modules. */
final class CoverageCollector {
    private static final String NO_AGENT =
            "no test ran under the JaCoCo agent; bind jacoco-maven-plugin's prepare-agent "
                    + "(Gradle: the jacoco plugin) to see which lines they run";

    private static final String INSTRUMENTED = "No coverage is known yet: the classes were instrumented offline "
            + "(jacoco:instrument), and JaCoCo then writes its data when the JVM of the tests ends, after the readiness class. "
            + "Run the readiness class in an execution of its own, selected by its tag, or judge by audit when the build is "
            + "over; or let the tests run under the agent (jacoco:prepare-agent) instead.";

    private final Workspace workspace;
    private final Inventory inventory;
    private final ProductionClasses files;
    private final CoverageData data;
    private final Set<Path> execFiles;
    private final Optional<AgentSettings> agent;
    private final CoverageMeter meter;

    private CoverageCollector(
            Workspace workspace,
            Inventory inventory,
            ProductionClasses files,
            CoverageData data,
            Set<Path> execFiles,
            Optional<AgentSettings> agent) {
        this.workspace = workspace;
        this.inventory = inventory;
        this.files = files;
        this.data = data;
        this.execFiles = execFiles;
        this.agent = agent;
        this.meter = new CoverageMeter(data, files, inventory, agent);
    }

    static CoverageCollector read(
            Workspace workspace,
            Inventory inventory,
            ProductionClasses files,
            Predicate<Session> counts,
            LoadedFrom loadedFrom,
            Optional<AgentSettings> agent) {
        Set<Path> execFiles = new LinkedHashSet<>();
        agent.map(AgentSettings::execFile).filter(Files::isRegularFile).ifPresent(execFiles::add);
        for (Module module : workspace.modules()) {
            execFiles.addAll(execFiles(module.output()));
            execFiles.addAll(execFiles(module.output().resolve("jacoco")));
        }
        CoverageData data = because(ExecReader.read(execFiles, counts, files, loadedFrom), agent, files);
        return new CoverageCollector(workspace, inventory, files, data, execFiles, agent);
    }

    /** An agent that writes its data late, or elsewhere, leaves files that look as if something had gone wrong. */
    private static CoverageData because(CoverageData data, Optional<AgentSettings> agent, ProductionClasses files) {
        return !data.obstacles().isEmpty() && agent.isEmpty() && files.areInstrumented()
                ? data.because(INSTRUMENTED)
                : because(data, agent);
    }

    static CoverageData because(CoverageData data, Optional<AgentSettings> agent) {
        return data.obstacles().isEmpty()
                ? data
                : agent.flatMap(AgentSettings::obstacle)
                        .map(obstacle -> data.because("No coverage is known: " + obstacle + "."))
                        .orElse(data);
    }

    private static List<Path> execFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(".exec"))
                    .map(Path::toAbsolutePath)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Executions executions() {
        if (execFiles.isEmpty()) {
            return Executions.unavailable(agent.flatMap(AgentSettings::obstacle).orElse(NO_AGENT));
        }
        return ExecutedEvidence.find(data, files, inventory, agent);
    }

    /** What is wrong with the exec files that are there. */
    List<String> problems() {
        return execFiles.isEmpty() ? List.of() : data.problems();
    }

    /** Data of an earlier build that was left out; JaCoCo's own report may include it. */
    List<String> leftOut() {
        return data.obstacles().isEmpty() ? data.earlier() : List.of();
    }

    /** Returns the coverage that requirements ask for; empty where they ask for none. */
    Optional<MeasuredCoverage> required(List<CoverageRequirement> requirements) {
        return requirements.isEmpty()
                ? Optional.empty()
                : Optional.of(RequiredCoverage.measure(meter, inventory, requirements));
    }

    /** Returns what covered each service, as far as the data tells. */
    List<ServiceCoverage> stated() {
        return execFiles.isEmpty()
                ? List.of()
                : inventory.services().stream().map(this::stated).toList();
    }

    private ServiceCoverage stated(Service service) {
        Map<String, ServiceCoverage.Part> parts = new LinkedHashMap<>();
        meter.shares(service)
                .forEach((by, share) -> parts.put(
                        by,
                        new ServiceCoverage.Part(
                                share.line().covered(),
                                share.line().total(),
                                share.branch().covered(),
                                share.branch().total())));
        return new ServiceCoverage(service.name(), service.module(), parts);
    }

    ChangedLines changes(Requirements.ChangedLinesRequirement requirement, CodeIndex index) {
        try {
            List<Path> modules = workspace.modules().stream().map(Module::base).toList();
            Changes changes = ChangesFinder.find(modules, requirement.since(), System.getenv());
            List<ChangedSource> sources = ChangedSource.of(changes, workspace.modules());
            return new ChangedLines(
                    changes.since() + " (" + changes.mergeBase().substring(0, 7) + ")",
                    ChangedLinesMeter.measure(sources, files, isOfTests(index), data, agent),
                    NewClassFinder.find(sources, inventory),
                    "");
        } catch (ChangesUnknown unknown) {
            return new ChangedLines(requirement.since(), null, NewClasses.NONE, String.valueOf(unknown.getMessage()));
        }
    }

    private static Predicate<ChangedSource> isOfTests(CodeIndex index) {
        Set<String> compiled = index.classes().stream()
                .filter(facts -> facts.root() != null && facts.root().test() && facts.sourceFile() != null)
                .map(facts -> ClassNames.packageOf(facts.name()) + '/' + facts.sourceFile())
                .collect(Collectors.toSet());
        return source -> compiled.contains(source.packageName() + '/' + source.name());
    }
}
