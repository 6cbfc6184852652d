package dev.andon.internal.junit;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/**
 * The readiness classes that a whole run of Surefire or Failsafe leaves out because of their names. Neither says so, and
 * neither does JUnit, which is never told of them.
 */
final class UnselectedReadiness {

    /** What the two include by themselves. */
    private static final Pattern INCLUDED = Pattern.compile("Test.*|.*Tests?|.*TestCase|IT.*|.*IT|.*ITCase");

    /** With these, somebody chose what to run. */
    private static final List<String> CHOOSING =
            List.of("test", "it.test", "surefire.includes", "surefire.includesFile", "failsafe.includesFile");

    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private UnselectedReadiness() {}

    /** Whether somebody chose by a property what to run. */
    static boolean chosen(Function<String, @Nullable String> property) {
        return CHOOSING.stream().anyMatch(key -> property.apply(key) != null);
    }

    /** Returns what is to be said once of a run of all test classes; empty where it is not one, or all is well. */
    static Optional<String> warning(LauncherDiscoveryRequest request, boolean all) {
        List<ClassSelector> selected = request.getSelectorsByType(ClassSelector.class);
        // A fork that runs class by class asks for one at a time: what the others run is not known there.
        boolean whole = all
                && selected.size() > 1
                && TestSelection.of(request).selects(Set.of())
                && TestSelection.of(request).selects(Set.of("operational-readiness"));
        if (!whole) {
            return Optional.empty();
        }
        Set<String> names = selected.stream().map(ClassSelector::getClassName).collect(Collectors.toSet());
        List<String> left = selected.stream()
                .flatMap(selector -> root(selector).stream())
                .distinct()
                .flatMap(root -> readinessClasses(root, selected.get(0).getClassLoader()).stream())
                .filter(name -> !names.contains(name))
                .filter(TOLD::add)
                .toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of("Andon: WARNING: " + String.join(", ", left) + (left.size() == 1 ? " is" : " are")
                        + " annotated with @OperationalReadiness, but this run does not include "
                        + (left.size() == 1 ? "it" : "them")
                        + ", so it checks no readiness: Surefire runs classes named Test*, *Test, *Tests and *TestCase. Let "
                        + "the name end in Test, or include the class in an execution of its own.");
    }

    private static Optional<Path> root(ClassSelector selector) {
        try {
            CodeSource source = selector.getJavaClass().getProtectionDomain().getCodeSource();
            return source == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | RuntimeException | LinkageError notAFolder) {
            return Optional.empty();
        }
    }

    private static List<String> readinessClasses(Path root, ClassLoader loader) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (path.endsWith(".class")
                        && !INCLUDED.matcher(simpleName(path)).matches()) {
                    String name =
                            path.substring(0, path.length() - ".class".length()).replace('/', '.');
                    if (ReadinessWithoutChecks.mentionsReadiness(file)
                            && ReadinessWithoutChecks.isReadiness(name, loader)) {
                        found.add(name);
                    }
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            // A warning that cannot be given is none; what cannot be read is told where readiness is judged.
            return List.of();
        }
        return found;
    }

    private static String simpleName(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".class".length());
    }
}
