package dev.andon.internal.audit.maven;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.discover.Module;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Reads how the test plugins of a pom start their JVM. */
final class TestJvmReader {
    /** An argument, which may have parts in quotes. */
    private static final Pattern ARGUMENT = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Module module;
    private Path workingFolder;

    private TestJvmReader(Module module) {
        this.module = module;
        this.workingFolder = module.base();
        properties.put("basedir", module.base().toString());
    }

    /**
     * Returns it.
     *
     * @param failsafe whether that of Failsafe is meant, else that of Surefire
     * @param upstream the modules on the class path
     * @param jars the libraries on the class path
     */
    static TestJvm of(Pom pom, Module module, boolean failsafe, List<Module> upstream, DependencyJars jars) {
        TestJvmReader reader = new TestJvmReader(module);
        TestExecutions.plugin(pom.model().getBuild(), failsafe ? TestExecutions.FAILSAFE : TestExecutions.SUREFIRE)
                .ifPresent(reader::read);
        return new TestJvm(
                Stream.of(
                                folders(module, true),
                                upstream.stream().flatMap(other -> folders(other, false)),
                                jars.jars().stream())
                        .flatMap(entries -> entries)
                        .distinct()
                        .toList(),
                List.copyOf(reader.arguments),
                Map.copyOf(reader.properties),
                Map.copyOf(reader.environment),
                reader.workingFolder,
                List.copyOf(jars.missing()));
    }

    /** Test classes stand before production classes; other modules share their production classes alone. */
    private static Stream<Path> folders(Module module, boolean tests) {
        return module.roots().stream()
                .filter(root -> tests || !root.test())
                .sorted(Comparator.comparing(root -> !root.test()))
                .map(ClassRoot::path);
    }

    private void read(Plugin plugin) {
        read(plugin.getConfiguration());
        // Several executions may differ: the first that runs tests is meant.
        plugin.getExecutions().stream()
                .filter(execution ->
                        execution.getGoals().stream().anyMatch(goal -> goal.matches("test|integration-test")))
                .findFirst()
                .map(PluginExecution::getConfiguration)
                .ifPresent(this::read);
    }

    private void read(@Nullable Object configuration) {
        if (!(configuration instanceof Xpp3Dom dom)) {
            return;
        }
        Xpp3Dom line = dom.getChild("argLine");
        if (line != null && line.getValue() != null) {
            arguments.clear();
            add(line.getValue());
        }
        Xpp3Dom folder = dom.getChild("workingDirectory");
        if (folder != null && folder.getValue() != null) {
            workingFolder = module.base().resolve(folder.getValue());
        }
        read(dom.getChild("systemPropertyVariables"), properties);
        read(dom.getChild("environmentVariables"), environment);
    }

    private static void read(@Nullable Xpp3Dom values, Map<String, String> into) {
        if (values != null) {
            for (Xpp3Dom value : values.getChildren()) {
                into.put(value.getName(), value.getValue() == null ? "" : value.getValue());
            }
        }
    }

    /** What the build computes, such as the agent of JaCoCo in {@code @{argLine}}, is not known here, and left out. */
    private void add(String line) {
        Matcher each = ARGUMENT.matcher(line.replaceAll("[@$]\\{[^}]*}", " "));
        while (each.find()) {
            String argument = each.group().replaceAll("[\"']", "");
            if (argument.startsWith("-D")) {
                int is = argument.indexOf('=');
                properties.put(
                        argument.substring(2, is < 0 ? argument.length() : is),
                        is < 0 ? "" : argument.substring(is + 1));
            } else {
                arguments.add(argument);
            }
        }
    }
}
