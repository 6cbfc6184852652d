package dev.andon.internal.junit;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Remembers the readiness classes that Jupiter would ignore, since they have no test: annotated, yet without the
 * interface that brings the checks. JUnit has no place for such an error but the end of the launcher session.
 */
final class ReadinessWithoutChecks {

    static final ReadinessWithoutChecks OF_THIS_JVM = new ReadinessWithoutChecks();

    private final Set<String> found = new ConcurrentSkipListSet<>();

    /** Remembers those of the readiness classes that have no test. */
    void addFrom(Collection<Class<?>> readinessClasses) {
        readinessClasses.stream()
                .filter(each -> !hasTests(each))
                .map(Class::getName)
                .forEach(found::add);
    }

    /** @throws JUnitException that names the classes found so far, which are then forgotten */
    void failIfAny() {
        List<String> classes = new ArrayList<>(found);
        classes.forEach(found::remove);
        if (classes.isEmpty()) {
            return;
        }
        JUnitException failure = new JUnitException(String.join(", ", classes)
                + (classes.size() == 1 ? " is" : " are")
                + " annotated with @OperationalReadiness but would check nothing: let "
                + (classes.size() == 1 ? "it" : "each")
                + " implement dev.andon.ReadinessChecks, or give it a test that takes a Readiness parameter.");
        failure.setStackTrace(new StackTraceElement[0]);
        throw failure;
    }

    private static boolean hasTests(Class<?> candidate) {
        List<Method> tests = ReflectionSupport.findMethods(
                candidate,
                method -> AnnotationSupport.isAnnotated(method, Testable.class),
                HierarchyTraversalMode.TOP_DOWN);
        return !tests.isEmpty()
                || Stream.of(candidate.getDeclaredClasses())
                        .anyMatch(nested -> !Modifier.isStatic(nested.getModifiers()) && hasTests(nested));
    }
}
