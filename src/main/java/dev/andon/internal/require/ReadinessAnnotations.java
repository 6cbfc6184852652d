package dev.andon.internal.require;

import dev.andon.internal.bytecode.AnnotationFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Andon's annotations on a readiness class; containers of repeated annotations are unfolded.
 *
 * @param readinessClass the binary name of the class
 * @param all the annotations
 */
record ReadinessAnnotations(String readinessClass, List<AnnotationAttributes> all) {
    private static final String PACKAGE = "dev.andon.";

    static ReadinessAnnotations of(String readinessClass, List<AnnotationFacts> annotations) {
        return new ReadinessAnnotations(
                readinessClass,
                annotations.stream()
                        .flatMap(ReadinessAnnotations::unfold)
                        .map(facts -> new AnnotationAttributes(readinessClass, facts))
                        .toList());
    }

    private static Stream<AnnotationFacts> unfold(AnnotationFacts facts) {
        return facts.type().startsWith(PACKAGE) && facts.type().endsWith("$List")
                ? facts.each("value", AnnotationFacts.class)
                : Stream.of(facts);
    }

    /** Returns all annotations of a type, given by its simple name. */
    Stream<AnnotationAttributes> each(String type) {
        return all.stream().filter(attributes -> attributes.type().equals(PACKAGE + type));
    }

    Optional<AnnotationAttributes> first(String type) {
        return each(type).findFirst();
    }
}
