package dev.andon.internal.evidence.coverage;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jacoco.core.runtime.WildcardMatcher;

/**
 * The settings of this JVM's JaCoCo agent, read from the JVM's arguments, since the agent has no API for them.
 *
 * @param jar the agent's jar
 * @param options its options by name, as far as they are given
 */
public record AgentSettings(Path jar, Map<String, String> options) {

    private static final String FLAG = "-javaagent:";
    private static final String LOADERS_LEFT_OUT_BY_DEFAULT = "sun.reflect.DelegatingClassLoader";
    private static final Pattern JACOCO_JAR = Pattern.compile("(?i).*jacoco.*\\.jar");
    // A value may contain a comma: the next option begins where a name and an equals sign follow.
    private static final Pattern BETWEEN_OPTIONS = Pattern.compile(",(?=[a-zA-Z0-9_\\-]+=)");

    /** Returns the settings of this JVM's agent; empty where it has none, or one that was attached later. */
    public static Optional<AgentSettings> ofThisJvm() {
        return of(ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    static Optional<AgentSettings> of(List<String> jvmArguments) {
        return jvmArguments.stream()
                .filter(argument -> argument.startsWith(FLAG))
                .map(argument -> argument.substring(FLAG.length()))
                .map(AgentSettings::parse)
                .filter(settings -> JACOCO_JAR
                        .matcher(String.valueOf(settings.jar.getFileName()))
                        .matches())
                .findFirst();
    }

    private static AgentSettings parse(String argument) {
        int equals = argument.indexOf('=');
        if (equals < 0) {
            return new AgentSettings(Path.of(argument), Map.of());
        }
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : BETWEEN_OPTIONS.split(argument.substring(equals + 1), -1)) {
            int split = option.indexOf('=');
            if (split > 0) {
                options.put(option.substring(0, split), option.substring(split + 1));
            }
        }
        return new AgentSettings(Path.of(argument.substring(0, equals)), Map.copyOf(options));
    }

    /** Returns the exec file that the agent writes. */
    public Path execFile() {
        return Path.of(options.getOrDefault("destfile", "jacoco.exec")).toAbsolutePath();
    }

    /** Returns the setting, as written, by which the agent leaves a class out; empty if the agent instruments it. */
    public Optional<String> leavesOut(String className) {
        String includes = options.getOrDefault("includes", "");
        String excludes = options.getOrDefault("excludes", "");
        if (!includes.isEmpty() && !matches(includes, className)) {
            return Optional.of("includes=" + includes);
        }
        return !excludes.isEmpty() && matches(excludes, className)
                ? Optional.of("excludes=" + excludes)
                : Optional.empty();
    }

    /** Returns the setting by which the agent leaves out class loaders, and with them what they load; empty by default. */
    public Optional<String> leavesOutLoaders() {
        return Optional.ofNullable(options.get("exclclassloader"))
                .filter(loaders -> !loaders.isEmpty() && !loaders.equals(LOADERS_LEFT_OUT_BY_DEFAULT))
                .map(loaders -> "exclclassloader=" + loaders);
    }

    /** The agent matches names with slashes, and takes patterns written with dots. */
    private static boolean matches(String patterns, String className) {
        return new WildcardMatcher(patterns.replace('/', '.')).matches(className);
    }

    /**
     * Returns why these settings keep coverage from being attributed to test classes, with the fix; empty if they do
     * not.
     */
    public Optional<String> obstacle() {
        if (options.getOrDefault("append", "true").equals("false")) {
            return Optional.of("the JaCoCo agent runs with append=false, which makes it overwrite " + execFile()
                    + " whenever data is written, so the data of one test class would wipe out that of the others: "
                    + "remove append=false (in Maven: <append>), and let `clean` delete the file");
        }
        String output = options.getOrDefault("output", "file");
        if (!output.equals("file")) {
            return Optional.of("the JaCoCo agent runs with output=" + output
                    + ", so its data leaves this JVM without passing through a file: use output=file, the default");
        }
        if (options.getOrDefault("dumponexit", "true").equals("false")) {
            return Optional.of(
                    "the JaCoCo agent runs with dumponexit=false, so its data is not written when the JVM ends"
                            + ": remove dumponexit=false");
        }
        return Optional.empty();
    }
}
