package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.MethodFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The arguments that the annotations of a Jupiter test hold: those of {@code @ValueSource} and {@code @CsvSource}. */
final class ArgumentSources {

    private static final String PACKAGE = "org.junit.jupiter.params.provider.";
    private static final Set<String> CONTAINERS = Set.of(PACKAGE + "ValueSources", PACKAGE + "CsvSources");
    private static final Set<String> PROVIDERS = Set.of(PACKAGE + "MethodSource", PACKAGE + "FieldSource");
    private static final int MOST_INVOCATIONS = 20;

    private ArgumentSources() {}

    static List<List<String>> of(MethodFacts method) {
        return method.annotations().stream()
                .flatMap(ArgumentSources::unfold)
                .flatMap(ArgumentSources::invocations)
                .limit(MOST_INVOCATIONS)
                .toList();
    }

    /** Returns the methods and fields that {@code @MethodSource} and {@code @FieldSource} name; without a name, that of the test. */
    static List<String> providers(MethodFacts method) {
        List<String> providers = new ArrayList<>();
        for (AnnotationFacts annotation : method.annotations()) {
            if (PROVIDERS.contains(annotation.type())) {
                List<String> names = RouteTemplates.texts(annotation, "value");
                providers.addAll(names.isEmpty() ? List.of(method.name()) : names);
            }
        }
        return providers;
    }

    private static Stream<AnnotationFacts> unfold(AnnotationFacts annotation) {
        return CONTAINERS.contains(annotation.type())
                ? annotation.each("value", AnnotationFacts.class)
                : Stream.of(annotation);
    }

    private static Stream<List<String>> invocations(AnnotationFacts annotation) {
        if (annotation.type().equals(PACKAGE + "ValueSource")) {
            return annotation.each("strings").map(text -> List.of(String.valueOf(text)));
        }
        return annotation.type().equals(PACKAGE + "CsvSource") ? csv(annotation) : Stream.empty();
    }

    private static Stream<List<String>> csv(AnnotationFacts annotation) {
        String delimiter = annotation
                .value("delimiterString")
                .or(() -> annotation.value("delimiter"))
                .map(String::valueOf)
                .orElse(",");
        Stream<String> lines = Stream.concat(
                annotation.each("value").map(String::valueOf),
                annotation.value("textBlock").stream()
                        .flatMap(text -> String.valueOf(text).lines()));
        return lines.filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                .map(line -> cells(line, delimiter));
    }

    /** A delimiter in quotes splits the cell too, which does no harm: half a path matches no route. */
    private static List<String> cells(String line, String delimiter) {
        return Arrays.stream(line.split(Pattern.quote(delimiter)))
                .map(cell -> cell.strip().replaceAll("^['\"]|['\"]$", ""))
                .toList();
    }
}
