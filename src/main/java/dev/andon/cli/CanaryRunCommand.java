package dev.andon.cli;

import dev.andon.internal.canary.run.UnknownNames;
import dev.andon.internal.canary.write.LogSettings;
import dev.andon.internal.formats.MalformedFileException;
import dev.andon.internal.formats.RunnerSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that runs canaries. What it says goes to standard error where standard output takes the canary log. */
abstract class CanaryRunCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    CanaryRunOptions options;

    @SuppressWarnings("NullAway.Init")
    private PrintWriter lines;

    /** Runs, and returns the exit code. */
    abstract int execute(RunnerSettings settings) throws IOException;

    @Override
    public final Integer call() {
        UnknownNames.forget();
        try {
            RunnerSettings settings = options.settings();
            lines = LogSettings.folder(settings.parameters()).isEmpty()
                    ? spec.commandLine().getErr()
                    : spec.commandLine().getOut();
            return execute(settings);
        } catch (MalformedFileException misuse) {
            throw new Misuse(String.valueOf(misuse.getMessage()));
        } catch (IOException unwritable) {
            throw new Misuse(String.valueOf(unwritable));
        }
    }

    /** Prints a line. */
    final void say(String line) {
        TerminalText.print(lines, line);
    }

    /** Prints a line for those who operate the runner. */
    final void warn(String line) {
        TerminalText.print(spec.commandLine().getErr(), "andon: " + line);
    }
}
