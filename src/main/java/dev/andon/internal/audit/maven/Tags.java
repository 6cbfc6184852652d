package dev.andon.internal.audit.maven;

import dev.andon.internal.discover.TestClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What {@code groups} and {@code excludedGroups} say of a test class, as far as they are lists of tags. */
final class Tags {
    private Tags() {}

    /** Whether every test of the class has one of the tags; false where that cannot be determined. */
    static boolean allHaveAny(TestClass testClass, String expression) {
        return names(expression)
                .filter(names -> testClass.engine() == null)
                .filter(names -> testClass.methods().stream()
                        .allMatch(method -> method.tags().stream().anyMatch(names::contains)))
                .isPresent();
    }

    /** Whether no test of the class has one of the tags; false where that cannot be determined. */
    static boolean noneHasAny(TestClass testClass, String expression) {
        return names(expression)
                .filter(names -> testClass.engine() == null)
                .filter(names -> testClass.methods().stream()
                        .noneMatch(method -> method.tags().stream().anyMatch(names::contains)))
                .isPresent();
    }

    /** Tag expressions and JUnit 4 categories are not evaluated. */
    private static Optional<List<String>> names(String expression) {
        return expression.matches(".*[&!().].*")
                ? Optional.empty()
                : Optional.of(Arrays.stream(expression.split("[,|]"))
                        .map(String::trim)
                        .toList());
    }
}
