package dev.andon.archunit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.ClassRoots;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Inventory;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges the folders that the imported classes came from, and reports the findings to each class concerned. */
abstract class PracticeCondition extends ArchCondition<JavaClass> {
    private final Map<String, List<String>> faults = new HashMap<>();

    PracticeCondition(String description) {
        super(description);
    }

    /** Returns the findings against the code, by the name of the top-level class concerned. */
    abstract Stream<Map.Entry<String, String>> faults(CodeIndex index, Inventory inventory);

    /** Returns the names of the classes that the practice is about. */
    abstract Stream<String> subjects(Inventory inventory);

    /** Returns what the practice is about and how to import it, for example {@code test: import the tests too}. */
    abstract String missing();

    /** @throws AssertionError if the practice is about none of the imported classes: a rule that checks nothing never passes */
    @Override
    public void init(Collection<JavaClass> imported) {
        faults.clear();
        Set<ClassRoot> roots = new LinkedHashSet<>();
        Set<String> packages = new LinkedHashSet<>();
        for (JavaClass javaClass : imported) {
            root(javaClass).ifPresent(root -> roots.add(ClassRoots.of(root)));
            packages.add(javaClass.getPackageName());
        }
        ClassLoader loader = Objects.requireNonNullElse(
                Thread.currentThread().getContextClassLoader(), ClassLoader.getSystemClassLoader());
        CodeIndex index = CodeIndex.of(List.copyOf(roots), ClassSource.of(loader));
        Inventory inventory =
                Discovery.discover(index, new DiscoveryRequest(List.copyOf(packages), List.of(), List.of(), List.of()));
        Set<String> names = imported.stream().map(JavaClass::getName).collect(Collectors.toSet());
        if (subjects(inventory).noneMatch(names::contains)) {
            throw new AssertionError("The rule '" + getDescription() + "' failed to check any " + missing());
        }
        faults(index, inventory)
                .forEach(fault -> faults.computeIfAbsent(fault.getKey(), name -> new java.util.ArrayList<>())
                        .add(fault.getValue()));
    }

    @Override
    public void check(JavaClass javaClass, ConditionEvents events) {
        faults.getOrDefault(javaClass.getName(), List.of())
                .forEach(fault -> events.add(SimpleConditionEvent.violated(javaClass, fault)));
    }

    private static Optional<Path> root(JavaClass javaClass) {
        return javaClass.getSource().map(source -> root(source.getUri(), javaClass.getName()));
    }

    private static Path root(URI source, String className) {
        if (source.getScheme().equals("jar")) {
            String inside = source.getSchemeSpecificPart();
            return Path.of(URI.create(inside.substring(0, inside.indexOf('!'))));
        }
        Path root = Path.of(source);
        for (int level = className.split("\\.").length; level > 0; level--) {
            root = Objects.requireNonNull(root.getParent());
        }
        return root;
    }
}
