package dev.andon.internal.bytecode;

import java.nio.file.Path;

/**
 * A folder or jar that holds class files of the build.
 *
 * @param path the folder or jar
 * @param module the name of the module that owns it
 * @param test whether it holds test classes
 */
public record ClassRoot(Path path, String module, boolean test) {

    /** Returns where a class lies in a folder or jar. */
    public static String entryOf(String className) {
        return className.replace('.', '/') + ".class";
    }
}
