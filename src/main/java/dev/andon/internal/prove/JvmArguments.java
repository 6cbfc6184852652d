package dev.andon.internal.prove;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses, of the arguments that a JVM was started with, those that another one with the same class path gets. */
final class JvmArguments {

    private static final Pattern LEFT_OUT = Pattern.compile(
            // Coverage, debuggers, recordings and logs: two JVMs would write the same files, or take the same port.
            "-javaagent:(?:[^=]*[/\\\\])?[^/\\\\=]*(?:jacoco|idea_rt|debugger|capture)[^/\\\\=]*(?:=.*)?"
                    + "|-agentlib:jdwp.*|-agentpath:.*|-Xrunjdwp.*|-Xdebug|-XX:StartFlightRecording.*|-XX:FlightRecorder.*"
                    + "|-Xlog.*|-Xloggc.*|-XX:LogFile.*|-XX:HeapDumpPath.*|-XX:\\+HeapDumpOnOutOfMemoryError"
                    // Modules: all of it runs from the class path.
                    + "|--?(?:module-path|p|patch-module|module|m|upgrade-module-path|limit-modules|add-reads)(?:=.*)?"
                    + "|--add-modules=(?!java\\.|jdk\\.).*"
                    // Set by Gradle's worker to a class of its own.
                    + "|-Djava\\.security\\.manager.*");

    private static final Set<String> PREFIXES_OF_THE_JVM = Set.of("java.", "jdk.", "sun.", "os.");

    /** Environment variables that hold arguments of a JVM. */
    private static final Set<String> VARIABLES = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /** An argument in such a variable; a part of it may stand in quotes. */
    private static final Pattern IN_VARIABLE = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

    private JvmArguments() {}

    /** Returns them; system properties that no JVM reads when it starts are handed on otherwise. */
    static List<String> handedOn(List<String> arguments) {
        return arguments.stream()
                .filter(argument -> !LEFT_OUT.matcher(argument).matches())
                .filter(argument -> !argument.startsWith("-D") || isReadAtStart(argument.substring(2)))
                .toList();
    }

    /** Returns the arguments that the JVM takes from environment variables, as it sees them. */
    static Set<String> inVariables(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> VARIABLES.contains(variable.getKey()))
                .flatMap(variable -> quoted(variable.getValue()))
                .map(argument -> argument.replaceAll("[\"']", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns what an environment variable is for the other JVM: one with arguments loses those that are not handed on. */
    static String inVariable(String name, String value) {
        return VARIABLES.contains(name)
                ? quoted(value)
                        .filter(argument -> !LEFT_OUT.matcher(argument.replaceAll("[\"']", ""))
                                .matches())
                        .collect(Collectors.joining(" "))
                : value;
    }

    private static Stream<String> quoted(String value) {
        return IN_VARIABLE.matcher(value).results().map(MatchResult::group);
    }

    /** Returns whether a system property belongs to the JVM itself, or is read when it starts. */
    static boolean isOfTheJvm(String property) {
        return PREFIXES_OF_THE_JVM.stream().anyMatch(property::startsWith)
                && !property.startsWith("java.util.logging.");
    }

    private static boolean isReadAtStart(String property) {
        return Stream.of(
                                "file.encoding",
                                "stdout.encoding",
                                "stderr.encoding",
                                "user.language",
                                "user.country",
                                "user.timezone")
                        .anyMatch(name -> property.startsWith(name + "="))
                || isOfTheJvm(property);
    }
}
