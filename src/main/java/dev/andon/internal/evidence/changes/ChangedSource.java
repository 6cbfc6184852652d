package dev.andon.internal.evidence.changes;

import dev.andon.internal.discover.Module;
import dev.andon.internal.files.InputFile;
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
 * @param module the module that holds it
 * @param packageName the package that it declares; it need not lie in a folder of that name
 * @param place whether it belongs to the production sources
 * @param isNew whether it is new, and not merely renamed
 * @param lines its added or changed lines; none where lines were only removed
 */
public record ChangedSource(
        Path file, String module, String packageName, Place place, boolean isNew, NavigableSet<Integer> lines) {

    private static final Pattern PACKAGE = Pattern.compile("(?mU)^\\s*package\\s+([\\w.$`]+)\\s*(?:;|//|/\\*|$)");

    /** What the place of a file says of it. */
    public enum Place {
        /** Among the production sources. */
        PRODUCTION,
        /** Nothing: it is whatever its class files are. */
        ANYWHERE
    }

    /**
     * Returns the changed files of the given modules. Those in the folder that a module's build writes to were made by the
     * build, not by the change.
     *
     * @throws ChangesUnknown if a file cannot be read
     */
    public static List<ChangedSource> of(Changes changes, List<Module> modules) throws ChangesUnknown {
        List<ChangedSource> sources = new ArrayList<>();
        for (var changed : changes.lines().entrySet()) {
            Path file = changed.getKey();
            Optional<Module> home = modules.stream()
                    .filter(module -> file.startsWith(real(module.base())))
                    .max(Comparator.comparingInt(module -> real(module.base()).getNameCount()));
            if (home.isPresent() && !file.startsWith(real(home.get().output()))) {
                sources.add(new ChangedSource(
                        file,
                        home.get().name(),
                        packageOf(file),
                        place(file, real(home.get().base())),
                        changes.newFiles().contains(file),
                        changed.getValue()));
            }
        }
        return sources;
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

    /** In a module of another layout than the usual one, all is production code that does not look like tests. */
    private static Place place(Path file, Path base) {
        Path main = base.resolve("src").resolve("main");
        boolean usual = Files.isDirectory(main);
        boolean production = usual
                ? file.startsWith(main.resolve("java")) || file.startsWith(main.resolve("kotlin"))
                : !base.relativize(file).toString().toLowerCase(Locale.ROOT).contains("test");
        return production ? Place.PRODUCTION : Place.ANYWHERE;
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
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException absent) {
            return path.toAbsolutePath().normalize();
        }
    }
}
