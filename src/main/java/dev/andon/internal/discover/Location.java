package dev.andon.internal.discover;

/**
 * A place in the sources, as in a stack trace.
 *
 * @param className the class's binary name
 * @param file the source file's simple name
 * @param line the line, 0 where unknown
 */
public record Location(String className, String file, int line) {

    @Override
    public String toString() {
        return line > 0 ? file + ":" + line : file;
    }
}
