package dev.andon.cli;

import dev.andon.internal.canary.outages.OutageCollector;
import dev.andon.internal.canary.outages.OutageRange;
import dev.andon.internal.canary.outages.OutageReport;
import dev.andon.internal.canary.outages.render.OutageCsv;
import dev.andon.internal.canary.outages.render.OutageHtml;
import dev.andon.internal.canary.outages.render.OutageJson;
import dev.andon.internal.canary.outages.render.OutageText;
import dev.andon.internal.files.OutputFile;
import dev.andon.internal.text.VisibleText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** States outages, with bounds, from canary logs. */
@Command(
        name = "outages",
        description = "States when operations were down, with bounds, by the runs in canary logs.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the report is made, with outages or without",
            "2:wrong arguments, or a log that cannot be read",
            "3:no run is recorded in that time: nothing can be said"
        })
final class OutagesCommand implements Callable<Integer> {

    /** How the report is written. */
    enum Format {
        text,
        json,
        markdown,
        csv,
        html
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private CanaryLogs logs;

    @Option(names = "--from", paramLabel = "<time>", description = "the begin, for example 2026-03-02T11:30:00Z")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "<time>", description = "the end, not included")
    private @Nullable String to;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(names = "--out", paramLabel = "<file>", description = "the file to write to, instead of the console")
    private @Nullable Path out;

    @Override
    public Integer call() {
        OutageRange range = range();
        OutageCollector collector = new OutageCollector(range);
        logs.read(spec.commandLine().getErr(), collector::accept);
        OutageReport report = collector.report();
        if (report.runs() == 0) {
            TerminalText.print(
                    spec.commandLine().getErr(),
                    "andon: no run of a canary that watches the deployed system is recorded in that time");
            return ExitCode.UNDECIDED;
        }
        write(report);
        return ExitCode.MET;
    }

    private OutageRange range() {
        OutageRange range = new OutageRange(
                Optional.ofNullable(from).map(text -> CanaryLogs.time("--from", text)),
                Optional.ofNullable(to).map(text -> CanaryLogs.time("--to", text)));
        if (range.from().isPresent()
                && range.to().isPresent()
                && !range.from().get().isBefore(range.to().get())) {
            throw new Misuse("--from must be before --to");
        }
        return range;
    }

    private void write(OutageReport report) {
        String text =
                switch (format) {
                    case text -> OutageText.plain(report);
                    case markdown -> OutageText.markdown(report);
                    case json -> OutageJson.of(report);
                    case csv -> OutageCsv.of(report);
                    case html -> OutageHtml.of(report);
                };
        String visible = VisibleText.ofLines(text.replace("\r\n", "\n"));
        if (out == null) {
            spec.commandLine().getOut().print(visible);
            spec.commandLine().getOut().flush();
            return;
        }
        try {
            OutputFile.write(out, visible);
        } catch (IOException unwritable) {
            throw new Misuse("the report cannot be written to " + out + ": " + unwritable);
        }
    }
}
