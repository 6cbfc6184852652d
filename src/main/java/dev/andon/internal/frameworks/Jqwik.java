package dev.andon.internal.frameworks;

import dev.andon.internal.bytecode.AnnotationFacts;
import java.util.List;
import java.util.Set;

/** jqwik's properties. */
final class Jqwik implements Framework {

    @Override
    public Set<String> testAnnotations() {
        return Set.of("net.jqwik.api.Property", "net.jqwik.api.Example");
    }

    @Override
    public Set<String> innerTestAnnotations() {
        return Set.of("net.jqwik.api.Group");
    }

    @Override
    public List<String> tags(AnnotationFacts annotation) {
        return annotation.type().equals("net.jqwik.api.Tag")
                ? annotation.value("value").map(Object::toString).stream().toList()
                : List.of();
    }

    @Override
    public Set<String> disablingAnnotations() {
        return Set.of("net.jqwik.api.Disabled");
    }

    @Override
    public Set<String> propertyAnnotations() {
        return testAnnotations();
    }
}
