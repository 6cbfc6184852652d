package dev.andon.internal.evidence.links;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares the destination of a message with the templates of those who handle it by mappings, as routes do. */
final class MappedDestinations {

    private MappedDestinations() {}

    /**
     * Returns whether it is certain that one of the templates takes a message to one of the names; empty if none does.
     *
     * @param prefix what may stand before a template as one segment, such as the prefix of an application
     */
    static Optional<Boolean> takes(Collection<String> names, Collection<String> templates, Pattern prefix) {
        return names.stream()
                .flatMap(name -> templates.stream()
                        .flatMap(template -> takes(segments(name), segments(template), prefix).stream()))
                .max(Boolean::compare);
    }

    private static Optional<Boolean> takes(List<String> name, List<String> template, Pattern prefix) {
        int any = template.indexOf("**");
        if (any >= 0) {
            return Optional.of(false).filter(maybe -> isPart(name, template.subList(0, any)));
        }
        int before = name.size() - template.size();
        if (before < 0 || template.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < template.size(); i++) {
            if (!isAlike(name.get(before + i), template.get(i))) {
                return Optional.empty();
            }
        }
        if (before == 0) {
            return Optional.of(true);
        }
        return prefix.matcher(name.get(0)).matches() && !prefix.pattern().isEmpty()
                ? Optional.of(before == 1)
                : Optional.empty();
    }

    /** Returns whether the segments stand anywhere in the name, one after the other. */
    private static boolean isPart(List<String> name, List<String> segments) {
        return IntStream.rangeClosed(0, name.size() - segments.size())
                .anyMatch(start -> IntStream.range(0, segments.size())
                        .allMatch(i -> isAlike(name.get(start + i), segments.get(i))));
    }

    private static boolean isAlike(String name, String template) {
        return name.equals(template) || isOpen(template) || isOpen(name);
    }

    private static boolean isOpen(String segment) {
        return segment.contains("{") || segment.contains("*");
    }

    private static List<String> segments(String text) {
        return Stream.of(text.split("[/.]"))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }
}
