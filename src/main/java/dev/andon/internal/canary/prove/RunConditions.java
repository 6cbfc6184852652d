package dev.andon.internal.canary.prove;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Finds annotations that decide whether a canary runs at all: it would be skipped, and nobody alerted. */
public final class RunConditions {
    private RunConditions() {}

    /** Returns the first such annotation of a canary, as it is written; empty where it always runs. */
    public static Optional<String> of(Class<?> canary) {
        List<AnnotatedElement> elements = new ArrayList<>();
        for (Class<?> outer = canary; outer != null; outer = outer.getEnclosingClass()) {
            for (Class<?> type = outer; type != null && type != Object.class; type = type.getSuperclass()) {
                elements.add(type);
                elements.addAll(Arrays.asList(type.getInterfaces()));
            }
        }
        elements.addAll(ReflectionSupport.findMethods(canary, method -> true, HierarchyTraversalMode.BOTTOM_UP));
        return elements.stream()
                .flatMap(element -> Arrays.stream(element.getDeclaredAnnotations()))
                .filter(annotation -> isCondition(annotation.annotationType(), new HashSet<>()) || names(annotation))
                .map(annotation -> "@" + annotation.annotationType().getSimpleName())
                .findFirst();
    }

    private static boolean isCondition(Class<? extends Annotation> type, Set<Class<?>> seen) {
        if (!seen.add(type) || type.getName().startsWith("java.")) {
            return false;
        }
        return type == Disabled.class
                || AnnotationSupport.findRepeatableAnnotations(type, ExtendWith.class).stream()
                        .anyMatch(RunConditions::hasCondition)
                || Arrays.stream(type.getDeclaredAnnotations())
                        .anyMatch(annotation -> isCondition(annotation.annotationType(), seen));
    }

    private static boolean names(Annotation annotation) {
        return annotation instanceof ExtendWith extended && hasCondition(extended);
    }

    private static boolean hasCondition(ExtendWith extended) {
        return Arrays.stream(extended.value()).anyMatch(ExecutionCondition.class::isAssignableFrom);
    }
}
