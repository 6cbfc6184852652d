package dev.andon.internal.assess;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.DisplayNames;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.NotRunReason;
import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.evidence.ledger.BuildId;
import dev.andon.internal.evidence.ledger.LedgerReader;
import dev.andon.internal.evidence.ledger.ReportNames;
import dev.andon.internal.evidence.ledger.ReportReader;
import dev.andon.internal.evidence.ledger.RunFreshness;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.text.OutputFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What ran: by each module's ledger, and by its reports where it has no ledger of this build. */
final class TestRunCollector {
    private static final Pattern OF_REPORTS = Pattern.compile("(?i).*(?:report|result)s?.*");

    private TestRunCollector() {}

    static TestRuns read(
            Workspace workspace, CodeIndex index, Inventory inventory, BuildContext situation, RunFreshness freshness) {
        DisplayNames displayNames = new DisplayNames(index);
        Function<Module, ReportNames> names = module -> ReportNames.of(
                inventory.testClasses().stream()
                        .filter(testClass -> testClass.module().equals(module.name()))
                        .toList(),
                displayNames);
        TestRuns runs = read(workspace, situation, freshness, names);
        Set<String> ran = runs.classes().stream().map(ClassRun::className).collect(Collectors.toSet());
        OlderResults older = OlderResults.of(runs.stale(), freshness);
        Map<String, NotRunReason> absences = new LinkedHashMap<>();
        for (TestClass testClass : inventory.testClasses()) {
            if (!ran.contains(testClass.name())) {
                older.explain(testClass.name(), situation.absence().apply(testClass))
                        .ifPresent(absence -> absences.put(testClass.name(), absence));
            }
        }
        return runs.explained(absences);
    }

    static TestRuns read(
            Workspace workspace, BuildContext situation, RunFreshness freshness, Function<Module, ReportNames> names) {
        BuildId build = situation.buildId();
        RunFreshness ofReports = build.kind() == BuildId.Kind.PROCESS ? RunFreshness.since(build.began()) : freshness;
        Map<Path, List<Module>> ledgers = ledgers(workspace, situation);
        List<TestRuns> all = new ArrayList<>();
        Set<Module> recorded = new HashSet<>();
        ledgers.forEach((ledger, modules) -> {
            TestRuns runs = LedgerReader.read(List.of(ledger), build, freshness);
            all.add(runs);
            modules.stream().filter(module -> recorded(module, modules, runs)).forEach(recorded::add);
        });
        for (Module module : workspace.modules()) {
            if (!recorded.contains(module)) {
                TestRuns reported = ReportReader.read(reports(module), ofReports, names.apply(module));
                all.add(build.kind() == BuildId.Kind.PROCESS ? reported : without(refused(all), reported));
            }
        }
        return together(all);
    }

    /** The test classes whose runs are known to be of other class files: a report of the same run tells less. */
    private static Set<String> refused(List<TestRuns> ledgers) {
        return ledgers.stream()
                .flatMap(runs -> runs.stale().stream())
                .map(ClassRun::className)
                .collect(Collectors.toSet());
    }

    private static TestRuns without(Set<String> classes, TestRuns reported) {
        return new TestRuns(
                        reported.classes().stream()
                                .filter(run -> !classes.contains(run.className()))
                                .toList(),
                        reported.stale(),
                        reported.problems())
                .withUndated(reported.undated());
    }

    /** Several modules may write to one folder. */
    private static Map<Path, List<Module>> ledgers(Workspace workspace, BuildContext situation) {
        Map<Path, List<Module>> ledgers = new LinkedHashMap<>();
        for (Module module : workspace.modules()) {
            for (Path output : situation.outputs().apply(module)) {
                ledgers.computeIfAbsent(OutputFolder.ledger(output), folder -> new ArrayList<>())
                        .add(module);
            }
        }
        return ledgers;
    }

    private static boolean recorded(Module module, List<Module> sharing, TestRuns runs) {
        return sharing.size() == 1
                ? !runs.classes().isEmpty()
                : runs.classes().stream().anyMatch(run -> holds(module, run.className()));
    }

    private static boolean holds(Module module, String className) {
        String file = ClassRoot.entryOf(className);
        return module.roots().stream()
                .anyMatch(root ->
                        root.test() && InputFile.below(root.path(), file).isPresent());
    }

    private static TestRuns together(List<TestRuns> all) {
        return new TestRuns(
                        all.stream().flatMap(runs -> runs.classes().stream()).toList(),
                        all.stream().flatMap(runs -> runs.stale().stream()).toList(),
                        all.stream().flatMap(runs -> runs.problems().stream()).toList())
                .withUndated(
                        all.stream().flatMap(runs -> runs.undated().stream()).toList());
    }

    /** Maven's are {@code surefire-reports} and {@code failsafe-reports}, Gradle's one folder for each task. */
    private static List<Path> reports(Module module) {
        Set<Path> classes = module.roots().stream().map(ClassRoot::path).collect(Collectors.toSet());
        List<Path> folders = new ArrayList<>();
        for (Path child : folders(module.output())) {
            if (!classes.contains(child)) {
                folders.add(child);
                if (OF_REPORTS.matcher(child.getFileName().toString()).matches()) {
                    folders.addAll(folders(child));
                }
            }
        }
        return folders;
    }

    private static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
