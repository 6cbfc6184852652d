package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodKey;
import java.util.Map;

/** Tells which methods of a service answer which routes. */
public final class HandlerMethods {

    private HandlerMethods() {}

    /**
     * Returns what reaches each method to which annotations map requests or messages, its own or those of the method that it
     * overrides: its first route, or the annotation.
     */
    public static Map<MethodKey, String> of(CodeIndex index, ClassFacts facts) {
        Classes classes = new Classes(index);
        return new AnnotatedRoutes(classes).byMethod(classes.view(facts));
    }
}
