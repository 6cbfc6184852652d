package dev.andon.internal.bytecode;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** Keeps each name once: the same few thousand names make up most of what class files say. */
final class StringPool {

    private final Map<String, String> pool = new ConcurrentHashMap<>();

    String shared(String text) {
        String known = pool.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    String binary(String internalName) {
        return shared(internalName.replace('/', '.'));
    }

    @Nullable String binaryOrNull(@Nullable String internalName) {
        return internalName == null ? null : binary(internalName);
    }

    /** Returns the binary name for a descriptor; arrays as {@code int[]}. */
    String ofDescriptor(String descriptor) {
        return ofType(Type.getType(descriptor));
    }

    String ofType(Type type) {
        return shared(type.getClassName());
    }
}
