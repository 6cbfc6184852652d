package dev.andon.internal.canary.run;

import dev.andon.Canary;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.files.InputFile;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The canaries of jars and folders, whose classes are loaded above our own: JUnit and Andon are those of this process. Every
 * class is looked at, since a canary may be annotated by an annotation of its own.
 */
public final class CanaryClassPath {
    private static final String ALL_JARS = "*";
    private static final byte[] MENTION = "Ldev/andon/Canary;".getBytes(StandardCharsets.ISO_8859_1);

    private CanaryClassPath() {}

    /**
     * Returns the canaries, in the order of their class names.
     *
     * @param written jars and folders, as a class path is written
     * @throws CanaryConfigurationException if a part does not exist, a canary cannot be loaded, two have the same name, or no
     *     class is a canary
     */
    public static List<LoadedCanary> canaries(String written) {
        List<Path> parts = parts(written);
        ClassLoader loader = loader(parts);
        List<LoadedCanary> found = new ArrayList<>();
        for (Path part : parts) {
            eachClass(part, (name, bytes) -> load(name, bytes, loader, found::add));
        }
        List<LoadedCanary> canaries = found.stream()
                .distinct()
                .sorted(Comparator.comparing(canary -> canary.type().getName()))
                .toList();
        if (canaries.isEmpty()) {
            throw new CanaryConfigurationException("no canary in " + written
                    + ": name the jar of the canaries, whose classes are annotated with @Canary");
        }
        refuseSameNames(canaries);
        return canaries;
    }

    /**
     * Returns one canary of a class path on which it was found before.
     *
     * @throws CanaryConfigurationException if it cannot be loaded any more
     */
    static LoadedCanary canary(String written, String className) {
        try {
            return LoadedCanary.of(Class.forName(className, false, loader(parts(written))));
        } catch (ClassNotFoundException | LinkageError unloadable) {
            throw new CanaryConfigurationException("the canary " + className + " cannot be loaded: " + unloadable);
        }
    }

    private static ClassLoader loader(List<Path> parts) {
        return new URLClassLoader(
                parts.stream().map(CanaryClassPath::url).toArray(URL[]::new), CanaryClassPath.class.getClassLoader());
    }

    private static void refuseSameNames(List<LoadedCanary> canaries) {
        Map<String, List<LoadedCanary>> byName = canaries.stream().collect(Collectors.groupingBy(LoadedCanary::name));
        byName.forEach((name, same) -> {
            if (same.size() > 1) {
                throw new CanaryConfigurationException("two canaries have the name " + name + ": "
                        + same.stream().map(one -> one.type().getName()).collect(Collectors.joining(" and "))
                        + "; give one of them another, @Canary(name = …)");
            }
        });
    }

    /**
     * Returns the jars and folders of a class path; a part that ends in {@code *} is each jar of that folder.
     *
     * @throws CanaryConfigurationException if a part does not exist
     */
    public static List<Path> parts(String written) {
        List<Path> parts = new ArrayList<>();
        for (String text : written.split(Pattern.quote(File.pathSeparator), -1)) {
            if (text.isBlank()) {
                continue;
            }
            if (text.endsWith(ALL_JARS)) {
                parts.addAll(jarsIn(Path.of(text.substring(0, text.length() - 1))));
                continue;
            }
            Path part = Path.of(text);
            if (!Files.exists(part)) {
                throw new CanaryConfigurationException("--class-path: " + text + " does not exist");
            }
            parts.add(part);
        }
        return parts;
    }

    private static List<Path> jarsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new CanaryConfigurationException("--class-path: " + folder + " cannot be read: " + unreadable);
        }
    }

    private static URL url(Path part) {
        try {
            return part.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new CanaryConfigurationException("--class-path: " + part + " cannot be read: " + impossible);
        }
    }

    /** Takes a class file. */
    private interface ClassFile {
        void found(String className, byte[] bytes);
    }

    private static void eachClass(Path part, ClassFile found) {
        try {
            if (Files.isDirectory(part)) {
                List<Path> files;
                try (Stream<Path> all = Files.walk(part)) {
                    files = all.filter(file -> file.toString().endsWith(".class"))
                            .toList();
                }
                for (Path file : files) {
                    String entry = part.relativize(file).toString().replace(File.separatorChar, '/');
                    found.found(nameOf(entry), InputFile.bytes(file, InputFile.LARGEST_CLASS));
                }
                return;
            }
            try (ZipFile jar = InputFile.jar(part)) {
                for (ZipEntry entry : jar.stream().toList()) {
                    if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")) {
                        found.found(nameOf(entry.getName()), InputFile.bytes(jar, entry, InputFile.LARGEST_CLASS));
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new CanaryConfigurationException("--class-path: " + part + " cannot be read: " + unreadable);
        }
    }

    private static String nameOf(String entry) {
        return entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
    }

    private static void load(String name, byte[] bytes, ClassLoader loader, Consumer<LoadedCanary> found) {
        if (name.endsWith("module-info") || name.startsWith("dev.andon.internal.")) {
            return;
        }
        try {
            Class<?> type = Class.forName(name, false, loader);
            boolean runs = !type.isAnnotation() && !type.isInterface() && !Modifier.isAbstract(type.getModifiers());
            if (runs && AnnotationSupport.isAnnotated(type, Canary.class)) {
                found.accept(LoadedCanary.of(type));
            }
        } catch (ClassNotFoundException | LinkageError | RuntimeException unloadable) {
            // A class that lacks an optional library does not count, unless it says that it is a canary.
            if (contains(bytes, MENTION)) {
                throw new CanaryConfigurationException("the canary " + name + " cannot be loaded: " + unloadable
                        + "; add what it needs to --class-path");
            }
        }
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }
}
