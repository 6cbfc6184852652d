package dev.andon.cli;

import dev.andon.Verdict;
import dev.andon.internal.estate.Estate;
import dev.andon.internal.estate.EstateJson;
import dev.andon.internal.estate.EstateMarkdown;
import dev.andon.internal.estate.EstatePage;
import dev.andon.internal.estate.EstateText;
import dev.andon.internal.estate.ServiceTable;
import dev.andon.internal.files.FileProblem;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** Gives the results of one project, which is called by that name. */
    @FunctionalInterface
    interface Source {
        WrittenReport report(String name) throws IOException;
    }

    /**
     * A project to add.
     *
     * @param names what it may be called, best first: the first that no other project has is taken
     * @param source its results
     */
    record Project(List<String> names, Source source) {}

    /**
     * Adds the projects and prints the sums; returns the exit code. No two have the same name, or the files and results of
     * one would replace those of the other.
     *
     * @throws IOException if the services cannot be written
     */
    int of(List<Project> projects) throws IOException {
        boolean interactive = terminal.getColorScheme().ansi().enabled();
        PrintWriter err = terminal.getErr();
        Estate estate = new Estate();
        long start = System.nanoTime();
        int done = 0;
        try (ServiceTable table = ServiceTable.in(out)) {
            Set<String> taken = new HashSet<>();
            for (Project project : projects) {
                String name = free(project.names(), taken);
                if (interactive) {
                    err.print(TerminalText.progress(
                            done, projects.size(), Duration.ofNanos(System.nanoTime() - start), name));
                    err.flush();
                }
                add(name, project.source(), estate, table);
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

    /** Names that differ in case alone are one folder on some systems. */
    private static String free(List<String> names, Set<String> taken) {
        String last = names.get(names.size() - 1);
        return Stream.concat(names.stream(), IntStream.iterate(2, i -> i + 1).mapToObj(i -> last + "-" + i))
                .filter(name -> taken.add(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }

    private void add(String name, Source source, Estate estate, ServiceTable table) throws IOException {
        WrittenReport report;
        Optional<WrittenReport> before;
        try {
            // The audit may write to the same folder.
            before = earlier.of(name);
            report = source.report(name);
        } catch (ConfigurationException | MalformedFileException | UncheckedIOException | IOException said) {
            estate.notJudged(
                    name, said instanceof IOException file ? FileProblem.of(file) : String.valueOf(said.getMessage()));
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
