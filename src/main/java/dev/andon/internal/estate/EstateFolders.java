package dev.andon.internal.estate;

import dev.andon.internal.text.BuildTool;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the projects, or their reports, below folders; follows no link. */
public final class EstateFolders {
    private static final int DEPTH_OF_PROJECTS = 4;
    private static final int DEPTH_OF_REPORTS = 12;
    private static final String REPORT = "report.json";
    /** Where builds and audits write reports; another file of the name is somebody else's. */
    private static final Set<String> HOMES = Set.of("andon", "andon-report");

    private EstateFolders() {}

    /**
     * Returns the repositories below a folder that is no project itself, sorted; the folder itself if it is one, or if it
     * holds no repository.
     *
     * @throws IOException if it cannot be read
     */
    public static List<Path> projects(Path folder) throws IOException {
        if (BuildTool.maven(folder) || BuildTool.gradle(folder) || isRepository(folder)) {
            return List.of(folder);
        }
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEPTH_OF_PROJECTS, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
                if (!at.equals(folder) && isRepository(at)) {
                    found.add(at);
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path at, IOException unreadable) {
                // What cannot be read is said when it is judged.
                found.add(at);
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        return found.isEmpty() ? List.of(folder) : found;
    }

    private static boolean isRepository(Path folder) {
        return Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Returns the reports that a path leads to: the file itself, or all below a folder that Andon wrote there, sorted.
     *
     * @throws IOException if it cannot be read
     */
    public static Set<Path> reports(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return Set.of(path);
        }
        Set<Path> found = new TreeSet<>();
        Files.walkFileTree(path, EnumSet.noneOf(FileVisitOption.class), DEPTH_OF_REPORTS, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
                return at.endsWith(".git") || at.endsWith("node_modules")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                Path parent = file.toAbsolutePath().getParent();
                if (file.endsWith(REPORT) && parent != null && HOMES.contains(String.valueOf(parent.getFileName()))) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path at, IOException unreadable) {
                // Reports may be missing: said when it is read.
                found.add(at);
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    /** Returns the name of the project that a report is about: the folder that its build writes below. */
    public static String projectOf(Path report) {
        Path at = report.toAbsolutePath().normalize().getParent();
        for (String tail : List.of("andon-report", "andon", "target", "build")) {
            if (at != null && at.endsWith(tail) && at.getParent() != null) {
                at = at.getParent();
            }
        }
        Path here = Path.of("").toAbsolutePath();
        return String.valueOf(at != null && at.startsWith(here) && !at.equals(here) ? here.relativize(at) : at);
    }

    /**
     * Returns what a project may be called, best first: its path below the folder that was named, or the folder's own name;
     * then the last parts of its path, ever more of them.
     */
    public static List<String> namesBelow(List<Path> named, Path project) {
        List<String> names = new ArrayList<>();
        named.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .filter(folder -> project.startsWith(folder) && !project.equals(folder))
                .findFirst()
                .ifPresent(folder -> names.add(folder.relativize(project).toString()));
        int parts = project.getNameCount();
        for (int from = parts - 1; from >= 0; from--) {
            names.add(project.subpath(from, parts).toString());
        }
        return names.isEmpty() ? List.of("root") : names;
    }
}
