package dev.andon.cli;

import dev.andon.internal.assess.BaselineMode;
import dev.andon.internal.audit.Audit;
import dev.andon.internal.audit.ProjectSetup;
import dev.andon.internal.estate.EstateFolders;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.files.OutputFile;
import dev.andon.internal.formats.MalformedFileException;
import dev.andon.internal.formats.ReportCodec;
import dev.andon.internal.formats.ReportCodec.WrittenReport;
import dev.andon.internal.judge.Report;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.tell.Message;
import dev.andon.internal.tell.ReportComparison;
import dev.andon.internal.tell.ReportFiles;
import dev.andon.internal.tell.Summary;
import dev.andon.internal.tell.SummaryByCause;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a built project, prints one line for each service and what is violated by cause, and writes the report. */
@Command(
        name = "audit",
        description = "Judges built Maven or Gradle projects. Changes nothing in them and runs none of their code.",
        mixinStandardHelpOptions = true,
        subcommands = MergeCommand.class,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every practice is met",
            "1:a practice is violated",
            "2:wrong arguments, or an error: a project could not be judged",
            "3:nothing is violated, but something could not be decided"
        })
final class AuditCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "<folder>",
            arity = "0..*",
            description =
                    "the project's folder; of several, or of a folder that holds repositories, the sums are printed")
    private List<Path> folders = List.of();

    @Option(
            names = "--out",
            paramLabel = "<folder>",
            defaultValue = "andon-report",
            description = "the folder for report.json and index.html (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--trust-project",
            description = "load and run the service conventions that the project's readiness class names")
    private boolean trustProject;

    @Option(
            names = "--baseline",
            paramLabel = "create|update",
            description =
                    "record today's violations as known ones in the project's andon-baseline.txt, or remove from it "
                            + "what is fixed; never on a build server")
    private @Nullable String baseline;

    @Option(
            names = "--compare",
            paramLabel = "<report.json>",
            description = "say which results differ from an earlier report, and why")
    private @Nullable Path compare;

    @Option(
            names = "--init",
            description =
                    "print the readiness class and what else a project adds to check itself, instead of judging it")
    private boolean init;

    @Option(names = "--write", description = "with --init: write the readiness class")
    private boolean write;

    @Option(names = "--verbose", description = "print every result, and the whole message of each that fails")
    private boolean verbose;

    @Override
    public Integer call() {
        if (folders.isEmpty()) {
            throw new Misuse("name the folder of a built project, such as `andon audit .`");
        }
        if (write && !init) {
            throw new Misuse("--write goes with --init");
        }
        try {
            List<Path> projects = new ArrayList<>();
            for (Path folder : folders) {
                projects.addAll(Files.isDirectory(folder) ? EstateFolders.projects(folder) : List.of(folder));
            }
            return projects.size() == 1 ? one(projects.get(0)) : all(projects);
        } catch (IOException failed) {
            // A file system's error often says the name alone, and its type says what is wrong.
            throw new Misuse("a file cannot be read or written: "
                    + (failed instanceof FileSystemException ? failed : failed.getMessage()));
        } catch (UncheckedIOException unreadable) {
            throw new Misuse(folders.get(0) + " cannot be read: " + unreadable.getMessage());
        }
    }

    private int one(Path folder) throws IOException {
        if (init) {
            terminal(SetupText.of(ProjectSetup.of(folder), folder, write));
            return ExitCode.MET;
        }
        Report report = Audit.of(
                folder,
                trustProject,
                baseline == null ? BaselineMode.APPLY : BaselineMode.of(baseline, System.getenv()));
        Optional<WrittenReport> earlier = earlier();
        OutputFile.refuseLinksIn(folder, out);
        ReportFiles.write(out, report, true, folder.toAbsolutePath().normalize().toString());
        print(report);
        earlier.ifPresent(before -> terminal("\n" + ReportComparison.of(before, report)));
        return ExitCode.of(report);
    }

    /** Read before the report is written, which may replace it. */
    private Optional<WrittenReport> earlier() throws IOException {
        if (compare == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReportCodec.decode(InputFile.text(compare), compare.toString()));
        } catch (MalformedFileException malformed) {
            throw new ConfigurationException(String.valueOf(malformed.getMessage()));
        }
    }

    private int all(List<Path> projects) throws IOException {
        if (init || baseline != null || compare != null || verbose) {
            throw new Misuse(
                    "--init, --baseline, --compare and --verbose are for one project; there are " + projects.size());
        }
        for (Path project : projects) {
            if (Files.isDirectory(project)) {
                OutputFile.refuseLinksIn(project, out);
            }
        }
        Map<String, EstateRun.Source> sources = new LinkedHashMap<>();
        for (Path project : projects) {
            Path named = project.toAbsolutePath().normalize();
            String name = EstateFolders.nameBelow(folders, named);
            sources.put(sources.containsKey(name) ? named.toString() : name, () -> judged(project, name));
        }
        return new EstateRun(spec.commandLine(), out).of(sources);
    }

    private WrittenReport judged(Path project, String name) throws IOException {
        Report report = Audit.of(project, trustProject);
        ReportFiles.write(
                out.resolve(name),
                report,
                true,
                project.toAbsolutePath().normalize().toString());
        return new WrittenReport(true, report.level(), report.services(), report.canaries(), report.codebase());
    }

    private void print(Report report) {
        StringBuilder lines = new StringBuilder();
        if (verbose) {
            lines.append(Summary.of(report, out));
            Message.ofFailing(report).forEach(message -> lines.append("\n\n").append(message));
        } else {
            lines.append(SummaryByCause.of(report, out, "every result with its message: --verbose"));
        }
        terminal(lines.toString());
    }

    private void terminal(String lines) {
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println(TerminalText.of(
                lines, spec.commandLine().getColorScheme().ansi().enabled()));
        terminal.flush();
    }
}
