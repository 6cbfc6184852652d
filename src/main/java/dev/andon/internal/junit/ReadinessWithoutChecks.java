package dev.andon.internal.junit;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.ClasspathRootSelector;
import org.junit.platform.engine.discovery.PackageSelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/**
 * The readiness classes that Jupiter would ignore, since they have no test: annotated, yet without the interface that
 * brings the checks. JUnit has no place for such an error but the end of the launcher session.
 */
final class ReadinessWithoutChecks {

    static final ReadinessWithoutChecks OF_THIS_JVM = new ReadinessWithoutChecks();

    private static final String ANNOTATION = "dev.andon.OperationalReadiness";
    private static final String INTERFACE = "dev.andon.ReadinessChecks";
    private static final String DESCRIPTOR = "L" + ANNOTATION.replace('.', '/') + ";";

    private final Set<String> found = new ConcurrentSkipListSet<>();

    /** Looks through the classes that the launcher was asked for. */
    void look(LauncherDiscoveryRequest request) {
        try {
            for (ClassSelector selector : request.getSelectorsByType(ClassSelector.class)) {
                lookAt(selector.getClassName(), selector.getClassLoader());
            }
            for (ClasspathRootSelector selector : request.getSelectorsByType(ClasspathRootSelector.class)) {
                lookInto(selector.getClasspathRoot(), "");
            }
            for (PackageSelector selector : request.getSelectorsByType(PackageSelector.class)) {
                String folder = selector.getPackageName().replace('.', '/');
                Enumeration<java.net.URL> urls = loader().getResources(folder);
                while (urls.hasMoreElements()) {
                    lookInto(URI.create(urls.nextElement().toString()), folder);
                }
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            // What cannot be looked through here is discovered by Jupiter, which says why it fails.
        }
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
                + (classes.size() == 1 ? "it" : "each") + " implement " + INTERFACE
                + ", or give it a test that takes a Readiness parameter.");
        failure.setStackTrace(new StackTraceElement[0]);
        throw failure;
    }

    // Folders only: tests in jars are not scanned by any build tool. Bytes are searched, so that no class is loaded in
    // vain.
    private void lookInto(URI uri, String folder) throws IOException {
        if (!"file".equals(uri.getScheme())) {
            return;
        }
        Path root = Path.of(uri);
        if (!Files.isDirectory(root)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            if (mentionsReadiness(file)) {
                String path = root.relativize(file).toString().replace('\\', '/');
                String name = (folder.isEmpty() ? "" : folder + "/") + path.substring(0, path.length() - 6);
                lookAt(name.replace('/', '.'), null);
            }
        }
    }

    static boolean mentionsReadiness(Path classFile) throws IOException {
        return new String(Files.readAllBytes(classFile), StandardCharsets.ISO_8859_1).contains(DESCRIPTOR);
    }

    /** Whether that class would be a readiness class if it were run. */
    static boolean isReadiness(String className, @Nullable ClassLoader from) {
        try {
            return isReadiness(Class.forName(className, false, from != null ? from : loader()));
        } catch (ClassNotFoundException | LinkageError unloadable) {
            return false;
        }
    }

    private void lookAt(String className, @Nullable ClassLoader from) {
        try {
            Class<?> candidate = Class.forName(className, false, from != null ? from : loader());
            if (isReadiness(candidate) && !checks(candidate)) {
                found.add(className);
            }
        } catch (ClassNotFoundException | LinkageError e) {
            // Jupiter says so.
        }
    }

    private static boolean isReadiness(Class<?> candidate) {
        if (candidate.isInterface() || Modifier.isAbstract(candidate.getModifiers())) {
            return false;
        }
        return Stream.of(candidate.getAnnotations())
                .map(annotation -> annotation.annotationType())
                .anyMatch(type -> type.getName().equals(ANNOTATION)
                        || Stream.of(type.getAnnotations())
                                .anyMatch(
                                        meta -> meta.annotationType().getName().equals(ANNOTATION)));
    }

    private static boolean checks(Class<?> candidate) {
        List<Method> tests = ReflectionSupport.findMethods(
                candidate,
                method -> AnnotationSupport.isAnnotated(method, Testable.class),
                HierarchyTraversalMode.TOP_DOWN);
        return !tests.isEmpty()
                || Stream.of(candidate.getDeclaredClasses())
                        .anyMatch(nested -> !Modifier.isStatic(nested.getModifiers()) && checks(nested));
    }

    private static ClassLoader loader() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader != null ? loader : ClassLoader.getSystemClassLoader();
    }
}
