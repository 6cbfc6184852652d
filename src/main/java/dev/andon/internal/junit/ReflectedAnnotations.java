package dev.andon.internal.junit;

import dev.andon.ExemptPractice;
import dev.andon.KeyOperation;
import dev.andon.OperationalReadiness;
import dev.andon.RequireBaseline;
import dev.andon.RequireCanaries;
import dev.andon.RequireChangedLines;
import dev.andon.RequireCoverage;
import dev.andon.RequirePractice;
import dev.andon.RequireProof;
import dev.andon.RequirePyramid;
import dev.andon.RequireTests;
import dev.andon.Waive;
import dev.andon.internal.bytecode.AnnotationFacts;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.commons.support.AnnotationSupport;

/** The annotations of a loaded readiness class in the form in which a class file would tell them. */
final class ReflectedAnnotations {
    static final List<Class<? extends Annotation>> REPEATABLE = List.of(
            RequireTests.class,
            RequireCoverage.class,
            RequireCanaries.class,
            RequirePyramid.class,
            RequireChangedLines.class,
            RequireBaseline.class,
            RequirePractice.class,
            RequireProof.class,
            KeyOperation.class,
            Waive.class,
            ExemptPractice.class);

    private ReflectedAnnotations() {}

    /** Returns all of our annotations on the class: inherited, composed into the user's own, and repeated. */
    static List<AnnotationFacts> annotations(Class<?> readinessClass) {
        List<AnnotationFacts> found = new ArrayList<>();
        AnnotationSupport.findAnnotation(readinessClass, OperationalReadiness.class)
                .ifPresent(annotation -> found.add(facts(annotation)));
        for (Class<? extends Annotation> type : REPEATABLE) {
            AnnotationSupport.findRepeatableAnnotations(readinessClass, type)
                    .forEach(annotation -> found.add(facts(annotation)));
        }
        return found;
    }

    private static AnnotationFacts facts(Annotation annotation) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Method attribute : annotation.annotationType().getDeclaredMethods()) {
            if (attribute.getParameterCount() == 0) {
                values.put(attribute.getName(), value(invoke(annotation, attribute)));
            }
        }
        return new AnnotationFacts(annotation.annotationType().getName(), values);
    }

    private static Object invoke(Annotation annotation, Method attribute) {
        try {
            attribute.setAccessible(true);
            return attribute.invoke(annotation);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(attribute + " cannot be read", impossible);
        }
    }

    private static Object value(Object raw) {
        if (raw instanceof Class<?> type) {
            return new AnnotationFacts.TypeName(type.getName());
        }
        if (raw instanceof Enum<?> constant) {
            return new AnnotationFacts.EnumName(constant.getDeclaringClass().getName(), constant.name());
        }
        if (raw instanceof Annotation nested) {
            return facts(nested);
        }
        if (raw.getClass().isArray()) {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < Array.getLength(raw); i++) {
                list.add(value(Array.get(raw, i)));
            }
            return list;
        }
        return raw;
    }
}
