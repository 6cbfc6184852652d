package dev.andon.internal.audit;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.text.BuildTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the folders in which a build tool puts class files. */
final class BuildFiles {
    private BuildFiles() {}

    static List<ClassRoot> roots(Path base, String module) throws IOException {
        return BuildTool.maven(base) ? mavenRoots(base, module) : gradleRoots(base, module);
    }

    static boolean built(Path base) throws IOException {
        return (BuildTool.maven(base) || BuildTool.gradle(base))
                && !roots(base, "").isEmpty();
    }

    /** Further test source sets end in {@code test-classes} too; {@code generated-classes} are copies made by agents. */
    private static List<ClassRoot> mavenRoots(Path base, String module) throws IOException {
        List<ClassRoot> roots = new ArrayList<>();
        for (Path folder : FolderWorkspace.folders(base.resolve("target"))) {
            String name = folder.getFileName().toString();
            if ((name.equals("classes") || name.endsWith("test-classes")) && ClassFileFreshness.hasClassFile(folder)) {
                roots.add(new ClassRoot(folder, module, !name.equals("classes")));
            }
        }
        return List.copyOf(roots);
    }

    private static List<ClassRoot> gradleRoots(Path base, String module) throws IOException {
        List<ClassRoot> roots = new ArrayList<>();
        for (Path language : FolderWorkspace.folders(base.resolve("build").resolve("classes"))) {
            for (Path set : FolderWorkspace.folders(language)) {
                if (ClassFileFreshness.hasClassFile(set)) {
                    roots.add(new ClassRoot(set, module, !set.endsWith("main")));
                }
            }
        }
        return List.copyOf(roots);
    }
}
