package dev.andon.cli;

import dev.andon.internal.audit.Audit;
import dev.andon.internal.judge.Report;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.tell.Message;
import dev.andon.internal.tell.ReportFiles;
import dev.andon.internal.tell.Summary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a built project, prints one line for each row and what is violated, and writes the report. */
@Command(
        name = "audit",
        description = "Judges a built Maven or Gradle project, and changes nothing in it.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every practice is met", "1:something is violated or undecided", "2:it could not be judged"})
final class AuditCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<folder>", description = "the project's folder")
    private Path folder;

    @Option(
            names = "--out",
            paramLabel = "<folder>",
            defaultValue = "andon-report",
            description = "the folder for report.json (default: ${DEFAULT-VALUE})")
    private Path out;

    @Override
    public Integer call() {
        try {
            Report report = Audit.of(folder);
            ReportFiles.write(out, report, true);
            print(report);
            return report.fails() ? 1 : 0;
        } catch (ConfigurationException misuse) {
            return misuse(misuse.getMessage());
        } catch (IOException unwritable) {
            return misuse("the report cannot be written to " + out + ": " + unwritable);
        } catch (UncheckedIOException unreadable) {
            return misuse(folder + " cannot be read: " + unreadable.getCause());
        }
    }

    private int misuse(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("andon: " + message);
        err.flush();
        return 2;
    }

    private void print(Report report) {
        PrintWriter lines = spec.commandLine().getOut();
        lines.println(Summary.of(report, out));
        for (String message : Message.ofFailing(report)) {
            lines.println();
            lines.println(message);
        }
        lines.flush();
    }
}
