package dev.andon.internal.discover;

import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.bytecode.ClassFacts;
import dev.andon.internal.bytecode.MethodFacts;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.discover.TestMethod.Disabled;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the annotation that keeps a test from running, on its method or a class around it. */
final class Disabling {

    private static final Set<String> ALWAYS =
            Set.of("org.junit.jupiter.api.Disabled", "org.junit.Ignore", "net.jqwik.api.Disabled");
    private static final Pattern SOMETIMES =
            Pattern.compile("(Disabled|Enabled)(If|On|For|In|Until)([A-Z]\\w*)?|IfProfileValue");

    private final Classes classes;

    Disabling(Classes classes) {
        this.classes = classes;
    }

    /**
     * Returns what keeps a method from running: what disables it for good, else a condition.
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

    /** Interfaces hand these annotations on; superclasses only those that are inherited. */
    private Stream<Disabled> onClass(ClassFacts facts) {
        return classes.hierarchy(facts).stream().flatMap(type -> type.annotations().stream()
                .filter(annotation ->
                        Classes.isSame(type, facts) || type.isInterface() || isInherited(annotation.type()))
                .flatMap(annotation -> classes.resolved(List.of(annotation)).stream())
                .map(annotation -> disabled(annotation, type, null))
                .flatMap(Optional::stream));
    }

    private boolean isInherited(String annotation) {
        // Spring looks through the superclasses itself, whether inherited or not.
        return annotation.startsWith("org.springframework.")
                || classes.index()
                        .find(annotation)
                        .filter(facts -> facts.annotations().stream()
                                .anyMatch(meta -> meta.type().equals("java.lang.annotation.Inherited")))
                        .isPresent();
    }

    private Optional<Disabled> disabled(AnnotationFacts annotation, ClassFacts owner, @Nullable MethodKey method) {
        String simpleName = Classes.simpleName(annotation.type());
        boolean always = ALWAYS.contains(annotation.type());
        if (!always && !SOMETIMES.matcher(simpleName).matches()) {
            return Optional.empty();
        }
        String reason = Stream.of(always ? "value" : "disabledReason", "reason")
                .flatMap(attribute -> annotation.value(attribute).stream())
                .map(Object::toString)
                .findFirst()
                .orElse("");
        Location location = method == null ? classes.location(owner) : classes.location(owner, method);
        return Optional.of(new Disabled(simpleName, reason, !always, location));
    }
}
