package dev.andon.internal.audit;

import dev.andon.internal.audit.maven.PomReader;
import dev.andon.internal.text.BuildTool;
import dev.andon.internal.text.FirstFew;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the folders that are modules of a project: for Maven the modules that the poms name, recursively; for Gradle,
 * whose settings are programs, all folders below.
 */
final class ProjectFolders {
    private static final Set<String> NO_MODULES =
            Set.of("src", "target", "build", "buildSrc", "out", "bin", "node_modules");
    private static final int NAMED = 5;

    private final Path root;
    private final Set<Path> modules = new LinkedHashSet<>();
    private final Set<Path> ofProfiles = new LinkedHashSet<>();
    private final Set<Path> strays = new TreeSet<>();
    private final List<String> notes = new ArrayList<>();

    private ProjectFolders(Path root) {
        this.root = root;
    }

    static ProjectFolders of(Path root) throws IOException {
        ProjectFolders found = new ProjectFolders(root);
        found.walk(root, false);
        return found;
    }

    /** The folders that may be modules, in the order of their paths. */
    List<Path> modules() {
        return modules.stream().sorted().toList();
    }

    /** Whether only a profile makes a folder a module: it may not have been built. */
    boolean onlyByProfile(Path module) {
        return ofProfiles.contains(module);
    }

    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        strays.removeAll(modules);
        if (!strays.isEmpty()) {
            List<String> names = strays.stream()
                    .map(path -> root.relativize(path).toString())
                    .toList();
            all.add("no pom names " + FirstFew.of(names, NAMED)
                    + " as a module of this project: what is built there is not judged");
        }
        return all;
    }

    private void walk(Path base, boolean belowMaven) throws IOException {
        boolean chain = belowMaven;
        if (!belowMaven && BuildTool.maven(base)) {
            chain = modules.contains(base) || follow(base);
        } else if (!belowMaven) {
            modules.add(base);
        } else if (!modules.contains(base) && BuildFiles.built(base)) {
            strays.add(base);
        }
        for (Path child : children(base)) {
            String last = child.getFileName().toString();
            if (!NO_MODULES.contains(last) && !last.startsWith(".") && !Files.isSymbolicLink(child)) {
                walk(child, chain);
            }
        }
    }

    /** A folder that only a database or a container may read is no reason not to judge the others; the root is. */
    private List<Path> children(Path base) throws IOException {
        try {
            return FolderWorkspace.folders(base);
        } catch (AccessDeniedException closed) {
            if (base.equals(root)) {
                throw closed;
            }
            notes.add("the folder " + root.relativize(base)
                    + " cannot be read: if there is a module in it, that is not judged");
            return List.of();
        }
    }

    /** Returns whether all poms could be read; otherwise the list of modules is incomplete. */
    private boolean follow(Path first) {
        boolean readable = true;
        // A list and no recursion: the modules of hostile poms can lead from one to the next without end.
        Deque<Path> open = new ArrayDeque<>(List.of(first));
        modules.add(first);
        while (!open.isEmpty()) {
            Path base = open.remove();
            try {
                for (Map.Entry<Path, Boolean> named :
                        PomReader.modules(base.resolve("pom.xml")).entrySet()) {
                    Path module = named.getKey();
                    if (BuildTool.maven(module) && modules.add(module)) {
                        if (named.getValue() || ofProfiles.contains(base)) {
                            ofProfiles.add(module);
                        }
                        open.add(module);
                    }
                }
            } catch (IOException unreadable) {
                notes.add(base.resolve("pom.xml") + " cannot be read (" + unreadable.getMessage()
                        + "): which modules it names is not known, so all folders below are judged");
                readable = false;
            }
        }
        return readable;
    }
}
