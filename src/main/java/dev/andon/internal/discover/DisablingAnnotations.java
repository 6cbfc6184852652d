package dev.andon.internal.discover;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.discover.TestMethod.Disabled;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.text.ClassNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the annotation, on the method or a class around it, that disables a test. */
final class DisablingAnnotations {

    private static final Set<String> UNCONDITIONAL = Frameworks.union(Framework::disablingAnnotations);

    private final Classes classes;

    DisablingAnnotations(Classes classes) {
        this.classes = classes;
    }

    /**
     * Returns what disables a method: an unconditional annotation if there is one, else a condition.
     *
     * @param path the classes that run it, outermost first
     * @param owner the class that declares it
     * @param method the method
     */
    Optional<Disabled> of(List<ClassFacts> path, ClassFacts owner, MethodFacts method) {
        List<Disabled> found = Stream.concat(
                        onMethod(owner, method), path.stream().flatMap(this::onClass))
                .toList();
        return found.stream()
                .filter(disabled -> !disabled.conditional())
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private Stream<Disabled> onMethod(ClassFacts owner, MethodFacts method) {
        return classes.resolved(method.annotations()).stream()
                .map(annotation -> disabled(annotation, owner, MethodKey.of(method)))
                .flatMap(Optional::stream);
    }

    /** Annotations of interfaces apply to the class, those of superclasses only if they are inherited. */
    private Stream<Disabled> onClass(ClassFacts facts) {
        return classes.hierarchy(facts).stream().flatMap(type -> type.annotations().stream()
                .filter(annotation ->
                        Classes.isSame(type, facts) || type.isInterface() || isInherited(annotation.type()))
                .flatMap(annotation -> classes.resolved(List.of(annotation)).stream())
                .map(annotation -> disabled(annotation, type, null))
                .flatMap(Optional::stream));
    }

    private boolean isInherited(String annotation) {
        return Frameworks.any(framework -> framework.inheritsAnnotation(annotation))
                || classes.index()
                        .find(annotation)
                        .filter(facts -> facts.annotations().stream()
                                .anyMatch(meta -> meta.type().equals("java.lang.annotation.Inherited")))
                        .isPresent();
    }

    private Optional<Disabled> disabled(AnnotationFacts annotation, ClassFacts owner, @Nullable MethodKey method) {
        boolean always = UNCONDITIONAL.contains(annotation.type());
        if (!always && !Frameworks.any(framework -> framework.disablesConditionally(annotation))) {
            return Optional.empty();
        }
        String reason = Stream.of(always ? "value" : "disabledReason", "reason")
                .flatMap(attribute -> annotation.value(attribute).stream())
                .map(Object::toString)
                .findFirst()
                .orElse("");
        Location location = method == null ? classes.location(owner) : classes.location(owner, method);
        return Optional.of(new Disabled(ClassNames.simpleName(annotation.type()), reason, !always, location));
    }
}
