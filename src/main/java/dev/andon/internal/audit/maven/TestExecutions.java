package dev.andon.internal.audit.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Reads which executions of the test plugins a pom binds. */
final class TestExecutions {
    static final String SUREFIRE = "org.apache.maven.plugins:maven-surefire-plugin";
    static final String FAILSAFE = "org.apache.maven.plugins:maven-failsafe-plugin";

    private static final List<String> TESTS =
            List.of("**/Test*.java", "**/*Test.java", "**/*Tests.java", "**/*TestCase.java");
    static final List<String> INTEGRATION_TESTS = List.of("**/IT*.java", "**/*IT.java", "**/*ITCase.java");

    private final Properties properties = new Properties();
    private final CommandLineFiles commandLine;

    private TestExecutions(Model model, CommandLineFiles commandLine) {
        this.commandLine = commandLine;
        properties.putAll(model.getProperties());
        properties.putAll(commandLine.properties);
    }

    /** Returns those that are bound to a phase, skipped or not. */
    static List<TestExecution> of(Model model, CommandLineFiles commandLine) {
        TestExecutions reading = new TestExecutions(model, commandLine);
        return Stream.concat(
                        reading.of(model, SUREFIRE, "test", "test").stream(),
                        reading.of(model, FAILSAFE, "integration-test", "integration-test").stream())
                .toList();
    }

    /** Searches the list, since the map that Maven keeps does not contain plugins that are added later. */
    static Optional<Plugin> plugin(@Nullable PluginContainer build, String key) {
        return Stream.ofNullable(build)
                .flatMap(container -> container.getPlugins().stream())
                .filter(plugin -> plugin.getKey().equals(key))
                .findFirst();
    }

    /** A configuration parameter of JUnit that an execution hands on; null where none does. */
    static @Nullable String parameter(Model model, String key) {
        for (String plugin : List.of(SUREFIRE, FAILSAFE)) {
            for (PluginExecution execution : executions(model, plugin)) {
                if (execution.getConfiguration() instanceof Xpp3Dom configuration) {
                    for (String element : List.of("systemPropertyVariables", "systemProperties")) {
                        Xpp3Dom properties = configuration.getChild(element);
                        Xpp3Dom value = properties == null ? null : properties.getChild(key);
                        if (value != null) {
                            return value.getValue();
                        }
                    }
                }
            }
        }
        return null;
    }

    private List<TestExecution> of(Model model, String key, String goal, String defaultPhase) {
        List<TestExecution> bound = new ArrayList<>();
        for (PluginExecution execution : executions(model, key)) {
            String phase = Optional.ofNullable(execution.getPhase()).orElse(defaultPhase);
            if (execution.getGoals().contains(goal) && !phase.isBlank() && !phase.equals("none")) {
                bound.add(execution(execution, phase, key.equals(FAILSAFE)));
            }
        }
        return bound;
    }

    static List<PluginExecution> executions(Model model, String plugin) {
        return plugin(model.getBuild(), plugin).map(Plugin::getExecutions).orElse(List.of());
    }

    private TestExecution execution(PluginExecution execution, String phase, boolean failsafe) {
        Xpp3Dom configuration = execution.getConfiguration() instanceof Xpp3Dom dom ? dom : new Xpp3Dom("none");
        String prefix = failsafe ? "failsafe." : "surefire.";
        List<String> includes = list(configuration, "includes", prefix + "includes");
        String only = text(configuration, "test", failsafe ? "it.test" : "test");
        if (!only.isEmpty()) {
            includes = List.of(only.split(","));
        }
        List<String> excludes = list(configuration, "excludes", prefix + "excludes");
        return new TestExecution(
                failsafe ? "maven-failsafe-plugin" : "maven-surefire-plugin",
                execution.getId(),
                phase,
                includes.isEmpty() ? failsafe ? INTEGRATION_TESTS : TESTS : includes,
                excludes.isEmpty() ? List.of("**/*$*") : excludes,
                text(configuration, "groups", "groups"),
                text(configuration, "excludedGroups", "excludedGroups"),
                skippedBy(configuration, failsafe));
    }

    private String skippedBy(Xpp3Dom configuration, boolean failsafe) {
        for (String[] flag : new String[][] {
            {"skip", "maven.test.skip"},
            {"skipTests", "skipTests"},
            {"skipExec", "maven.test.skip.exec"},
            {"skipITs", "skipITs"}
        }) {
            boolean known = failsafe || !flag[0].equals("skipITs");
            if (known && text(configuration, flag[0], flag[1]).equals("true")) {
                return configuration.getChild(flag[0]) == null
                        ? flag[1] + " in " + commandLine.whereIs(flag[1])
                        : flag[0] + " in the pom";
            }
        }
        return "";
    }

    private List<String> list(Xpp3Dom configuration, String name, String property) {
        Xpp3Dom element = configuration.getChild(name);
        if (element == null) {
            return split(properties.getProperty(property, ""));
        }
        List<String> values = new ArrayList<>();
        for (Xpp3Dom child : element.getChildren()) {
            values.addAll(split(String.valueOf(child.getValue())));
        }
        return values;
    }

    private static List<String> split(String values) {
        return Stream.of(values.split("[,\\n]"))
                .map(String::trim)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private String text(Xpp3Dom configuration, String name, String property) {
        Xpp3Dom element = configuration.getChild(name);
        String value = element == null ? properties.getProperty(property, "") : element.getValue();
        return value == null ? "" : value.trim();
    }
}
