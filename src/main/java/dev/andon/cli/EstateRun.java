package dev.andon.cli;

import dev.andon.Verdict;
import dev.andon.internal.estate.Estate;
import dev.andon.internal.estate.EstateJson;
import dev.andon.internal.estate.EstateMarkdown;
import dev.andon.internal.estate.EstatePage;
import dev.andon.internal.estate.EstateText;
import dev.andon.internal.estate.ServiceTable;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.files.OutputFile;
import dev.andon.internal.formats.MalformedFileException;
import dev.andon.internal.formats.ReportCodec.WrittenReport;
import dev.andon.internal.judge.PracticeFilter;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.tell.ReportFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;

/** Adds up many projects, one after the other: shows how far it is, writes their services, prints the sums. */
final class EstateRun {
    private final CommandLine terminal;
    private final Path out;
    private final ResultOptions options;
    private final PracticeFilter filter;
    private final EarlierReports earlier;
    private final Set<Verdict> failing = EnumSet.noneOf(Verdict.class);

    /**
     * Prepares the run.
     *
     * @param earlier what each project is compared with, where only what is new fails
     */
    EstateRun(CommandLine terminal, Path out, ResultOptions options, EarlierReports earlier) {
        if (options.format() == ResultOptions.Format.SARIF) {
            throw new Misuse("--format sarif is for one project; audit writes report.sarif for each to --out");
        }
        this.terminal = terminal;
        this.out = out;
        this.options = options;
        this.filter = options.filter();
        this.earlier = earlier;
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
        options.requireFound(estate.practicesFound());
        String page = EstatePage.of(estate);
        String summary = EstateMarkdown.of(estate);
        OutputFile.write(out, ReportFiles.HTML, page);
        OutputFile.write(out, ReportFiles.SUMMARY, summary);
        PrintWriter lines = terminal.getOut();
        lines.println(
                switch (options.format()) {
                    case JSON -> TerminalText.of(EstateJson.of(estate), false);
                    case MARKDOWN -> TerminalText.of(summary, false);
                    case HTML -> TerminalText.of(page, false);
                    case TABLE, SARIF ->
                        TerminalText.of(EstateText.of(estate), interactive) + "\n\n"
                                + TerminalText.of(
                                        "the matrix: " + out.resolve(ReportFiles.HTML) + "\nevery service: "
                                                + out.resolve(ServiceTable.NAME),
                                        false);
                });
        lines.flush();
        return exitCode(estate);
    }

    private void add(String name, Source source, Estate estate, ServiceTable table) throws IOException {
        WrittenReport report;
        Optional<WrittenReport> before;
        try {
            // The audit may write to the same folder.
            before = earlier.of(name);
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
        WrittenReport left = new WrittenReport(
                report.enabled(),
                report.level(),
                filter.subjects(report.services()),
                filter.subjects(report.canaries()),
                filter.codebase(report.codebase()));
        estate.add(name, left);
        table.add(name, left);
        failing.addAll(earlier.failing(before, left));
    }

    private int exitCode(Estate estate) {
        int code = ExitCode.of(failing);
        return estate.notJudged() > 0 && code != ExitCode.VIOLATED ? ExitCode.ERROR : code;
    }
}
