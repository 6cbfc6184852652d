package dev.andon.cli;

import dev.andon.internal.canary.record.RunLog;
import dev.andon.internal.canary.run.CanaryInvocation;
import dev.andon.internal.canary.run.ClientWarmUp;
import dev.andon.internal.canary.run.DeploymentGate;
import dev.andon.internal.canary.run.GateCriterion;
import dev.andon.internal.canary.run.GateCriterion.Health;
import dev.andon.internal.canary.run.GateReports;
import dev.andon.internal.canary.run.GateResult;
import dev.andon.internal.canary.run.LoadedCanary;
import dev.andon.internal.canary.run.ProvenCode;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.write.LogSettings;
import dev.andon.internal.files.AppendedFile;
import dev.andon.internal.files.OutputFile;
import dev.andon.internal.formats.RunnerSettings;
import dev.andon.internal.text.Durations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The deployment gate. */
@Command(
        name = "gate",
        description = "Runs every canary after a deployment, and says whether it is healthy.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:healthy",
            "1:unhealthy",
            "2:wrong arguments, or an error: nothing was decided",
            "3:undecided: too many runs gave no result, or a canary is not proven",
            "4:unhealthy, and so was the previous target"
        })
final class GateCommand extends CanaryRunCommand {
    private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

    @Option(names = "--runs", paramLabel = "<n>", defaultValue = "3", description = "runs of each canary (default: 3)")
    private int runs;

    @Option(names = "--for", paramLabel = "<time>", description = "spread them over this time, such as 5m")
    private @Nullable String over;

    @Option(names = "--at-least", paramLabel = "<n>", description = "how many must succeed (default: all)")
    private @Nullable Integer atLeast;

    @Option(
            names = "--previous-target",
            paramLabel = "<uri>",
            description = "what was deployed before; it is asked first, and what failed there is told apart")
    private @Nullable String previous;

    @Option(
            names = "--no-proof",
            description = "let canaries count that were not proven; without it (--require-proof) they do not")
    private boolean noProof;

    @Option(names = "--require-proof", description = "let only canaries count that were proven; the default")
    private boolean requireProof;

    @Option(
            names = "--proofs",
            paramLabel = "<folder>",
            description = "the folder that the build of the proof wrote to")
    private @Nullable Path proofs;

    @Option(names = "--junit-xml", paramLabel = "<file>", description = "write the results as JUnit's XML")
    private @Nullable Path junitXml;

    @Override
    int execute(RunnerSettings settings) throws IOException {
        GateCriterion criterion = criterion();
        if (noProof && requireProof) {
            throw new CanaryConfigurationException("--no-proof contradicts --require-proof");
        }
        List<LoadedCanary> canaries = options.canaries();
        RunLog log = LogSettings.log(settings.parameters());
        String text = criterion.text(canaries.size()) + (noProof ? ", proven or not" : ", and each is proven");
        say("canary gate: " + text);
        ClientWarmUp.run();
        ProvenCode proven = new ProvenCode(Optional.ofNullable(proofs));
        DeploymentGate gate = new DeploymentGate(
                canaries,
                criterion,
                canary -> noProof ? Optional.empty() : proven.problem(canary),
                end -> say("  "
                        + (end.start().target().isEmpty()
                                ? "no target"
                                : end.start().target()) + " " + RunText.of(end)));
        try {
            List<GateResult> results = gate.decide(
                    new CanaryInvocation(settings.parameters(), Map.of(), log::append),
                    Optional.ofNullable(previous)
                            .map(target -> new CanaryInvocation(at(target, settings), Map.of(), log::append)));
            int exitCode = exitCode(results);
            report(exitCode, text, results);
            return exitCode;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return ExitCode.UNDECIDED;
        }
    }

    private GateCriterion criterion() {
        Duration time = over == null
                ? Duration.ZERO
                : Durations.parse(over)
                        .orElseThrow(() ->
                                new CanaryConfigurationException("--for " + over + ": write a duration such as 5m"));
        int good = atLeast == null ? runs : atLeast;
        if (runs < 1 || good < 1 || good > runs) {
            throw new CanaryConfigurationException("--runs " + runs + " --at-least " + good
                    + ": at least one run, and not more of them than there are");
        }
        return new GateCriterion(runs, time, good);
    }

    private static Map<String, String> at(String target, RunnerSettings settings) {
        Map<String, String> parameters = new TreeMap<>(settings.parameters());
        parameters.put("andon.canary.target", target);
        return parameters;
    }

    private static int exitCode(List<GateResult> results) {
        List<GateResult> unhealthy = results.stream()
                .filter(result -> result.health() == Health.UNHEALTHY)
                .toList();
        if (!unhealthy.isEmpty()) {
            return unhealthy.stream().allMatch(GateResult::before) ? ExitCode.UNHEALTHY_BEFORE : ExitCode.VIOLATED;
        }
        boolean decided = results.stream().allMatch(result -> result.health() == Health.HEALTHY);
        return decided ? ExitCode.MET : ExitCode.UNDECIDED;
    }

    private void report(int exitCode, String criterion, List<GateResult> results) throws IOException {
        String verdict =
                switch (exitCode) {
                    case ExitCode.MET -> "healthy";
                    case ExitCode.VIOLATED -> "unhealthy";
                    case ExitCode.UNHEALTHY_BEFORE -> "unhealthy, as it was before";
                    default -> "undecided";
                };
        results.forEach(result -> say(result.canary().name() + ": " + result.text()));
        say("canary gate: " + verdict);
        if (junitXml != null) {
            OutputFile.write(junitXml, GateReports.junitXml(results));
        }
        String summary = System.getenv(SUMMARY);
        if (summary != null && !summary.isBlank()) {
            AppendedFile.line(Path.of(summary), GateReports.markdown(verdict, criterion, results), false);
        }
    }
}
