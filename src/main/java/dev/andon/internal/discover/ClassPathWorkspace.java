package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassRoot;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the workspace of a running test: the modules whose class folders are on its class path, as folders or as jars
 * beside them, and that contain the judged packages or the readiness class. The test classes of these modules are found
 * too, although they are not on the class path of other modules.
 */
public final class ClassPathWorkspace {
    private ClassPathWorkspace() {}

    /** Returns the workspace around a readiness class; {@code home} is the folder that it was loaded from, if known. */
    public static Workspace of(List<String> packages, @Nullable Path home, ClassLoader loader) {
        Map<Path, ClassFolder> folders = new LinkedHashMap<>();
        for (Path entry : entries(packages, home, loader)) {
            folder(entry, home).ifPresent(folder -> folders.putIfAbsent(folder.path(), folder));
        }
        Set<Path> bases = new LinkedHashSet<>();
        for (ClassFolder folder : folders.values()) {
            boolean isHome =
                    home != null && folder.path().equals(home.toAbsolutePath().normalize());
            if (isHome || packages.stream().anyMatch(name -> holds(folder.path(), name))) {
                bases.add(folder.base());
            }
        }
        List<Module> modules = new ArrayList<>();
        ModuleName.distinct(bases).forEach((base, name) -> modules.add(module(base, name, folders.values())));
        return new Workspace(modules);
    }

    private static Set<Path> entries(List<String> packages, @Nullable Path home, ClassLoader loader) {
        Set<Path> entries = new LinkedHashSet<>();
        if (home != null) {
            entries.add(home);
        }
        // Surefire's manifest-only jar hides the real class path, which is in this property.
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (!entry.isBlank()) {
                entries.add(Path.of(entry));
            }
        }
        // Other class loaders may have loaded the packages, for example that of a launcher.
        for (String name : packages) {
            entries.addAll(roots(name, loader));
        }
        return entries;
    }

    private static List<Path> roots(String name, ClassLoader loader) {
        List<Path> roots = new ArrayList<>();
        String folder = name.replace('.', '/');
        try {
            for (URL url : Collections.list(loader.getResources(folder))) {
                if (url.getProtocol().equals("file")) {
                    @Nullable Path root = Path.of(url.toURI());
                    for (int level = name.isEmpty() ? 0 : name.split("\\.").length;
                            level > 0 && root != null;
                            level--) {
                        root = root.getParent();
                    }
                    if (root != null) {
                        roots.add(root);
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return roots;
        }
        return roots;
    }

    private static Optional<ClassFolder> folder(Path entry, @Nullable Path home) {
        if (Files.isDirectory(entry)) {
            Optional<ClassFolder> known = ClassFolder.of(entry);
            if (known.isPresent() || !entry.equals(home)) {
                return known;
            }
            Path path = entry.toAbsolutePath().normalize();
            return Optional.ofNullable(path.getParent()).map(parent -> new ClassFolder(path, parent, parent, true));
        }
        return entry.toString().endsWith(".jar") ? ClassFolder.ofJar(entry) : Optional.empty();
    }

    private static boolean holds(Path root, String name) {
        return name.isEmpty() || Files.isDirectory(root.resolve(name.replace('.', '/')));
    }

    private static Module module(Path base, String name, Iterable<ClassFolder> folders) {
        Set<ClassRoot> roots = new LinkedHashSet<>();
        Path output = base;
        for (ClassFolder folder : folders) {
            if (folder.base().equals(base)) {
                roots.add(new ClassRoot(folder.path(), name, folder.test()));
                output = folder.output();
            }
        }
        siblings(output).forEach(path -> ClassFolder.of(path)
                .ifPresent(folder -> roots.add(new ClassRoot(folder.path(), name, folder.test()))));
        return new Module(name, base, output, List.copyOf(roots));
    }

    private static List<Path> siblings(Path output) {
        List<Path> gradle = Stream.of("java", "kotlin", "groovy")
                .map(language -> output.resolve("classes").resolve(language))
                .flatMap(ClassPathWorkspace::folders)
                .toList();
        return gradle.isEmpty()
                ? Stream.of("classes", "test-classes")
                        .map(output::resolve)
                        .filter(Files::isDirectory)
                        .toList()
                : gradle;
    }

    private static Stream<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return Stream.empty();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
