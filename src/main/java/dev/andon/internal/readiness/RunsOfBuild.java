package dev.andon.internal.readiness;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.Absence;
import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.Runs;
import dev.andon.internal.evidence.ledger.BuildId;
import dev.andon.internal.evidence.ledger.Freshness;
import dev.andon.internal.evidence.ledger.LedgerReader;
import dev.andon.internal.evidence.ledger.ReportReader;
import dev.andon.internal.words.OutputFolder;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What ran: by each module's ledger, and by its reports where it has no ledger of this build. */
final class RunsOfBuild {
    private RunsOfBuild() {}

    static Runs read(Workspace workspace, Inventory inventory, Situation situation) {
        Runs runs = read(workspace, situation);
        Set<String> ran = runs.classes().stream().map(ClassRun::className).collect(Collectors.toSet());
        Map<String, Absence> absences = new LinkedHashMap<>();
        for (TestClass testClass : inventory.testClasses()) {
            if (!ran.contains(testClass.name())) {
                situation.absence().apply(testClass).ifPresent(absence -> absences.put(testClass.name(), absence));
            }
        }
        return runs.explained(absences);
    }

    static Runs read(Workspace workspace, Situation situation) {
        Freshness freshness = Freshness.newerThan(workspace.roots());
        BuildId build = situation.buildId();
        Freshness ofReports = build.kind() == BuildId.Kind.PROCESS ? Freshness.since(build.began()) : freshness;
        Map<Path, List<Module>> ledgers = ledgers(workspace, situation);
        List<Runs> all = new ArrayList<>();
        Set<Module> recorded = new HashSet<>();
        ledgers.forEach((ledger, modules) -> {
            Runs runs = LedgerReader.read(List.of(ledger), build, freshness);
            all.add(runs);
            modules.stream().filter(module -> recorded(module, modules, runs)).forEach(recorded::add);
        });
        for (Module module : workspace.modules()) {
            if (!recorded.contains(module)) {
                all.add(ReportReader.read(reports(module.output()), ofReports));
            }
        }
        return together(all);
    }

    /** Several modules may write to one folder. */
    private static Map<Path, List<Module>> ledgers(Workspace workspace, Situation situation) {
        Map<Path, List<Module>> ledgers = new LinkedHashMap<>();
        for (Module module : workspace.modules()) {
            for (Path output : situation.outputs().apply(module)) {
                ledgers.computeIfAbsent(OutputFolder.ledger(output), folder -> new ArrayList<>())
                        .add(module);
            }
        }
        return ledgers;
    }

    private static boolean recorded(Module module, List<Module> sharing, Runs runs) {
        return sharing.size() == 1
                ? !runs.classes().isEmpty()
                : runs.classes().stream().anyMatch(run -> holds(module, run.className()));
    }

    private static boolean holds(Module module, String className) {
        String file = ClassRoot.entryOf(className);
        return module.roots().stream()
                .anyMatch(root -> root.test() && Files.isRegularFile(root.path().resolve(file)));
    }

    private static Runs together(List<Runs> all) {
        return new Runs(
                all.stream().flatMap(runs -> runs.classes().stream()).toList(),
                all.stream().flatMap(runs -> runs.stale().stream()).toList(),
                all.stream().flatMap(runs -> runs.problems().stream()).toList());
    }

    /** Maven's are {@code surefire-reports} and {@code failsafe-reports}, Gradle's one folder for each task. */
    private static List<Path> reports(Path output) {
        List<Path> folders = new ArrayList<>();
        for (Path parent : List.of(output, output.resolve("test-results"))) {
            if (Files.isDirectory(parent)) {
                try (Stream<Path> children = Files.list(parent)) {
                    children.filter(Files::isDirectory).sorted().forEach(folders::add);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
        return folders;
    }
}
