package dev.andon.cli;

import dev.andon.internal.estate.EstateFolders;
import dev.andon.internal.files.FileProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds up the reports that builds on many machines wrote. */
@Command(
        name = "merge",
        description = "Adds up reports that builds wrote, on this machine or others.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing is violated or undecided",
            "1:a practice is violated in some project",
            "2:wrong arguments, or nothing is violated and a report cannot be read or says nothing",
            "3:nothing is violated, but something could not be decided"
        })
final class MergeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "<report.json or folder>",
            arity = "1..*",
            description = "reports, or folders that hold some; @file reads such names from a file")
    @SuppressWarnings("NullAway.Init")
    private List<Path> paths;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ResultOptions options;

    @Option(
            names = "--out",
            paramLabel = "<folder>",
            defaultValue = "andon-report",
            description = "the folder for index.html, summary.md and services.csv (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Override
    public Integer call() {
        try {
            Set<Path> files = new LinkedHashSet<>();
            for (Path path : paths) {
                Set<Path> reports = EstateFolders.reports(path);
                if (reports.isEmpty()) {
                    throw new Misuse(path + " holds no report.json in a folder `andon` or `andon-report`");
                }
                files.addAll(reports);
            }
            List<EstateRun.Project> projects = ReportsOfJobs.joined(files).stream()
                    .map(ofBuild -> new EstateRun.Project(
                            List.of(
                                    EstateFolders.projectOf(ofBuild.get(0)),
                                    ofBuild.get(0).toString()),
                            name -> ReportsOfJobs.read(ofBuild)))
                    .toList();
            if (options.failOn() == ResultOptions.FailOn.NEW) {
                throw new Misuse("--fail-on new is for audit, which compares with an earlier one");
            }
            return new EstateRun(spec.commandLine(), out, options, new EarlierReports(null, options.failOn()))
                    .of(projects);
        } catch (IOException failed) {
            throw new Misuse(FileProblem.of(failed));
        }
    }
}
