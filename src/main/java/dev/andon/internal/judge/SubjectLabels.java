package dev.andon.internal.judge;

import dev.andon.internal.text.ClassNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds a short name for each service and canary that distinguishes it from the others. */
final class SubjectLabels {
    private SubjectLabels() {}

    /**
     * Returns the simple name of each; where several are equal, with the shortest package that distinguishes them, or
     * the module where the packages are equal too.
     */
    static Map<Subject, String> of(Collection<Subject> subjects) {
        Map<Subject, String> labels = new LinkedHashMap<>();
        for (Subject subject : subjects) {
            List<Subject> duplicates = subjects.stream()
                    .filter(other -> !other.equals(subject) && simple(other).equals(simple(subject)))
                    .toList();
            labels.put(subject, duplicates.isEmpty() ? simple(subject) : distinguished(subject, duplicates));
        }
        return labels;
    }

    private static String simple(Subject subject) {
        return ClassNames.simple(subject.name());
    }

    private static String distinguished(Subject subject, List<Subject> duplicates) {
        if (duplicates.stream().anyMatch(other -> other.name().equals(subject.name()))) {
            return simple(subject) + " (" + subject.module() + ")";
        }
        List<String> parts = new ArrayList<>(List.of(subject.name().split("\\.")));
        for (int from = parts.size() - 2; from >= 0; from--) {
            String label = String.join(".", parts.subList(from, parts.size()));
            if (duplicates.stream().noneMatch(other -> ("." + other.name()).endsWith("." + label))) {
                return label.replace('$', '.');
            }
        }
        return subject.name().replace('$', '.');
    }
}
