package dev.andon.internal.bytecode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field's declaration.
 *
 * @param name its name
 * @param type its type's binary name, for example {@code java.lang.String} or {@code int[]}
 * @param access ASM's access flags
 * @param constant its compile-time constant, if it has one
 * @param annotations its annotations
 */
public record FieldFacts(
        String name, String type, int access, @Nullable Object constant, List<AnnotationFacts> annotations) {}
