package dev.andon.cli;

import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.text.VisibleText;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command line: {@code java -jar andon-junit-<version>-cli.jar audit <folder>}. */
@Command(
        name = "andon",
        description = "Judges whether a service is ready to be operated, and runs its canaries.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {AuditCommand.class, ProveCommand.class, CanaryCommand.class})
final class Main {
    private Main() {}

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "print the stack trace of an unexpected error")
    private boolean stackTrace;

    /** Runs the command and exits with its {@linkplain ExitCode code}. */
    public static void main(String[] arguments) {
        System.exit(run(commandLine(), arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExitCodeExceptionMapper(unexpected -> ExitCode.ERROR)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** Runs the command; an unexpected error is one line on standard error and the exit code 2. */
    static int run(CommandLine commandLine, String... arguments) {
        try {
            return commandLine
                    .setParameterExceptionHandler((wrong, all) -> wrongArguments(commandLine, wrong))
                    .setExecutionExceptionHandler((thrown, command, parsed) ->
                            isMisuse(thrown) ? misuse(commandLine, thrown) : failed(commandLine, thrown))
                    .execute(arguments);
        } catch (Error unexpected) {
            // A deeply nested or huge file can end in StackOverflowError or OutOfMemoryError.
            return failed(commandLine, unexpected);
        }
    }

    private static boolean isMisuse(Throwable thrown) {
        return thrown instanceof Misuse
                || thrown instanceof ConfigurationException
                || thrown instanceof CanaryConfigurationException;
    }

    /** An argument may be the name of a folder that somebody else chose, so it is shown visibly. */
    private static int wrongArguments(CommandLine commandLine, ParameterException wrong) {
        return misuse(
                commandLine,
                new Misuse(wrong.getMessage() + "; `"
                        + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help` lists what there is"));
    }

    private static int misuse(CommandLine commandLine, Throwable thrown) {
        TerminalText.print(commandLine.getErr(), "andon: " + thrown.getMessage());
        return ExitCode.ERROR;
    }

    private static int failed(CommandLine commandLine, Throwable unexpected) {
        PrintWriter err = commandLine.getErr();
        Main main = commandLine.getCommand();
        String file = InputFile.lastOpened();
        err.println("andon: unexpected error: "
                + VisibleText.ofLine(unexpected + (file.isEmpty() ? "" : "; the last file that was read is " + file))
                + (unexpected instanceof OutOfMemoryError
                        ? "; give it more memory with `java -Xmx`"
                        : main.stackTrace ? "" : "; run with --stacktrace to see where, and please report it"));
        if (main.stackTrace) {
            unexpected.printStackTrace(err);
        }
        err.flush();
        return ExitCode.ERROR;
    }

    /** The version in the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"andon " + (version == null ? "(not packaged)" : version)};
        }
    }
}
