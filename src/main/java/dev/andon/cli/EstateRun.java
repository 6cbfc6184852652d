package dev.andon.cli;

import dev.andon.Verdict;
import dev.andon.internal.estate.Estate;
import dev.andon.internal.estate.EstateText;
import dev.andon.internal.estate.ServiceTable;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.MalformedFileException;
import dev.andon.internal.formats.ReportCodec.WrittenReport;
import dev.andon.internal.require.ConfigurationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine;

/** Adds up many projects, one after the other: shows how far it is, writes their services, prints the sums. */
final class EstateRun {
    private final CommandLine terminal;
    private final Path out;

    EstateRun(CommandLine terminal, Path out) {
        this.terminal = terminal;
        this.out = out;
    }

    /** Gives the results of one project. */
    @FunctionalInterface
    interface Source {
        WrittenReport report() throws IOException;
    }

    /**
     * Adds the projects, by name, and prints the sums; returns the exit code.
     *
     * @throws IOException if the services cannot be written
     */
    int of(Map<String, Source> projects) throws IOException {
        boolean interactive = terminal.getColorScheme().ansi().enabled();
        PrintWriter err = terminal.getErr();
        Estate estate = new Estate();
        long start = System.nanoTime();
        int done = 0;
        try (ServiceTable table = ServiceTable.in(out)) {
            for (Map.Entry<String, Source> project : projects.entrySet()) {
                if (interactive) {
                    err.print(TerminalText.progress(
                            done, projects.size(), Duration.ofNanos(System.nanoTime() - start), project.getKey()));
                    err.flush();
                }
                add(project.getKey(), project.getValue(), estate, table);
                done++;
            }
        }
        if (interactive) {
            err.print(TerminalText.noProgress());
            err.flush();
        }
        PrintWriter lines = terminal.getOut();
        lines.println(TerminalText.of(EstateText.of(estate), interactive));
        lines.println();
        lines.println(TerminalText.of("every service: " + out.resolve(ServiceTable.NAME), false));
        lines.flush();
        return exitCode(estate);
    }

    private static void add(String name, Source source, Estate estate, ServiceTable table) throws IOException {
        WrittenReport report;
        try {
            report = source.report();
        } catch (ConfigurationException | MalformedFileException | UncheckedIOException | IOException said) {
            estate.notJudged(name, String.valueOf(said.getMessage()));
            return;
        } catch (RuntimeException | StackOverflowError unexpected) {
            estate.notJudged(
                    name,
                    "unexpected error: " + unexpected + "; the last file that was read is " + InputFile.lastOpened());
            return;
        }
        estate.add(name, report);
        table.add(name, report);
    }

    private static int exitCode(Estate estate) {
        if (estate.count(Verdict.VIOLATED) > 0) {
            return ExitCode.VIOLATED;
        }
        if (estate.notJudged() > 0) {
            return ExitCode.ERROR;
        }
        return estate.count(Verdict.UNDECIDED) > 0 ? ExitCode.UNDECIDED : ExitCode.MET;
    }
}
