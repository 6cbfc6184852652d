package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whether a bean of the tests is there in the container that a test starts. */
public enum BeanPresence {
    /** It is there. */
    YES,
    /** It depends on what the code does not show. */
    UNKNOWN,
    /** A condition keeps it away. */
    NO;

    /**
     * What decides it.
     *
     * @param annotations the annotations of the test
     * @param settings the values that a setting may have in the test's module
     */
    public record In(List<AnnotationFacts> annotations, Function<String, Set<String>> settings) {

        Stream<String> texts(String annotation, String attribute) {
            return annotations.stream()
                    .filter(found -> found.type().equals(annotation))
                    .flatMap(found -> found.each(attribute))
                    .map(String::valueOf);
        }
    }

    /** Returns the one that says less for the bean. */
    public BeanPresence and(BeanPresence other) {
        return compareTo(other) >= 0 ? this : other;
    }

    static BeanPresence of(boolean there) {
        return there ? YES : NO;
    }
}
