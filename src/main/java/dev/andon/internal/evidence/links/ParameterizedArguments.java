package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts that annotations hand to a parameterized test, one list of arguments for each invocation. */
final class ParameterizedArguments {

    private static final String SOURCES = "org.junit.jupiter.params.provider.";
    private static final int MOST = 20;

    private ParameterizedArguments() {}

    static List<List<Value>> arguments(MethodFacts method) {
        return method.annotations().stream()
                .flatMap(ParameterizedArguments::unfold)
                .flatMap(ParameterizedArguments::rows)
                .limit(MOST)
                .toList();
    }

    private static Stream<AnnotationFacts> unfold(AnnotationFacts annotation) {
        return annotation.type().matches(Pattern.quote(SOURCES) + "(?:Value|Csv)Sources")
                ? annotation.each("value").map(AnnotationFacts.class::cast)
                : Stream.of(annotation);
    }

    private static Stream<List<Value>> rows(AnnotationFacts annotation) {
        if (annotation.type().equals(SOURCES + "ValueSource")) {
            return annotation.each("strings").map(text -> List.of(new Value.Text(String.valueOf(text))));
        }
        if (!annotation.type().equals(SOURCES + "CsvSource")) {
            return Stream.empty();
        }
        String between = annotation
                .value("delimiterString")
                .or(() -> annotation.value("delimiter"))
                .map(String::valueOf)
                .orElse(",");
        Stream<String> lines = Stream.concat(
                annotation.each("value").map(String::valueOf),
                annotation.value("textBlock").stream()
                        .flatMap(text -> String.valueOf(text).lines()));
        return lines.filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                .map(line -> cells(line, between));
    }

    /** A delimiter in quotes splits here too: a text that is cut short matches no route. */
    private static List<Value> cells(String line, String between) {
        List<Value> cells = new ArrayList<>();
        Arrays.stream(line.split(Pattern.quote(between)))
                .map(cell -> cell.strip().replaceAll("^['\"]|['\"]$", ""))
                .forEach(cell -> cells.add(new Value.Text(cell)));
        return cells;
    }
}
