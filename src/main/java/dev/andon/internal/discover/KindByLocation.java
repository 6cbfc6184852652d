package dev.andon.internal.discover;

import dev.andon.TestKind;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.text.ClassNames;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tells the kind of a test class from where it lies: its source set, its module, its package. */
final class KindByLocation {

    private static final String MODULE_OF_TESTS =
            ".*-(its?|e2e|integration|integration-tests?|acceptance|acceptance-tests?|end-to-end(-tests?)?|e2e-tests?)"
                    + "|its?|e2e|integration-tests?|acceptance-tests?|e2e-tests?";

    private final Set<String> productionPackages = new HashSet<>();

    KindByLocation(Classes classes) {
        for (ClassFacts facts : classes.index().classes()) {
            if (!Classes.inTests(facts)) {
                String name = ClassNames.packageOf(facts.name());
                while (!name.isEmpty() && productionPackages.add(name)) {
                    name = ClassNames.packageOf(name);
                }
            }
        }
    }

    Optional<KindReason> of(ClassFacts testClass) {
        ClassRoot root = testClass.root();
        return (root == null ? Optional.<KindReason>empty() : folder(root).or(() -> module(root)))
                .or(() -> packageOf(testClass));
    }

    /** The last folder is named after the source set, as in {@code build/classes/java/integrationTest}. */
    private static Optional<KindReason> folder(ClassRoot root) {
        if (root.path().getFileName() == null) {
            return Optional.empty();
        }
        String name = root.path().getFileName().toString();
        return KindNames.inName(name).map(kind -> new KindReason(kind, "in folder " + name));
    }

    private static Optional<KindReason> module(ClassRoot root) {
        String name = root.module();
        return name.matches(MODULE_OF_TESTS)
                ? KindNames.inName(name).map(kind -> new KindReason(kind, "in module " + name))
                : Optional.empty();
    }

    /** A package that production code has too, such as {@code com.acme.integration}, says nothing about its tests. */
    private Optional<KindReason> packageOf(ClassFacts testClass) {
        String name = ClassNames.packageOf(testClass.name());
        while (!name.isEmpty() && !productionPackages.contains(name)) {
            String segment = name.substring(name.lastIndexOf('.') + 1);
            Optional<TestKind> kind =
                    segment.equals("endtoend") ? Optional.of(TestKind.END_TO_END) : KindNames.inName(segment);
            if (kind.isPresent()) {
                return Optional.of(new KindReason(kind.get(), "in package " + name));
            }
            name = ClassNames.packageOf(name);
        }
        return Optional.empty();
    }
}
