package dev.andon.internal.discover;

import dev.andon.internal.bytecode.ClassRoot;
import java.nio.file.Path;
import java.util.List;

/**
 * A module of the build that is judged.
 *
 * @param name its name: the artifact id, or the folder's name where there is no pom; its path where several would have the same
 * @param base its folder
 * @param output the folder that its build writes to: {@code target}, or {@code build} with Gradle
 * @param roots its class folders, for production and for tests
 */
public record Module(String name, Path base, Path output, List<ClassRoot> roots) {

    /** Returns whether the module holds test classes. */
    public boolean hasTests() {
        return roots.stream().anyMatch(ClassRoot::test);
    }
}
