package dev.andon.internal.audit.maven;

import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.NotRunReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.jspecify.annotations.Nullable;

/** What the poms of a project's modules state. */
public final class MavenModules {
    private final PomReader reader;
    private final Map<String, Pom> poms = new LinkedHashMap<>();
    private final Map<String, Bindings> bindings = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private MavenModules(PomReader reader) {
        this.reader = reader;
    }

    /** Reads the poms of the modules of a project. */
    public static MavenModules of(Workspace workspace, Path root, LocalRepository repository) {
        MavenModules modules = new MavenModules(new PomReader(repository, root));
        workspace.modules().forEach(modules::read);
        return modules;
    }

    private void read(Module module) {
        Path file = module.base().resolve("pom.xml");
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            Pom pom = reader.read(file);
            poms.put(module.name(), pom);
            bindings.put(module.name(), new Bindings(pom, profile -> withProfile(file, profile)));
            if (!pom.complete()) {
                notes.add("the parent " + String.join(", ", pom.missingParents()) + " of module " + module.name()
                        + " is neither beside it nor in the local Maven repository, so what it binds is not known");
            }
        } catch (IOException unreadable) {
            notes.add(file + " cannot be read (" + unreadable.getMessage()
                    + "): which tests its plugins run is not known");
        }
    }

    private Optional<Bindings> withProfile(Path file, String profile) {
        try {
            return Optional.of(new Bindings(reader.read(file, List.of(profile)), other -> Optional.empty()));
        } catch (IOException contradictory) {
            return Optional.empty();
        }
    }

    /** Returns notes on the poms for the reader of a report, one sentence each. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** Returns why a test class left no result; empty where the poms do not show it. */
    public Optional<NotRunReason> absence(TestClass testClass) {
        return Optional.ofNullable(bindings.get(testClass.module())).flatMap(known -> known.of(testClass));
    }

    /** Returns a configuration parameter of JUnit that the test plugins of a module hand on; null where they do not. */
    public @Nullable String parameter(Module module, String key) {
        Pom pom = poms.get(module.name());
        return pom == null ? null : TestExecutions.parameter(pom.model(), key);
    }

    /** Returns whether a module's pom has an execution of Failsafe. */
    public boolean runsFailsafe(Module module) {
        Pom pom = poms.get(module.name());
        return pom != null
                && !TestExecutions.executions(pom.model(), TestExecutions.FAILSAFE)
                        .isEmpty();
    }

    /** Returns the names of the modules that a module is compiled or tested against; empty where that is not known. */
    public Optional<Set<String>> classPath(String module) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(module));
        while (!open.isEmpty()) {
            Pom pom = poms.get(open.remove());
            if (pom == null || !pom.complete()) {
                return Optional.empty();
            }
            for (Dependency dependency : pom.model().getDependencies()) {
                poms.entrySet().stream()
                        .filter(entry -> isOf(dependency, entry.getValue().model()))
                        .map(Map.Entry::getKey)
                        .filter(seen::add)
                        .forEach(open::add);
            }
        }
        return Optional.of(seen);
    }

    /**
     * Returns the JVM in which the tests of a module run; empty where it has no pom.
     *
     * @param failsafe whether those are meant that Failsafe runs
     */
    public Optional<TestJvm> testJvm(Module module, Workspace workspace, boolean failsafe) {
        Pom pom = poms.get(module.name());
        if (pom == null) {
            return Optional.empty();
        }
        List<Module> upstream = classPath(module.name()).orElse(Set.of()).stream()
                .filter(name -> !name.equals(module.name()))
                .flatMap(name -> workspace.modules().stream()
                        .filter(other -> other.name().equals(name)))
                .toList();
        DependencyJars jars = new DependencyJars(reader);
        jars.add(pom.model());
        upstream.forEach(other ->
                Optional.ofNullable(poms.get(other.name())).ifPresent(ofOther -> jars.addHandedOn(ofOther.model())));
        jars.addLauncher();
        poms.values().forEach(built -> jars.isBuilt(built.model()));
        return Optional.of(TestJvmReader.of(pom, module, failsafe, upstream, jars));
    }

    private static boolean isOf(Dependency dependency, Model model) {
        return dependency.getArtifactId().equals(model.getArtifactId())
                && dependency.getGroupId().equals(model.getGroupId());
    }

    /** Returns the classes of the libraries that the modules use, as far as the local repository has them. */
    public JarClasses libraries() {
        DependencyJars jars = new DependencyJars(reader);
        poms.values().forEach(pom -> jars.add(pom.model()));
        return new JarClasses(jars.jars());
    }
}
