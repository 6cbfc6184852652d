package dev.andon.internal.bytecode;

import java.nio.file.Path;

/**
 * A class file that could not be read: truncated, or of a version that is not known yet.
 *
 * @param file the class file, or the jar that holds it
 * @param entry the class file's path below the root
 * @param reason what is wrong with it
 */
public record UnreadableClass(Path file, String entry, String reason) {}
