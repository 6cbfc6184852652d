package dev.andon.internal.judge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the key operations of a readiness class and those of a file together. */
public final class KeyOperations {
    private KeyOperations() {}

    /**
     * Returns them: those of the file where the class names none, else those of the class, which must be the same.
     *
     * @throws Misuse if they differ, or the file names one twice
     */
    public static List<Demands.Operation> together(
            String readinessClass, List<Demands.Operation> declared, String file, List<Demands.Operation> written) {
        Set<String> names = new HashSet<>();
        for (Demands.Operation operation : written) {
            if (!names.add(KnownCanary.plain(operation.name()))) {
                throw new Misuse(
                        file + " names \"" + operation.name() + "\" twice; give each operation a name of its own");
            }
        }
        if (declared.isEmpty()) {
            return written;
        }
        List<String> differences = new ArrayList<>();
        missing(declared, written, "@KeyOperation", "the file", differences);
        missing(written, declared, "the file", "@KeyOperation", differences);
        List<Demands.Operation> together = new ArrayList<>();
        for (Demands.Operation one : declared) {
            for (Demands.Operation other : written) {
                if (same(one, other)) {
                    differ(one.name(), "of", one.of(), other.of(), differences);
                    differ(one.name(), "service", one.service(), other.service(), differences);
                    together.add(new Demands.Operation(
                            one.name(),
                            one.of().isEmpty() ? other.of() : one.of(),
                            one.service().isEmpty() ? other.service() : one.service()));
                }
            }
        }
        if (!differences.isEmpty()) {
            throw new Misuse("the key operations of " + readinessClass + " and of " + file + " differ: "
                    + String.join("; ", differences) + ": keep one of the two, or make them the same");
        }
        return together;
    }

    private static boolean same(Demands.Operation one, Demands.Operation other) {
        return KnownCanary.plain(one.name()).equals(KnownCanary.plain(other.name()));
    }

    private static void missing(
            List<Demands.Operation> these,
            List<Demands.Operation> those,
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
        boolean alike = key.equals("of") ? Operations.sameRoute(one, other) : one.equals(other);
        if (!one.isEmpty() && !other.isEmpty() && !alike) {
            differences.add("\"" + name + "\" has " + key + " = " + one + " and " + other);
        }
    }
}
