package dev.andon.internal.bytecode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One annotation as it stands on a class, method or field.
 *
 * @param type the annotation type's binary name
 * @param values what is written, defaults not included: {@code String}, boxed primitives, {@link TypeName} for a class
 *     literal, {@link EnumName} for an enum constant, nested {@code AnnotationFacts}, and {@code List}s of these
 */
public record AnnotationFacts(String type, Map<String, Object> values) {

    /** A class literal, by the class's binary name. */
    public record TypeName(String name) {}

    /** An enum constant, by its type and name. */
    public record EnumName(String type, String constant) {}

    /** Returns the value written for an attribute, if any. */
    public Optional<Object> value(String attribute) {
        return Optional.ofNullable(values.get(attribute));
    }

    /** Returns the binary names of all class literals in it, those in nested annotations included. */
    public Stream<String> types() {
        return values.values().stream().flatMap(AnnotationFacts::types);
    }

    private static Stream<String> types(Object value) {
        if (value instanceof TypeName type) {
            return Stream.of(type.name());
        }
        if (value instanceof AnnotationFacts nested) {
            return nested.types();
        }
        return value instanceof List<?> list ? list.stream().flatMap(AnnotationFacts::types) : Stream.empty();
    }

    /** Returns the values of an attribute that are of a type; others stand in another version of the annotation. */
    public <T> Stream<T> each(String attribute, Class<T> type) {
        return each(attribute).filter(type::isInstance).map(type::cast);
    }

    /** Returns what is written for an attribute, one by one: an array may be written as a single value. */
    public Stream<?> each(String attribute) {
        Object value = values.getOrDefault(attribute, List.of());
        return value instanceof List<?> list ? list.stream() : Stream.of(value);
    }
}
