package dev.andon.internal.discover;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.discover.TestMethod.Disabled;
import dev.andon.internal.frameworks.Framework;
import dev.andon.internal.frameworks.Frameworks;
import dev.andon.internal.text.ClassNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the annotation, on the method or a class around it, that disables a test. */
final class DisablingAnnotations {

    private static final Set<String> UNCONDITIONAL = Frameworks.union(Framework::disablingAnnotations);

    private final Classes classes;
    /** Whether annotations without attributes are conditions: nearly all annotations of tests are of this kind. */
    private final Map<String, Boolean> conditions = new ConcurrentHashMap<>();

    DisablingAnnotations(Classes classes) {
        this.classes = classes;
    }

    /**
     * Returns what disables all tests of a class that runs.
     *
     * @param path the classes that run them, outermost first
     */
    List<Disabled> of(List<ClassFacts> path) {
        return path.stream().flatMap(this::onClass).toList();
    }

    /**
     * Returns what disables a method: an unconditional annotation if there is one, else a condition.
     *
     * @param annotations the method's annotations, resolved
     * @param owner the class that declares it
     * @param method the method
     * @param ofClasses what disables all tests of the class that runs
     */
    Optional<Disabled> of(
            List<AnnotationFacts> annotations, ClassFacts owner, MethodFacts method, List<Disabled> ofClasses) {
        List<Disabled> found = new ArrayList<>();
        for (AnnotationFacts annotation : annotations) {
            disabled(annotation, owner, MethodKey.of(method)).ifPresent(found::add);
        }
        found.addAll(ofClasses);
        return found.stream()
                .filter(disabled -> !disabled.conditional())
                .findFirst()
                .or(() -> found.stream().findFirst());
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
        return Frameworks.any(Framework::inheritsAnnotation, annotation)
                || classes.index()
                        .find(annotation)
                        .filter(facts -> facts.annotations().stream()
                                .anyMatch(meta -> meta.type().equals("java.lang.annotation.Inherited")))
                        .isPresent();
    }

    private Optional<Disabled> disabled(AnnotationFacts annotation, ClassFacts owner, @Nullable MethodKey method) {
        boolean always = UNCONDITIONAL.contains(annotation.type());
        if (!always && !isCondition(annotation)) {
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

    private boolean isCondition(AnnotationFacts annotation) {
        return annotation.values().isEmpty()
                ? conditions.computeIfAbsent(annotation.type(), type -> disablesConditionally(annotation))
                : disablesConditionally(annotation);
    }

    private static boolean disablesConditionally(AnnotationFacts annotation) {
        return Frameworks.any(Framework::disablesConditionally, annotation);
    }
}
