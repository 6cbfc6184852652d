package dev.andon.cli;

import dev.andon.internal.canary.outages.CanaryOutages;
import dev.andon.internal.canary.outages.Outage;
import dev.andon.internal.canary.outages.OutageCollector;
import dev.andon.internal.canary.outages.OutageRange;
import dev.andon.internal.canary.outages.OutageReport;
import dev.andon.internal.canary.outages.OutageSentence;
import dev.andon.internal.canary.outages.Probe;
import dev.andon.internal.canary.outages.ProbeAssembler;
import dev.andon.internal.canary.policy.AlertPolicy;
import dev.andon.internal.canary.policy.Backtest;
import dev.andon.internal.canary.spec.Tolerance;
import dev.andon.internal.text.Plural;
import dev.andon.internal.text.VisibleText;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tries alert policies on recorded runs. */
@Command(
        name = "replay",
        description = "Tries alert policies on the runs in canary logs: alerts a day, time to detect, what is missed.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the policies were tried",
            "2:wrong arguments, or a log that cannot be read",
            "3:no run is recorded: nothing can be said"
        })
final class ReplayCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private CanaryLogs logs;

    @Option(
            names = "--policy",
            required = true,
            paramLabel = "<policy>",
            description = "failures of last runs, such as 3/5, or 3 in a row; may be repeated")
    @SuppressWarnings("NullAway.Init")
    private List<String> policies;

    @Option(
            names = "--locations",
            defaultValue = "1",
            paramLabel = "<n>",
            description = "how many locations must alert at the same time (default: ${DEFAULT-VALUE})")
    private int quorum;

    @Option(
            names = "--clears-on",
            defaultValue = "" + AlertPolicy.CLEARS_ON,
            paramLabel = "<n>",
            description = "how many good runs one after the other end an incident (default: ${DEFAULT-VALUE})")
    private int clearsOn;

    @Override
    public Integer call() {
        List<AlertPolicy> asked = policies.stream().map(this::policy).toList();
        if (quorum < 1 || clearsOn < 1) {
            throw new Misuse("--locations and --clears-on are 1 at least");
        }
        Map<String, List<Backtest>> tests = new TreeMap<>();
        OutageCollector collector =
                new OutageCollector(OutageRange.ALL, ProbeAssembler.WATCHING, probe -> tests.computeIfAbsent(
                                key(probe), key -> begin(asked))
                        .forEach(test -> test.accept(probe)));
        logs.read(spec.commandLine().getErr(), collector::accept);
        OutageReport report = collector.report();
        if (report.runs() == 0) {
            TerminalText.print(
                    spec.commandLine().getErr(),
                    "andon: no run of a canary that watches the deployed system is recorded");
            return ExitCode.UNDECIDED;
        }
        for (CanaryOutages canary : report.canaries()) {
            print(canary, tests.getOrDefault(key(canary.canary(), canary.environment()), List.of()));
        }
        spec.commandLine().getOut().flush();
        return ExitCode.MET;
    }

    private AlertPolicy policy(String text) {
        return Tolerance.parse(text)
                .map(tolerance -> new AlertPolicy(tolerance, clearsOn))
                .orElseThrow(() -> new Misuse("--policy " + text + ": write failures/runs such as 3/5, or 3 in a row"));
    }

    private List<Backtest> begin(List<AlertPolicy> asked) {
        return asked.stream().map(policy -> new Backtest(policy, quorum)).toList();
    }

    private static String key(Probe probe) {
        return key(probe.canary(), probe.environment());
    }

    private static String key(String canary, String environment) {
        return canary + "\n" + environment;
    }

    private void print(CanaryOutages canary, List<Backtest> tests) {
        line(canary.canary() + (canary.environment().isEmpty() ? "" : " on " + canary.environment()));
        for (int i = 0; i < tests.size(); i++) {
            Backtest.Outcome outcome = tests.get(i).outcome(canary.outages());
            line("  " + policies.get(i) + (quorum > 1 ? " at " + quorum + " locations" : "") + ": "
                    + Plural.count(outcome.alerts().size(), "alert") + " in "
                    + OutageSentence.text(outcome.watched().truncatedTo(ChronoUnit.SECONDS)) + " ("
                    + String.format(Locale.ROOT, "%.2f", outcome.alertsADay()) + " a day), "
                    + outcome.ownerAlerts().size() + " to the canary's owner; "
                    + outcome.detections().size() + " seen as outages, "
                    + outcome.missed().size() + " without alert"
                    + detected(outcome));
            for (Outage missed : outcome.missed()) {
                line("    without alert: " + OutageSentence.of(missed));
            }
        }
    }

    private static String detected(Backtest.Outcome outcome) {
        Optional<Duration> longest = outcome.detections().stream()
                .flatMap(detection -> detection.atMost().stream())
                .max(Duration::compareTo);
        return longest.map(time -> "; alerted at most "
                        + OutageSentence.text(
                                time.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1)) + " after the begin")
                .orElse("");
    }

    private void line(String text) {
        spec.commandLine().getOut().println(VisibleText.ofLine(text));
    }
}
