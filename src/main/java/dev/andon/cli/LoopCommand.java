package dev.andon.cli;

import dev.andon.internal.canary.run.CanaryInvocation;
import dev.andon.internal.canary.run.CanaryLoop;
import dev.andon.internal.canary.run.ClientWarmUp;
import dev.andon.internal.canary.run.ForkedInvocation;
import dev.andon.internal.canary.run.LoadedCanary;
import dev.andon.internal.canary.run.RunnerProcess;
import dev.andon.internal.formats.RunnerSettings;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs canaries for ever. */
@Command(
        name = "run",
        description = "Runs each canary at its interval, and alerts by its policy, until it is told to end.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "2:wrong arguments or settings: nothing was run",
            "5:too many canaries hang, or the memory is exhausted: start it anew",
            "143:it was told to end, and what ran then has ended"
        })
final class LoopCommand extends CanaryRunCommand {

    @Option(
            names = "--fork",
            description = "run each canary in its own JVM, so that one that exhausts the memory or calls System.exit"
                    + " ends only its own run")
    private boolean fork;

    @Override
    int execute(RunnerSettings settings) throws IOException {
        List<LoadedCanary> canaries = options.canaries();
        RunnerProcess process = new RunnerProcess(canaries, settings, this::warn);
        ClientWarmUp.run();
        try {
            CanaryLoop.End end = process.run(lines -> fork
                    ? new ForkedInvocation(options.classPath(), settings.parameters(), settings.tolerances(), lines)
                    : new CanaryInvocation(settings.parameters(), settings.tolerances(), lines));
            if (end == CanaryLoop.End.OUT_OF_MEMORY) {
                // An orderly end needs memory. Each line of the log is written already.
                Runtime.getRuntime().halt(ExitCode.RESTART);
            }
            return end == CanaryLoop.End.STOPPED ? ExitCode.MET : ExitCode.RESTART;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return ExitCode.ERROR;
        }
    }
}
