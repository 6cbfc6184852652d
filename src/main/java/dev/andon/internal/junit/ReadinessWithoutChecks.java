package dev.andon.internal.junit;

import dev.andon.ReadinessChecks;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Remembers the readiness classes that would check nothing: annotated, yet without the interface that brings the checks,
 * and without a test that uses {@link dev.andon.Readiness}. JUnit has no place for such an error but the end of the
 * launcher session.
 */
final class ReadinessWithoutChecks {

    static final ReadinessWithoutChecks OF_THIS_JVM = new ReadinessWithoutChecks();

    private static final String READINESS = "dev/andon/Readiness;";

    private final Set<String> found = new ConcurrentSkipListSet<>();

    /** Remembers those of the readiness classes that check nothing. */
    void addFrom(Collection<Class<?>> readinessClasses) {
        readinessClasses.stream()
                .filter(each ->
                        !ReadinessChecks.class.isAssignableFrom(each) && !(hasTests(each) && usesReadiness(each)))
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

    /** Whether the class, one that it extends, or one declared in it names the type. */
    private static boolean usesReadiness(Class<?> candidate) {
        return Stream.<Class<?>>iterate(candidate, Objects::nonNull, Class::getSuperclass)
                .filter(type -> type != Object.class)
                .anyMatch(type ->
                        names(type) || Stream.of(type.getDeclaredClasses()).anyMatch(ReadinessWithoutChecks::names));
    }

    private static boolean names(Class<?> type) {
        String name = type.getName();
        try (InputStream in = type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
            // Without its class file a class gets the benefit of the doubt.
            return in == null || new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains(READINESS);
        } catch (IOException unreadable) {
            return true;
        }
    }
}
