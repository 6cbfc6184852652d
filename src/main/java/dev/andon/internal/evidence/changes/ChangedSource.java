package dev.andon.internal.evidence.changes;

import dev.andon.internal.discover.Module;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.text.BuildTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source file that changed, and what ties it to the class files that were compiled from it.
 *
 * @param file its absolute path
 * @param module the module that holds it; empty where none does
 * @param packageName the package that it declares; it need not lie in a folder of that name
 * @param place what its place says of it
 * @param isNew whether it is new, and not merely renamed
 * @param lines its added or changed lines; none where lines were only removed
 */
public record ChangedSource(
        Path file, String module, String packageName, Place place, boolean isNew, NavigableSet<Integer> lines) {

    private static final Pattern PACKAGE = Pattern.compile("(?mU)^\\h*+package\\s++([\\w.$`]++)\\h*+(?:;|//|/\\*|$)");

    /** What the place of a file says of it. */
    public enum Place {
        /** Among the production sources of its module. */
        PRODUCTION,
        /** Nothing: it is whatever its class files are, which may be those of another module. */
        ANYWHERE,
        /** The same, and its path names tests or resources: one without class files is none of the production sources. */
        UNLIKELY,
        /** In a module of the repository that is not judged. */
        OTHER_MODULE
    }

    /**
     * Returns the changed files, each with the module of the build that holds it. Those in the folder that a module's build
     * writes to were made by the build, not by the change.
     *
     * @throws ChangesUnknown if a file cannot be read
     */
    public static List<ChangedSource> of(Changes changes, List<Module> modules) throws ChangesUnknown {
        List<ChangedSource> sources = new ArrayList<>();
        for (var changed : changes.lines().entrySet()) {
            Path file = changed.getKey();
            if (modules.stream().anyMatch(module -> isBuilt(file, module))) {
                continue;
            }
            Optional<Module> home = modules.stream()
                    .filter(module -> file.startsWith(real(module.base())))
                    .max(Comparator.comparingInt(module -> real(module.base()).getNameCount()));
            sources.add(new ChangedSource(
                    file,
                    home.map(Module::name).orElse(""),
                    packageOf(file),
                    place(file, home.map(module -> real(module.base())), changes.roots(), modules),
                    changes.newFiles().contains(file),
                    changed.getValue()));
        }
        return sources;
    }

    private static boolean isBuilt(Path file, Module module) {
        return !module.output().equals(module.base()) && file.startsWith(real(module.output()));
    }

    /** Returns whether the nearest folder above with a file of a build tool is a module, and none of the judged ones. */
    private static boolean isOfOther(Path file, Optional<Path> home, List<Path> roots, List<Module> modules) {
        for (Path at = file.getParent(); at != null; at = at.getParent()) {
            Path folder = at;
            if (home.filter(folder::equals).isPresent()) {
                return false;
            }
            if (BuildTool.maven(at) || BuildTool.gradle(at)) {
                // One above the judged modules is their parent, and has no sources of its own.
                return modules.stream().noneMatch(module -> real(module.base()).startsWith(folder));
            }
            if (roots.contains(at)) {
                return false;
            }
        }
        return false;
    }

    /** Returns whether a class of this module may come from this file. */
    boolean mayBelongTo(String other) {
        return place != Place.PRODUCTION || module.equals(other);
    }

    /** Returns the file's simple name, as class files state it. */
    public String name() {
        return String.valueOf(file.getFileName());
    }

    /** Returns whether a class of that source file and package was compiled from this file. */
    boolean holds(String className, String sourceFile) {
        int end = className.lastIndexOf('.');
        return name().equals(sourceFile) && packageName.equals(end < 0 ? "" : className.substring(0, end));
    }

    private static Place place(Path file, Optional<Path> home, List<Path> roots, List<Module> modules) {
        if (isOfOther(file, home, roots, modules)) {
            return Place.OTHER_MODULE;
        }
        Optional<Path> main = home.map(base -> base.resolve("src").resolve("main"));
        // In a module of another layout than the usual one, all is production code that does not look like tests.
        boolean unusual = main.filter(folder -> !Files.isDirectory(folder)).isPresent();
        boolean inMain = main.filter(
                        folder -> file.startsWith(folder.resolve("java")) || file.startsWith(folder.resolve("kotlin")))
                .isPresent();
        boolean resource = main.filter(folder -> file.startsWith(folder.resolve("resources")))
                .isPresent();
        if (!inMain && (resource || looksLikeTest(file, home.map(List::of).orElse(roots)))) {
            return Place.UNLIKELY;
        }
        return inMain || unusual ? Place.PRODUCTION : Place.ANYWHERE;
    }

    private static boolean looksLikeTest(Path file, List<Path> roots) {
        Path folder = file.resolveSibling("");
        return roots.stream()
                .filter(folder::startsWith)
                .map(root -> root.relativize(folder))
                .anyMatch(path -> path.toString().toLowerCase(Locale.ROOT).contains("test"));
    }

    private static String packageOf(Path file) throws ChangesUnknown {
        try {
            Matcher found = PACKAGE.matcher(InputFile.text(file));
            return found.find() ? found.group(1).replace("`", "") : "";
        } catch (IOException failure) {
            throw new ChangesUnknown("Cannot determine what changed: " + file + " cannot be read (" + failure + ").");
        }
    }

    /** As git prints paths: with links resolved. */
    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException absent) {
            return path.toAbsolutePath().normalize();
        }
    }
}
