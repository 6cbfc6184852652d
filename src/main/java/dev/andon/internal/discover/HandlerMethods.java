package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodKey;
import java.util.Map;

/** Tells which methods of a service answer which routes. */
public final class HandlerMethods {

    private final Classes classes;
    private final AnnotatedRoutes annotated;
    private final CodedRoutes coded;

    /** Reads the code of the production classes that may declare routes. */
    public HandlerMethods(CodeIndex index) {
        this.classes = new Classes(index);
        this.annotated = new AnnotatedRoutes(classes);
        this.coded = CodedRoutes.of(
                classes,
                index.classes().stream()
                        .filter(facts -> !Classes.inTests(facts))
                        .toList());
    }

    /**
     * Returns what reaches each method to which annotations map requests or messages, its own or those of the method that it
     * overrides: its first route, or the annotation.
     */
    public Map<MethodKey, String> annotated(ClassFacts facts) {
        return annotated.byMethod(classes.view(facts));
    }

    /**
     * Returns what reaches each method that code hands to a framework together with a path, by reference or as the body of a
     * lambda: its first route.
     *
     * @param unknown what is said where the code does not show the path
     */
    public Map<MethodKey, String> coded(ClassFacts facts, String unknown) {
        return coded.methods(facts, unknown);
    }

    /** Returns whether a method declares routes, so that it runs when the application starts. */
    public boolean declaresRoutes(ClassFacts facts, MethodKey method) {
        return coded.isDeclaredBy(facts, method);
    }
}
