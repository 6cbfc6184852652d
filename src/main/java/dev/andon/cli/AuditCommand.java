package dev.andon.cli;

import dev.andon.internal.assess.BaselineMode;
import dev.andon.internal.audit.Audit;
import dev.andon.internal.files.OutputFile;
import dev.andon.internal.judge.Report;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.tell.Message;
import dev.andon.internal.tell.ReportFiles;
import dev.andon.internal.tell.Summary;
import dev.andon.internal.tell.SummaryByCause;
import dev.andon.internal.text.VisibleText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
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
        description = "Judges a built Maven or Gradle project. Changes nothing in it and runs none of its code.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every practice is met",
            "1:a practice is violated",
            "2:wrong arguments, or an error: the project could not be judged",
            "3:nothing is violated, but something could not be decided"
        })
final class AuditCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "<folder>", description = "the project's folder")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--out",
            paramLabel = "<folder>",
            defaultValue = "andon-report",
            description = "the folder for report.json (default: ${DEFAULT-VALUE})")
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

    @Option(names = "--verbose", description = "print every result, and the whole message of each that fails")
    private boolean verbose;

    @Override
    public Integer call() {
        try {
            Report report = Audit.of(
                    folder,
                    trustProject,
                    baseline == null ? BaselineMode.APPLY : BaselineMode.of(baseline, System.getenv()));
            OutputFile.refuseLinksIn(folder, out);
            ReportFiles.write(out, report, true);
            print(report);
            return ExitCode.of(report);
        } catch (ConfigurationException misuse) {
            return misuse(String.valueOf(misuse.getMessage()));
        } catch (IOException unwritable) {
            // A file system's error often says the name alone, and its type says what is wrong.
            return misuse("the report cannot be written to " + out + ": "
                    + (unwritable instanceof FileSystemException ? unwritable : unwritable.getMessage()));
        } catch (UncheckedIOException unreadable) {
            return misuse(folder + " cannot be read: " + unreadable.getMessage());
        }
    }

    private int misuse(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("andon: " + VisibleText.ofLine(message));
        err.flush();
        return ExitCode.ERROR;
    }

    private void print(Report report) {
        // Names and reasons come from the project: none of them may control the terminal.
        StringWriter text = new StringWriter();
        PrintWriter lines = new PrintWriter(text);
        if (verbose) {
            lines.println(Summary.of(report, out));
            for (String message : Message.ofFailing(report)) {
                lines.println();
                lines.println(message);
            }
        } else {
            lines.println(SummaryByCause.of(report, out));
        }
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.print(VisibleText.ofLines(text.toString().replace(System.lineSeparator(), "\n")));
        terminal.flush();
    }
}
