package dev.andon.internal.junit;

import dev.andon.internal.text.TestClassNames;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/**
 * Finds the readiness classes that a whole run of Surefire or Failsafe leaves out because of their names. Neither plugin
 * says so, and JUnit never learns of them.
 */
final class UnselectedReadiness {

    /** The properties by which a user chooses what to run. */
    private static final List<String> CHOOSING =
            List.of("test", "it.test", "surefire.includes", "surefire.includesFile", "failsafe.includesFile");

    private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();

    private UnselectedReadiness() {}

    /** Returns whether the user chose by a property what to run. */
    static boolean chosen(Function<String, @Nullable String> property) {
        return CHOOSING.stream().anyMatch(key -> property.apply(key) != null);
    }

    /** Returns the warning about a run of all test classes, once; empty where it is no such run, or nothing is left out. */
    static Optional<String> warning(LauncherDiscoveryRequest request, boolean all) {
        List<ClassSelector> selected = request.getSelectorsByType(ClassSelector.class);
        // A fork that runs class by class selects one at a time and does not know what the others run.
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
                .filter(WARNED::add)
                .toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of("Andon: WARNING: " + String.join(", ", left) + (left.size() == 1 ? " is" : " are")
                        + " annotated with @OperationalReadiness, but this run does not include "
                        + (left.size() == 1 ? "it" : "them")
                        + ", so it checks no readiness: Surefire runs classes named Test*, *Test, *Tests and *TestCase. Let "
                        + "the name end in Test, or include the class in an execution of its own.");
    }

    /** Returns the warning about abstract readiness classes that no class of the tests extends, once. */
    static Optional<String> neverRun(LauncherDiscoveryRequest request, boolean all) {
        List<ClassSelector> selected = request.getSelectorsByType(ClassSelector.class);
        if (!all || selected.size() < 2) {
            return Optional.empty();
        }
        List<String> never = selected.stream()
                .flatMap(selector -> root(selector).stream())
                .distinct()
                .flatMap(
                        root -> SelectedReadinessClasses.neverExtended(
                                root, selected.get(0).getClassLoader())
                                .stream())
                .filter(WARNED::add)
                .toList();
        return never.isEmpty()
                ? Optional.empty()
                : Optional.of("Andon: WARNING: " + String.join(", ", never)
                        + (never.size() == 1 ? " is" : " are")
                        + " annotated with @OperationalReadiness, but abstract, and no class of these tests extends "
                        + (never.size() == 1 ? "it" : "them")
                        + ", so nothing checks readiness: make it a concrete class,"
                        + " or extend it.");
    }

    /**
     * The folder of its class file. The selector is not asked for the class: it would keep the one of the loader of this
     * moment, while Quarkus is about to put a loader of its own in place, which must define its tests.
     */
    private static Optional<Path> root(ClassSelector selector) {
        String file = selector.getClassName().replace('.', '/') + ".class";
        ClassLoader loader = selector.getClassLoader();
        URL found = (loader != null ? loader : SelectedReadinessClasses.loader()).getResource(file);
        if (found == null || !"file".equals(found.getProtocol())) {
            return Optional.empty();
        }
        try {
            @Nullable Path path = Path.of(found.toURI());
            for (int i = file.split("/").length; i > 0 && path != null; i--) {
                path = path.getParent();
            }
            return Optional.ofNullable(path);
        } catch (URISyntaxException | RuntimeException notAFolder) {
            return Optional.empty();
        }
    }

    private static List<String> readinessClasses(Path root, ClassLoader loader) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try {
            return SelectedReadinessClasses.candidates(root, "").stream()
                    .filter(name -> !TestClassNames.isSurefires(name) && !TestClassNames.isFailsafes(name))
                    .filter(name ->
                            SelectedReadinessClasses.readiness(name, loader).isPresent())
                    .toList();
        } catch (IOException | RuntimeException unreadable) {
            // Only a warning gets lost; judging readiness reports what cannot be read.
            return List.of();
        }
    }
}
