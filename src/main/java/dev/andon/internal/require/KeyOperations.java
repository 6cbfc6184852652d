package dev.andon.internal.require;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Merges the key operations of a readiness class with those of a file. */
public final class KeyOperations {
    private KeyOperations() {}

    /**
     * Returns them: those of the file where the class names none, else those of the class, which must be the same.
     *
     * @throws ConfigurationException if they differ, or the file names one twice
     */
    public static List<Requirements.Operation> together(
            String readinessClass,
            List<Requirements.Operation> declared,
            String file,
            List<Requirements.Operation> written) {
        Set<String> names = new HashSet<>();
        for (Requirements.Operation operation : written) {
            if (!names.add(OperationText.normalized(operation.name()))) {
                throw new ConfigurationException(
                        file + " names \"" + operation.name() + "\" twice; give each operation its own name");
            }
        }
        if (declared.isEmpty()) {
            return written;
        }
        List<String> differences = new ArrayList<>();
        missing(declared, written, "@KeyOperation", "the file", differences);
        missing(written, declared, "the file", "@KeyOperation", differences);
        List<Requirements.Operation> together = new ArrayList<>();
        for (Requirements.Operation one : declared) {
            for (Requirements.Operation other : written) {
                if (same(one, other)) {
                    differ(one.name(), "route", one.route(), other.route(), differences);
                    differ(
                            one.name(),
                            "services",
                            String.join(", ", one.services()),
                            String.join(", ", other.services()),
                            differences);
                    together.add(new Requirements.Operation(
                            one.name(),
                            one.route().isEmpty() ? other.route() : one.route(),
                            one.services().isEmpty() ? other.services() : one.services()));
                }
            }
        }
        if (!differences.isEmpty()) {
            throw new ConfigurationException("the key operations of " + readinessClass + " and of " + file + " differ: "
                    + String.join("; ", differences) + ": keep one of the two, or make them the same");
        }
        return together;
    }

    private static boolean same(Requirements.Operation one, Requirements.Operation other) {
        return OperationText.normalized(one.name()).equals(OperationText.normalized(other.name()));
    }

    private static void missing(
            List<Requirements.Operation> these,
            List<Requirements.Operation> those,
            String here,
            String there,
            List<String> differences) {
        String names = these.stream()
                .filter(one -> those.stream().noneMatch(other -> same(one, other)))
                .map(one -> "\"" + one.name() + "\"")
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            differences.add(here + " names " + names + ", " + there + " does not");
        }
    }

    private static void differ(String name, String key, String one, String other, List<String> differences) {
        boolean alike = key.equals("route") ? OperationText.sameRoute(one, other) : one.equals(other);
        if (!one.isEmpty() && !other.isEmpty() && !alike) {
            differences.add("\"" + name + "\" has " + key + " = " + one + " and " + other);
        }
    }
}
