package dev.andon.internal.evidence.coverage;

import dev.andon.internal.bytecode.ClassRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The production classes of a build, looked up where they stand and read when asked for. */
public final class ClassFiles implements AutoCloseable {

    private static final String SUFFIX = ".class";

    private record Folder(Path path, String module) {}

    private final List<Folder> folders = new ArrayList<>();
    private final List<FileSystem> jars = new ArrayList<>();

    private ClassFiles() {}

    /**
     * Opens the roots of a build; those of test classes are left out.
     *
     * @throws UncheckedIOException if a jar cannot be opened
     */
    public static ClassFiles in(List<ClassRoot> roots) {
        ClassFiles files = new ClassFiles();
        for (ClassRoot root : roots) {
            if (!root.test() && Files.exists(root.path())) {
                files.folders.add(new Folder(files.open(root.path()), root.module()));
            }
        }
        return files;
    }

    private Path open(Path root) {
        if (Files.isDirectory(root)) {
            return root;
        }
        try {
            FileSystem jar = FileSystems.newFileSystem(root);
            jars.add(jar);
            return jar.getPath("/");
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot open " + root, failure);
        }
    }

    /** Returns the class of this name and all nested in it, the class itself first; empty where the module has none. */
    List<ClassFile> of(String module, String className) {
        List<ClassFile> found = new ArrayList<>();
        for (Folder folder : folders) {
            if (folder.module.equals(module)) {
                Path file = folder.path.resolve(className.replace('.', '/') + SUFFIX);
                if (Files.isRegularFile(file)) {
                    found.add(read(folder, file));
                    nestedIn(file).forEach(nested -> found.add(read(folder, nested)));
                    return found;
                }
            }
        }
        return found;
    }

    /** Returns all classes of this name, in whatever module, nested ones left out. */
    List<ClassFile> named(String className) {
        return folders.stream()
                .filter(folder -> Files.isRegularFile(fileOf(folder, className)))
                .map(folder -> read(folder, fileOf(folder, className)))
                .toList();
    }

    /** Returns how many classes bear this simple name, over all modules and packages. */
    int namesakes(String simpleName) {
        int count = 0;
        for (Folder folder : folders) {
            try (Stream<Path> found =
                    Files.find(folder.path, Integer.MAX_VALUE, (path, attributes) -> String.valueOf(path.getFileName())
                            .equals(simpleName + SUFFIX))) {
                count += (int) found.count();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return count;
    }

    /** Returns the classes of a module in one package of it, those below left out. */
    List<ClassFile> inPackage(String module, String packageName) {
        List<ClassFile> found = new ArrayList<>();
        for (Folder folder : folders) {
            Path inside = folder.path.resolve(packageName.replace('.', '/'));
            if (folder.module.equals(module) && Files.isDirectory(inside)) {
                try (Stream<Path> entries = Files.list(inside)) {
                    entries.filter(ClassFiles::isClass).sorted().forEach(file -> found.add(read(folder, file)));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
        return found;
    }

    /** Hands on all production classes, in a stable order. */
    void forEach(Consumer<ClassFile> consumer) {
        for (Folder folder : folders) {
            try (Stream<Path> files = Files.walk(folder.path)) {
                files.filter(ClassFiles::isClass).sorted().forEach(file -> consumer.accept(read(folder, file)));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Override
    public void close() {
        for (FileSystem jar : jars) {
            try {
                jar.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private static Path fileOf(Folder folder, String className) {
        return folder.path.resolve(className.replace('.', '/') + SUFFIX);
    }

    private static boolean isClass(Path file) {
        String name = String.valueOf(file.getFileName());
        // Versions of a class for other JDKs bear its name again; a module declaration has no code.
        return name.endsWith(SUFFIX)
                && !name.equals("module-info.class")
                && !file.toString().replace('\\', '/').contains("META-INF/");
    }

    private static List<Path> nestedIn(Path file) {
        String name = String.valueOf(file.getFileName());
        String prefix = name.substring(0, name.length() - SUFFIX.length()) + "$";
        Path parent = file.getParent();
        if (parent == null) {
            return List.of();
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            return siblings.filter(
                            sibling -> String.valueOf(sibling.getFileName()).startsWith(prefix) && isClass(sibling))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ClassFile read(Folder folder, Path file) {
        String path = folder.path.relativize(file).toString().replace('\\', '/');
        String name = path.substring(0, path.length() - SUFFIX.length()).replace('/', '.');
        try {
            return new ClassFile(name, folder.module, Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file, failure);
        }
    }
}
