package dev.andon.internal.discover;

import dev.andon.TestKind;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.discover.FrameworkSigns.Sign;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the place of a test class says of its kind: its source set, its module, its package. */
final class PlaceSigns {

    private final Set<String> productionPackages = new HashSet<>();

    PlaceSigns(Classes classes) {
        for (ClassFacts facts : classes.index().classes()) {
            if (!Classes.inTests(facts)) {
                String name = Classes.packageOf(facts.name());
                while (!name.isEmpty() && productionPackages.add(name)) {
                    name = Classes.packageOf(name);
                }
            }
        }
    }

    Optional<Sign> of(ClassFacts testClass) {
        ClassRoot root = testClass.root();
        return (root == null ? Optional.<Sign>empty() : folder(root).or(() -> module(root)))
                .or(() -> packageOf(testClass));
    }

    /** The last folder names the source set: {@code build/classes/java/integrationTest}. What lies above is chance. */
    private static Optional<Sign> folder(ClassRoot root) {
        if (root.path().getFileName() == null) {
            return Optional.empty();
        }
        String name = root.path().getFileName().toString();
        return TestKinds.spelledIn(name).map(kind -> new Sign(kind, "in folder " + name));
    }

    private static Optional<Sign> module(ClassRoot root) {
        String name = root.module();
        if (!name.matches(
                ".*-(its?|e2e|integration|integration-tests?|acceptance|acceptance-tests?|end-to-end(-tests?)?|e2e-tests?)"
                        + "|its?|e2e|integration-tests?|acceptance-tests?|e2e-tests?")) {
            return Optional.empty();
        }
        return TestKinds.spelledIn(name).map(kind -> new Sign(kind, "in module " + name));
    }

    /** A package that production code has too, such as {@code com.acme.integration}, is named for what it holds. */
    private Optional<Sign> packageOf(ClassFacts testClass) {
        String name = Classes.packageOf(testClass.name());
        while (!name.isEmpty() && !productionPackages.contains(name)) {
            String segment = name.substring(name.lastIndexOf('.') + 1);
            Optional<TestKind> kind =
                    segment.equals("endtoend") ? Optional.of(TestKind.END_TO_END) : TestKinds.spelledIn(segment);
            if (kind.isPresent()) {
                return Optional.of(new Sign(kind.get(), "in package " + name));
            }
            name = Classes.packageOf(name);
        }
        return Optional.empty();
    }
}
