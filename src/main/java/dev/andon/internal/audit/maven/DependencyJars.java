package dev.andon.internal.audit.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Exclusion;
import org.apache.maven.model.Model;

/**
 * The jars that modules are compiled and tested against, as far as the local repository has them. The nearest version of
 * an artifact wins, as in Maven; version ranges and system paths are not supported.
 */
final class DependencyJars {
    private final PomReader reader;
    private final Map<Path, List<Dependency>> transitive = new HashMap<>();
    private final Set<Path> jars = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();

    DependencyJars(PomReader reader) {
        this.reader = reader;
    }

    /** A dependency on the way, and what was excluded on it. */
    private record Step(Dependency dependency, Set<String> excluded) {}

    /** Adds the jars of a module. */
    void add(Model module) {
        add(module.getDependencies(), managed(module));
    }

    /** Adds the jars that a module hands on to those that depend on it. */
    void addHandedOn(Model module) {
        add(handedOn(module), managed(module));
    }

    /** Adds the launcher of JUnit, and the engine of Jupiter where it lacks, in the version of what is there: as Surefire does. */
    void addLauncher() {
        version("junit-platform-commons").ifPresent(version -> add(junit("platform", "launcher", version), Map.of()));
        version("junit-jupiter-api").ifPresent(version -> add(junit("jupiter", "engine", version), Map.of()));
    }

    private Optional<String> version(String artifact) {
        Pattern name = Pattern.compile(artifact + "-(\\d.*)\\.jar");
        return jars.stream()
                .map(jar -> name.matcher(String.valueOf(jar.getFileName())))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    private static List<Dependency> junit(String part, String artifact, String version) {
        Dependency dependency = new Dependency();
        dependency.setGroupId("org.junit." + part);
        dependency.setArtifactId("junit-" + part + "-" + artifact);
        dependency.setVersion(version);
        return List.of(dependency);
    }

    private void add(List<Dependency> direct, Map<String, String> managed) {
        Set<String> seen = new HashSet<>();
        Deque<Step> open = new ArrayDeque<>();
        direct.forEach(dependency -> open.add(new Step(dependency, excluded(dependency, Set.of()))));
        while (!open.isEmpty()) {
            Step step = open.remove();
            Dependency dependency = step.dependency();
            if (seen.add(dependency.getManagementKey())) {
                jar(dependency).ifPresentOrElse(jars::add, () -> miss(dependency));
                for (Dependency next : transitive(dependency)) {
                    if (!isExcluded(next, step.excluded())) {
                        Dependency chosen = next.clone();
                        chosen.setVersion(managed.getOrDefault(next.getManagementKey(), next.getVersion()));
                        open.add(new Step(chosen, excluded(next, step.excluded())));
                    }
                }
            }
        }
    }

    private void miss(Dependency dependency) {
        if (Set.of("jar", "test-jar").contains(dependency.getType())) {
            missing.add(dependency.getGroupId() + ":" + dependency.getArtifactId() + ":" + dependency.getVersion());
        }
    }

    /** Says that a module is built here, so that it is no library. */
    void isBuilt(Model module) {
        missing.remove(module.getGroupId() + ":" + module.getArtifactId() + ":" + module.getVersion());
    }

    /** Returns the ids of those that the local repository does not have. */
    Set<String> missing() {
        return missing;
    }

    /** Returns all jars so far, the nearest first. */
    Set<Path> jars() {
        return jars;
    }

    private static Map<String, String> managed(Model module) {
        Map<String, String> versions = new HashMap<>();
        DependencyManagement management = module.getDependencyManagement();
        if (management != null) {
            management.getDependencies().forEach(each -> versions.put(each.getManagementKey(), each.getVersion()));
        }
        return versions;
    }

    private Optional<Path> jar(Dependency dependency) {
        String classifier = Optional.ofNullable(dependency.getClassifier())
                .orElse(dependency.getType().equals("test-jar") ? "tests" : "");
        return dependency.getVersion() == null
                ? Optional.empty()
                : reader.repository()
                        .jar(dependency.getGroupId(), dependency.getArtifactId(), dependency.getVersion(), classifier);
    }

    private List<Dependency> transitive(Dependency dependency) {
        if (dependency.getVersion() == null) {
            return List.of();
        }
        return reader.repository()
                .pom(dependency.getGroupId(), dependency.getArtifactId(), dependency.getVersion())
                .map(pom -> transitive.computeIfAbsent(pom, this::read))
                .orElse(List.of());
    }

    private List<Dependency> read(Path pom) {
        try {
            return handedOn(reader.readDependency(pom));
        } catch (IOException unreadable) {
            // A library whose pom cannot be read counts as missing.
            return List.of();
        }
    }

    private static List<Dependency> handedOn(Model model) {
        return model.getDependencies().stream()
                .filter(next -> !next.isOptional())
                .filter(next ->
                        next.getScope() == null || Set.of("compile", "runtime").contains(next.getScope()))
                .toList();
    }

    private static Set<String> excluded(Dependency dependency, Set<String> before) {
        if (dependency.getExclusions().isEmpty()) {
            return before;
        }
        Set<String> all = new HashSet<>(before);
        for (Exclusion exclusion : dependency.getExclusions()) {
            all.add(exclusion.getGroupId() + ":" + exclusion.getArtifactId());
        }
        return all;
    }

    private static boolean isExcluded(Dependency next, Set<String> excluded) {
        return !excluded.isEmpty()
                && (excluded.contains(next.getGroupId() + ":" + next.getArtifactId())
                        || excluded.contains(next.getGroupId() + ":*")
                        || excluded.contains("*:" + next.getArtifactId())
                        || excluded.contains("*:*"));
    }
}
