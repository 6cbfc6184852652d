package dev.andon.internal.evidence.coverage;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.files.OriginalClasses;
import dev.andon.internal.text.ClassNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The production classes of a build: listed once, each read when first needed. */
public final class ProductionClasses implements AutoCloseable {

    private static final String SUFFIX = ".class";
    private static final int INSPECTED = 20;

    /** The class files below one root, by their binary names, in order. */
    private record Folder(Path root, String module, NavigableMap<String, ProductionClass> classes) {

        /** Classes without code are never instrumented, so that one of them does not tell. */
        boolean isInstrumented() {
            return classes.keySet().stream()
                    .limit(INSPECTED)
                    .map(name -> root.resolve(name.replace('.', '/') + SUFFIX))
                    .anyMatch(file -> OriginalClasses.isInstrumented(read(file)));
        }

        /** Returns those whose names begin with the prefix. */
        Collection<ProductionClass> beginning(String prefix) {
            return classes.subMap(prefix, true, prefix + Character.MAX_VALUE, false)
                    .values();
        }
    }

    private final List<Folder> folders = new ArrayList<>();
    private final List<FileSystem> jars = new ArrayList<>();

    private ProductionClasses() {}

    /**
     * Opens the roots of a build; those of test classes are left out.
     *
     * @throws UncheckedIOException if a jar cannot be opened
     */
    public static ProductionClasses in(List<ClassRoot> roots) {
        ProductionClasses files = new ProductionClasses();
        for (ClassRoot root : roots) {
            if (!root.test() && Files.exists(root.path())) {
                files.folders.add(folder(files.open(root.path()), root.module()));
            }
        }
        return files;
    }

    private Path open(Path root) {
        if (Files.isDirectory(root)) {
            return root;
        }
        try {
            FileSystem jar = InputFile.fileSystem(root);
            jars.add(jar);
            return jar.getPath("/");
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot open " + root, failure);
        }
    }

    private static Folder folder(Path root, String module) {
        NavigableMap<String, ProductionClass> classes = new TreeMap<>();
        try {
            collect(root, "", module, OriginalClasses.of(root), classes);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot look through " + root, failure);
        } catch (DirectoryIteratorException failure) {
            throw new UncheckedIOException("Cannot look through " + root, failure.getCause());
        }
        return new Folder(root, module, classes);
    }

    /** Reads file attributes of folders only: reading those of each class file takes longer than finding it. */
    private static void collect(
            Path folder, String prefix, String module, OriginalClasses files, Map<String, ProductionClass> classes)
            throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName()).replace("/", "");
                if (name.endsWith(SUFFIX)) {
                    if (!name.equals("module-info.class")) {
                        String className = prefix + name.substring(0, name.length() - SUFFIX.length());
                        classes.put(className, new ProductionClass(className, module, () -> original(entry, files)));
                    }
                } else if (!name.equals("META-INF") && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    // Below META-INF, versions of a class for other JDKs have the same name.
                    collect(entry, prefix + name + ".", module, files, classes);
                }
            }
        }
    }

    /** Returns the class of this name and all nested in it, the class itself first; empty where the module has none. */
    List<ProductionClass> of(String module, String className) {
        List<ProductionClass> found = new ArrayList<>();
        for (Folder folder : folders) {
            ProductionClass file = folder.classes.get(className);
            if (file != null && folder.module.equals(module)) {
                found.add(file);
                found.addAll(folder.beginning(className + "$"));
                return found;
            }
        }
        return found;
    }

    /** Returns all classes of this name, in whatever module, nested ones left out. */
    List<ProductionClass> named(String className) {
        return folders.stream()
                .flatMap(folder -> Stream.ofNullable(folder.classes.get(className)))
                .toList();
    }

    /** Returns the classes whose names occur in several modules, those of one name together. */
    List<List<ProductionClass>> ofSeveralModules() {
        Map<String, List<ProductionClass>> byName = new LinkedHashMap<>();
        if (modules().size() > 1) {
            forEach(file -> byName.computeIfAbsent(file.name(), name -> new ArrayList<>())
                    .add(file));
        }
        return byName.values().stream()
                .filter(same ->
                        same.stream().map(ProductionClass::module).distinct().count() > 1)
                .toList();
    }

    /** Returns how many classes have this simple name, over all modules and packages. */
    int namesakes(String simpleName) {
        return (int) folders.stream()
                .flatMap(folder -> folder.classes.keySet().stream())
                .filter(name -> name.endsWith("." + simpleName) || name.equals(simpleName))
                .count();
    }

    /** Returns the classes of a module in one package of it, those below left out. */
    List<ProductionClass> inPackage(String module, String packageName) {
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        return folders.stream()
                .filter(folder -> folder.module.equals(module))
                .flatMap(folder -> folder.beginning(prefix).stream())
                .filter(file -> file.name().indexOf('.', prefix.length()) < 0)
                .toList();
    }

    /** Returns the names of the modules. */
    List<String> modules() {
        return folders.stream().map(Folder::module).distinct().toList();
    }

    /** Returns whether there are production classes in this package or in one above it. */
    boolean haveCodeAround(String packageName) {
        return folders.stream()
                .flatMap(folder -> folder.classes.keySet().stream())
                .map(ClassNames::packageOf)
                .anyMatch(own -> !own.isEmpty() && (packageName + ".").startsWith(own + "."));
    }

    /** Returns whether offline instrumentation has changed class files, and has not restored them yet. */
    public boolean areInstrumented() {
        return folders.stream().anyMatch(Folder::isInstrumented);
    }

    /** Returns whether the tests ran with class files that offline instrumentation had changed, restored since or not. */
    boolean ranInstrumented() {
        return folders.stream()
                        .anyMatch(folder -> OriginalClasses.of(folder.root()).areKept())
                || areInstrumented();
    }

    /** Hands on all production classes, in a stable order. */
    void forEach(Consumer<ProductionClass> consumer) {
        folders.forEach(folder -> folder.classes.values().forEach(consumer));
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

    private static byte[] original(Path file, OriginalClasses files) {
        try {
            return files.read(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file, failure);
        }
    }

    private static byte[] read(Path file) {
        try {
            return InputFile.bytes(file, InputFile.LARGEST_CLASS);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file, failure);
        }
    }
}
