package dev.andon.cli;

import dev.andon.canary.CanaryOutcome;
import dev.andon.internal.canary.metrics.CanaryMetrics;
import dev.andon.internal.canary.metrics.MetricsTextfile;
import dev.andon.internal.canary.record.RunLog;
import dev.andon.internal.canary.run.CanaryInvocation;
import dev.andon.internal.canary.run.ClientWarmUp;
import dev.andon.internal.canary.run.LoadedCanary;
import dev.andon.internal.canary.run.RunnerProcess;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.write.LogSettings;
import dev.andon.internal.canary.write.TargetEnvironment;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunMode;
import dev.andon.internal.formats.RunnerSettings;
import dev.andon.internal.text.Durations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs canaries once, for what has a scheduler already. */
@Command(
        name = "once",
        description = "Runs each canary once, for a CronJob or another scheduler.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every operation worked",
            "1:an operation failed",
            "2:wrong arguments, or an error: nothing was run",
            "3:no operation failed, but a canary gave no result"
        })
final class OnceCommand extends CanaryRunCommand {

    @Option(names = "--tag", paramLabel = "<tag>", description = "only canaries with this JUnit tag")
    private @Nullable String tag;

    @Option(names = "--every", paramLabel = "<interval>", description = "only canaries of this interval, such as 1m")
    private @Nullable String every;

    @Option(
            names = "--metrics",
            paramLabel = "<file>",
            description = "a file for the metrics, for the textfile collector of Prometheus' node_exporter")
    private @Nullable Path metricsFile;

    @Override
    int execute(RunnerSettings settings) throws IOException {
        List<LoadedCanary> all = options.canaries();
        List<LoadedCanary> canaries = chosen(all);
        RunnerProcess process = new RunnerProcess(all, settings, this::warn);
        RunLog log = LogSettings.log(settings.parameters());
        CanaryInvocation invocation = new CanaryInvocation(settings.parameters(), settings.tolerances(), log::append);
        ClientWarmUp.run();
        Instant due = Instant.now();
        List<RunEnd> ends = new ArrayList<>();
        for (LoadedCanary canary : canaries) {
            List<RunEnd> own = invocation.run(
                    canary, RunMode.ONCE, Optional.of(due), settings.muted(canary.name(), Instant.now()));
            own.forEach(end -> say(RunText.of(end)));
            ends.addAll(own);
        }
        writeMetrics(ends);
        boolean target = !TargetEnvironment.of(settings.parameters()).isEmpty();
        if (target && !(settings.receivers().isEmpty() && settings.deadMan().isEmpty())) {
            process.tellOnce();
        } else {
            warn("no policy is evaluated: whatever reads the log or the exit code alerts");
        }
        if (ends.stream().anyMatch(end -> end.outcome() == CanaryOutcome.FAILURE)) {
            return ExitCode.VIOLATED;
        }
        return ends.stream().allMatch(RunEnd::succeeded) ? ExitCode.MET : ExitCode.UNDECIDED;
    }

    /** A file that cannot be written changes no result; it grows old, which the exported rules alert on. */
    private void writeMetrics(List<RunEnd> ends) {
        if (metricsFile != null) {
            CanaryMetrics metrics = new CanaryMetrics();
            ends.forEach(metrics::finished);
            try {
                MetricsTextfile.write(metricsFile, metrics);
            } catch (IOException unwritable) {
                warn("the metrics cannot be written: " + unwritable);
            }
        }
    }

    private List<LoadedCanary> chosen(List<LoadedCanary> all) {
        Optional<Duration> interval = Optional.ofNullable(every).map(text -> Durations.parse(text)
                .orElseThrow(() ->
                        new CanaryConfigurationException("--every " + text + ": write a duration such as 30s or 5m")));
        List<LoadedCanary> chosen = all.stream()
                .filter(canary -> tag == null || canary.tags().contains(tag))
                .filter(canary -> interval.isEmpty() || canary.spec().every().equals(interval))
                .toList();
        if (chosen.isEmpty()) {
            throw new CanaryConfigurationException("no canary has "
                    + (tag == null ? "" : "the tag " + tag + " ")
                    + (every == null ? "" : "the interval " + every + " ")
                    + "in " + options.classPath());
        }
        return chosen;
    }
}
