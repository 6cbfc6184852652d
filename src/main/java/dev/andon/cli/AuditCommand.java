package dev.andon.cli;

import dev.andon.Level;
import dev.andon.PracticeResult;
import dev.andon.internal.assess.BaselineMode;
import dev.andon.internal.audit.Audit;
import dev.andon.internal.audit.AuditOptions;
import dev.andon.internal.audit.ProjectSetup;
import dev.andon.internal.estate.EstateFolders;
import dev.andon.internal.files.FileProblem;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.files.OutputFile;
import dev.andon.internal.formats.ReportCodec.WrittenReport;
import dev.andon.internal.judge.PracticeFilter;
import dev.andon.internal.judge.Report;
import dev.andon.internal.tell.Message;
import dev.andon.internal.tell.ReportComparison;
import dev.andon.internal.tell.ReportFiles;
import dev.andon.internal.tell.Summary;
import dev.andon.internal.tell.SummaryByCause;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            description = "the folder for the report files (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ResultOptions options;

    @Option(
            names = "--level",
            paramLabel = "tested|integrated|operable",
            description = "judge by this level, and by what the project's readiness class requires besides")
    private @Nullable Level level;

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
            paramLabel = "<report.json or folder>",
            description =
                    "say which results differ from an earlier report, and why; of several projects, name the --out "
                            + "of an earlier audit")
    private @Nullable Path compare;

    @Option(
            names = "--canary-log",
            paramLabel = "<log>",
            split = ",",
            description = "canary logs, or folders of them: index.html shows what they saw of the deployed system")
    private List<String> canaryLogs = List.of();

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
        if (level == Level.NONE) {
            throw new Misuse("--level NONE would judge nothing; there are TESTED, INTEGRATED, OPERABLE and WATCHED");
        }
        try {
            List<Path> projects = new ArrayList<>();
            for (Path folder : folders) {
                projects.addAll(Files.isDirectory(folder) ? EstateFolders.projects(folder) : List.of(folder));
            }
            return projects.size() == 1 ? one(projects.get(0)) : all(projects);
        } catch (IOException failed) {
            throw new Misuse("a file cannot be read or written: " + FileProblem.of(failed));
        } catch (UncheckedIOException unreadable) {
            throw new Misuse(folders.get(0) + " cannot be read: " + unreadable.getMessage());
        }
    }

    private int one(Path folder) throws IOException {
        if (init) {
            terminal(SetupText.of(ProjectSetup.of(folder), folder, write));
            return ExitCode.MET;
        }
        PracticeFilter filter = options.filter();
        EarlierReports reports = new EarlierReports(compare, options.failOn());
        Report all =
                audited(folder, baseline == null ? BaselineMode.APPLY : BaselineMode.of(baseline, System.getenv()));
        options.requireFound(all.results().map(PracticeResult::id).collect(Collectors.toSet()));
        Report report = filter.of(all);
        // Read before the report is written, which may replace it.
        Optional<WrittenReport> earlier = reports.of("");
        OutputFile.refuseLinksIn(folder, out);
        record(folder, out, report);
        print(report);
        if (options.format() == ResultOptions.Format.TABLE) {
            earlier.ifPresent(before -> terminal("\n" + ReportComparison.of(before, report)));
        }
        return ExitCode.of(reports.failing(earlier, written(report)));
    }

    private Report audited(Path folder, BaselineMode mode) {
        return Audit.of(folder, new AuditOptions(trustProject, mode, Optional.ofNullable(level)));
    }

    /** Only audits of the same folder by the same options tell what is new. */
    private void record(Path folder, Path to, Report report) throws IOException {
        String judged = folder.toAbsolutePath().normalize()
                + (level == null ? "" : " " + level)
                + options.filter().practices().stream()
                        .sorted()
                        .map(id -> " " + id)
                        .collect(Collectors.joining());
        ReportFiles.write(
                to,
                report,
                true,
                judged,
                CanaryTimelines.of(canaryLogs, spec.commandLine().getErr()));
    }

    private static WrittenReport written(Report report) {
        return new WrittenReport(true, report.level(), report.services(), report.canaries(), report.codebase());
    }

    private int all(List<Path> projects) throws IOException {
        if (init || baseline != null || verbose || !canaryLogs.isEmpty()) {
            throw new Misuse(
                    "--init, --baseline, --canary-log and --verbose are for one project; there are " + projects.size());
        }
        if (compare != null && !Files.isDirectory(compare)) {
            throw new Misuse("--compare " + compare + " is one report, and there are " + projects.size()
                    + " projects: name the folder that an earlier audit of them wrote");
        }
        EarlierReports reports = new EarlierReports(compare, options.failOn());
        EstateRun run = new EstateRun(spec.commandLine(), out, options, reports);
        for (Path project : projects) {
            if (Files.isDirectory(project)) {
                OutputFile.refuseLinksIn(project, out);
            }
        }
        return run.of(projects.stream()
                .map(project -> new EstateRun.Project(
                        EstateFolders.namesBelow(
                                folders, project.toAbsolutePath().normalize()),
                        name -> judged(project, name)))
                .toList());
    }

    private WrittenReport judged(Path project, String name) throws IOException {
        Report report = options.filter().of(audited(project, BaselineMode.APPLY));
        record(project, out.resolve(name), report);
        return written(report);
    }

    private void print(Report report) throws IOException {
        String file =
                switch (options.format()) {
                    case TABLE -> "";
                    case JSON -> ReportFiles.JSON;
                    case MARKDOWN -> ReportFiles.SUMMARY;
                    case SARIF -> ReportFiles.SARIF;
                    case HTML -> ReportFiles.HTML;
                };
        if (!file.isEmpty()) {
            // What is made visible is written as JSON escapes it, and the other files hold no such character.
            PrintWriter to = spec.commandLine().getOut();
            to.print(TerminalText.of(InputFile.text(out.resolve(file)), false));
            to.flush();
            return;
        }
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
