package dev.andon.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that run canaries, and that say what their log shows. */
@Command(
        name = "canary",
        description = "Runs canaries against a deployed system, and says what their log shows.",
        mixinStandardHelpOptions = true,
        subcommands = {
            LoopCommand.class,
            OnceCommand.class,
            GateCommand.class,
            OutagesCommand.class,
            ReplayCommand.class,
            AlertsCommand.class
        })
final class CanaryCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name what to do");
    }
}
