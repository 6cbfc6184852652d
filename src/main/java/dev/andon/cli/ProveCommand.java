package dev.andon.cli;

import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.assess.BaselineMode;
import dev.andon.internal.assess.NewTestProofs;
import dev.andon.internal.audit.Audit;
import dev.andon.internal.audit.AuditOptions;
import dev.andon.internal.audit.ProvingOptions;
import dev.andon.internal.files.FileProblem;
import dev.andon.internal.files.OutputFile;
import dev.andon.internal.judge.PracticeFilter;
import dev.andon.internal.judge.Report;
import dev.andon.internal.prove.ProofProgress;
import dev.andon.internal.tell.Message;
import dev.andon.internal.tell.ReportFiles;
import dev.andon.internal.tell.Summary;
import dev.andon.internal.text.Durations;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Injects faults into the services of a built project, and says which of them its tests detect. */
@Command(
        name = "prove",
        description =
                "Injects faults into the services of a built project, one at a time, and says which of them its tests detect. "
                        + "Runs the project's tests, many times, with the rights of the caller.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the tests of every service detect the faults",
            "1:a fault survived, or no test reaches an entry point",
            "2:wrong arguments, or an error",
            "3:nothing survived, but something could not be decided"
        })
final class ProveCommand implements Callable<Integer> {
    private static final String PRACTICE = "tests-detect-failure";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "<folder>", description = "the folder of a built Maven project")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--out",
            paramLabel = "<folder>",
            defaultValue = "andon-report",
            description = "the folder for the report files (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--kind",
            paramLabel = "unit|integration|end_to_end",
            description = "the kind of test to prove; else what the readiness class requires, or integration tests")
    private @Nullable TestKind kind;

    @Option(
            names = "--budget",
            paramLabel = "<duration>",
            description = "how long faults are injected, such as 30s or 10m; else what the readiness class says, or 2m")
    private @Nullable String budget;

    @Option(
            names = "--shard",
            paramLabel = "<part>/<parts>",
            description = "try one part of the faults, such as 2/8; audit merge joins the reports of all parts")
    private @Nullable String shard;

    @Option(
            names = "--class-path",
            paramLabel = "<path>",
            description = "the libraries of the tests, with JUnit's launcher and engines; else those of the pom")
    private @Nullable String classPath;

    @Override
    public Integer call() {
        if (kind == TestKind.CANARY || kind == TestKind.ANY) {
            throw new Misuse("--kind " + kind + ": there are UNIT, INTEGRATION and END_TO_END");
        }
        try {
            OutputFile.refuseLinksIn(folder, out);
            Report report = ofTheseRuns(new PracticeFilter(Set.of(PRACTICE))
                    .of(Audit.of(
                            folder,
                            new AuditOptions(false, BaselineMode.APPLY, Optional.empty(), Optional.of(proving())))));
            ReportFiles.write(
                    out, report, true, "prove " + folder.toAbsolutePath().normalize(), List.of());
            print(report);
            Set<Verdict> verdicts =
                    report.results().map(PracticeResult::verdict).collect(Collectors.toSet());
            return verdicts.isEmpty() ? ExitCode.UNDECIDED : ExitCode.of(verdicts);
        } catch (IOException failed) {
            throw new Misuse("a file cannot be read or written: " + FileProblem.of(failed));
        }
    }

    /** What the last build ran does not matter here. */
    private static Report ofTheseRuns(Report report) {
        return new Report(
                report.readinessClass(),
                report.level(),
                report.services(),
                report.canaries(),
                report.codebase().stream()
                        .filter(result -> !result.id().equals("run-complete"))
                        .toList(),
                report.notes(),
                report.coverage(),
                report.details());
    }

    private ProvingOptions proving() {
        PrintWriter err = spec.commandLine().getErr();
        return new ProvingOptions(
                Optional.ofNullable(kind),
                duration(),
                libraries(),
                NewTestProofs.shard(shard),
                out,
                one -> {
                    TerminalText.print(err, "andon: starting the " + one.text() + "s, which takes as long as usual");
                    return progress(err);
                },
                warning -> TerminalText.print(err, "andon: " + warning));
    }

    private ProofProgress progress(PrintWriter err) {
        boolean interactive = spec.commandLine().getColorScheme().ansi().enabled();
        return (done, all, left) -> {
            if (interactive) {
                err.print("\r\u001b[Kfault " + done + " of " + all + ", about " + left.toSeconds() + " s left");
                err.print(done == all ? TerminalText.noProgress() : "");
                err.flush();
            }
        };
    }

    private Optional<Duration> duration() {
        if (budget == null) {
            return Optional.empty();
        }
        return Optional.of(Durations.parse(budget)
                .filter(parsed -> !parsed.isZero() && !parsed.isNegative())
                .orElseThrow(() -> new Misuse("--budget " + budget + ": write a duration such as 30s or 10m")));
    }

    private List<Path> libraries() {
        return classPath == null
                ? List.of()
                : Stream.of(classPath.split(File.pathSeparator))
                        .filter(entry -> !entry.isBlank())
                        .map(entry -> Path.of(entry).toAbsolutePath().normalize())
                        .toList();
    }

    private void print(Report report) {
        StringBuilder lines = new StringBuilder(Summary.of(report, out));
        Message.ofFailing(report).forEach(message -> lines.append("\n\n").append(message));
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println(TerminalText.of(
                lines.toString(), spec.commandLine().getColorScheme().ansi().enabled()));
        terminal.flush();
    }
}
