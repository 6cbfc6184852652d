package dev.andon.internal.readiness;

import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.Runs;
import dev.andon.internal.evidence.ledger.BuildId;
import dev.andon.internal.evidence.ledger.Freshness;
import dev.andon.internal.evidence.ledger.LedgerReader;
import dev.andon.internal.evidence.ledger.NewestClassFile;
import dev.andon.internal.evidence.ledger.ReportReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What ran: by each module's ledger, and by its reports where it has no ledger of this build. */
final class RunsOfBuild {
    private RunsOfBuild() {}

    static Runs read(Workspace workspace, BuildId build) {
        Freshness freshness = Freshness.newerThan(workspace.roots());
        List<Runs> all = new ArrayList<>();
        for (Module module : workspace.modules()) {
            Path ledger = module.output().resolve("andon").resolve("ledger");
            Runs ledgers = LedgerReader.read(List.of(ledger), build, freshness);
            all.add(ledgers);
            if (ledgers.classes().isEmpty()) {
                all.add(ReportReader.read(reports(module.output()), notBefore(module, build)));
            }
        }
        return together(all);
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

    /** A build whose beginning is known wrote its reports since; else they must not be older than the class files. */
    private static Instant notBefore(Module module, BuildId build) {
        return build.kind() == BuildId.Kind.PROCESS ? build.began() : NewestClassFile.of(module.roots());
    }
}
