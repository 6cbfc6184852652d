package dev.andon.internal.bytecode;

import dev.andon.internal.bytecode.AnnotationFacts.EnumName;
import dev.andon.internal.bytecode.AnnotationFacts.TypeName;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads one annotation, or one array within it, and hands the result on. */
final class AnnotationReader extends AnnotationVisitor {

    /** Kotlin's own copy of the declaration: as long as the class itself, and not needed here. */
    private static final String KOTLIN_METADATA = "Lkotlin/Metadata;";

    private final StringPool names;
    private final BiConsumer<@Nullable String, Object> values;
    private final Runnable end;

    private AnnotationReader(StringPool names, BiConsumer<@Nullable String, Object> values, Runnable end) {
        super(Opcodes.ASM9);
        this.names = names;
        this.values = values;
        this.end = end;
    }

    static @Nullable AnnotationVisitor reading(StringPool names, String descriptor, Consumer<AnnotationFacts> result) {
        String type = names.ofDescriptor(descriptor);
        if (descriptor.equals(KOTLIN_METADATA)) {
            result.accept(new AnnotationFacts(type, Map.of()));
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        return new AnnotationReader(
                names,
                (name, value) -> values.put(names.shared(String.valueOf(name)), value),
                () -> result.accept(new AnnotationFacts(type, compact(values))));
    }

    private static Map<String, Object> compact(Map<String, Object> values) {
        if (values.isEmpty()) {
            return Map.of();
        }
        if (values.size() == 1) {
            Map.Entry<String, Object> only = values.entrySet().iterator().next();
            return Map.of(only.getKey(), only.getValue());
        }
        return Collections.unmodifiableMap(values);
    }

    @Override
    public void visit(@Nullable String name, Object value) {
        if (value instanceof Type type) {
            values.accept(name, new TypeName(names.ofType(type)));
        } else if (value.getClass().isArray()) {
            List<Object> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(Array.get(value, i));
            }
            values.accept(name, List.copyOf(elements));
        } else {
            values.accept(name, value instanceof String text ? names.shared(text) : value);
        }
    }

    @Override
    public void visitEnum(@Nullable String name, String descriptor, String constant) {
        values.accept(name, new EnumName(names.ofDescriptor(descriptor), names.shared(constant)));
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(@Nullable String name, String descriptor) {
        return reading(names, descriptor, nested -> values.accept(name, nested));
    }

    @Override
    public AnnotationVisitor visitArray(@Nullable String name) {
        List<Object> elements = new ArrayList<>();
        return new AnnotationReader(
                names, (ignored, value) -> elements.add(value), () -> values.accept(name, List.copyOf(elements)));
    }

    @Override
    public void visitEnd() {
        end.run();
    }
}
