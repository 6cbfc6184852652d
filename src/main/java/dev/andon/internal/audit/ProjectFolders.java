package dev.andon.internal.audit;

import dev.andon.internal.audit.maven.PomReader;
import dev.andon.internal.text.BuildTool;
import dev.andon.internal.text.FirstFew;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
            chain = follow(base, false);
        } else if (!belowMaven) {
            modules.add(base);
        } else if (!modules.contains(base) && BuildFiles.built(base)) {
            strays.add(base);
        }
        for (Path child : FolderWorkspace.folders(base)) {
            String last = child.getFileName().toString();
            if (!NO_MODULES.contains(last) && !last.startsWith(".") && !Files.isSymbolicLink(child)) {
                walk(child, chain);
            }
        }
    }

    /** Returns whether all poms could be read; otherwise the list of modules is incomplete. */
    private boolean follow(Path base, boolean byProfile) {
        if (!modules.add(base)) {
            return true;
        }
        if (byProfile) {
            ofProfiles.add(base);
        }
        boolean readable = true;
        try {
            Map<Path, Boolean> named = PomReader.modules(base.resolve("pom.xml"));
            for (Map.Entry<Path, Boolean> module : named.entrySet()) {
                if (BuildTool.maven(module.getKey())) {
                    readable &= follow(module.getKey(), byProfile || module.getValue());
                }
            }
        } catch (IOException unreadable) {
            notes.add(base.resolve("pom.xml") + " cannot be read (" + unreadable.getMessage()
                    + "): which modules it names is not known, so all folders below are judged");
            return false;
        }
        return readable;
    }
}
