package dev.andon.cli;

import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.formats.MalformedFileException;
import dev.andon.internal.text.VisibleText;
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

    /** Runs, and returns the exit code. */
    abstract int execute() throws IOException;

    @Override
    public final Integer call() {
        try {
            return execute();
        } catch (CanaryConfigurationException | MalformedFileException misuse) {
            return misuse(String.valueOf(misuse.getMessage()));
        } catch (IOException unwritable) {
            return misuse(String.valueOf(unwritable));
        }
    }

    final int misuse(String message) {
        say(spec.commandLine().getErr(), "andon: " + message);
        return ExitCode.ERROR;
    }

    /** Prints a line. */
    final void say(String line) {
        boolean taken = "-".equals(options.settings().parameters().get("andon.canary.log"));
        say(taken ? spec.commandLine().getErr() : spec.commandLine().getOut(), line);
    }

    /** Prints a line for whoever operates the runner. */
    final void warn(String line) {
        say(spec.commandLine().getErr(), "andon: " + line);
    }

    private static synchronized void say(PrintWriter to, String line) {
        to.println(VisibleText.ofLine(line));
        to.flush();
    }
}
