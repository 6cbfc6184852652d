package dev.andon.internal.junit;

import dev.andon.internal.files.InputFile;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.ClasspathRootSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.PackageSelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/** Finds the readiness classes among the classes that JUnit's launcher is asked for, before Jupiter looks for tests. */
final class SelectedReadinessClasses {

    private static final String ANNOTATION = "dev.andon.OperationalReadiness";
    private static final String DESCRIPTOR = "Ldev/andon/OperationalReadiness;";
    private static final String CLASS_FILE = ".class";

    private SelectedReadinessClasses() {}

    /** Returns the readiness classes of a request; what cannot be read here is left to Jupiter, which says why it fails. */
    static Set<Class<?>> of(LauncherDiscoveryRequest request) {
        Set<Class<?>> found = new LinkedHashSet<>();
        try {
            for (ClassSelector selector : request.getSelectorsByType(ClassSelector.class)) {
                readiness(selector.getClassName(), selector.getClassLoader()).ifPresent(found::add);
            }
            for (MethodSelector selector : request.getSelectorsByType(MethodSelector.class)) {
                readiness(selector.getClassName(), selector.getClassLoader()).ifPresent(found::add);
            }
            for (ClasspathRootSelector selector : request.getSelectorsByType(ClasspathRootSelector.class)) {
                found.addAll(below(selector.getClasspathRoot(), ""));
            }
            for (PackageSelector selector : request.getSelectorsByType(PackageSelector.class)) {
                String packageName = selector.getPackageName();
                Enumeration<URL> urls = loader().getResources(packageName.replace('.', '/'));
                while (urls.hasMoreElements()) {
                    found.addAll(below(
                            URI.create(urls.nextElement().toString()), packageName.isEmpty() ? "" : packageName + "."));
                }
            }
        } catch (IOException | RuntimeException | LinkageError unreadable) {
            return found;
        }
        return found;
    }

    /** Returns that class if it would be a readiness class when run. */
    static Optional<Class<?>> readiness(String className, @Nullable ClassLoader from) {
        try {
            return Optional.<Class<?>>of(Class.forName(className, false, from != null ? from : loader()))
                    .filter(SelectedReadinessClasses::isReadiness);
        } catch (ClassNotFoundException | LinkageError unloadable) {
            return Optional.empty();
        }
    }

    /**
     * Returns the names of the classes below a folder whose class files mention the annotation. No class is loaded for it.
     *
     * @param prefix what stands before each name
     */
    static List<String> candidates(Path folder, String prefix) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.getFileName().toString().endsWith(CLASS_FILE) && mentionsReadiness(file)) {
                    names.add(prefix + className(folder.relativize(file)));
                }
            }
        }
        return names;
    }

    // Folders only: no build tool scans jars for tests.
    private static List<Class<?>> below(URI uri, String prefix) throws IOException {
        if (!"file".equals(uri.getScheme()) || !Files.isDirectory(Path.of(uri))) {
            return List.of();
        }
        List<Class<?>> found = new ArrayList<>();
        for (String name : candidates(Path.of(uri), prefix)) {
            readiness(name, null).ifPresent(found::add);
        }
        return found;
    }

    private static String className(Path relative) {
        String name = StreamSupport.stream(relative.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("."));
        return name.substring(0, name.length() - CLASS_FILE.length());
    }

    private static boolean mentionsReadiness(Path classFile) throws IOException {
        return text(classFile).contains(DESCRIPTOR);
    }

    private static String text(Path classFile) throws IOException {
        return new String(InputFile.bytes(classFile, InputFile.LARGEST_CLASS), StandardCharsets.ISO_8859_1);
    }

    /** Returns the names of the abstract readiness classes below a folder that no other class file there mentions. */
    static List<String> neverExtended(Path folder, @Nullable ClassLoader from) {
        try {
            List<String> never = new ArrayList<>();
            for (String name : candidates(folder, "")) {
                Class<?> type = Class.forName(name, false, from != null ? from : loader());
                if (Modifier.isAbstract(type.getModifiers()) && !type.isInterface() && isAnnotated(type)) {
                    never.add(name);
                }
            }
            if (!never.isEmpty()) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : (Iterable<Path>) files::iterator) {
                        if (file.getFileName().toString().endsWith(CLASS_FILE)) {
                            String text = text(file);
                            String own = className(folder.relativize(file));
                            never.removeIf(name -> !own.equals(name)
                                    && !own.startsWith(name + "$")
                                    && text.contains(name.replace('.', '/')));
                        }
                    }
                }
            }
            return never;
        } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError unreadable) {
            // Only a warning gets lost; audit reports such a class.
            return List.of();
        }
    }

    private static boolean isReadiness(Class<?> candidate) {
        return !candidate.isInterface() && !Modifier.isAbstract(candidate.getModifiers()) && isAnnotated(candidate);
    }

    private static boolean isAnnotated(Class<?> candidate) {
        return Stream.of(candidate.getAnnotations())
                .map(annotation -> annotation.annotationType())
                .anyMatch(type -> type.getName().equals(ANNOTATION)
                        || Stream.of(type.getAnnotations())
                                .anyMatch(
                                        meta -> meta.annotationType().getName().equals(ANNOTATION)));
    }

    /** The loader by which JUnit will load a class that is selected by its name. */
    static ClassLoader loader() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader != null ? loader : ClassLoader.getSystemClassLoader();
    }
}
