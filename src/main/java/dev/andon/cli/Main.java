package dev.andon.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code java -jar andon-junit-<version>-cli.jar audit <folder>}. */
@Command(
        name = "andon",
        description = "Judges whether a service is ready to be operated.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = AuditCommand.class)
final class Main {
    private Main() {}

    /** Runs the command and exits with its code: 0 met, 1 violations, 2 misuse. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main());
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
