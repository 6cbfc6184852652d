package dev.andon.internal.files;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes files whole or not at all, and never through a link: a link at the output could lead to any file of the user.
 */
public final class OutputFile {
    private static final int MOST_LINKS = 40;

    private OutputFile() {}

    /**
     * Replaces a file, and creates the folders above it that are missing. Readers see the old text or the new one.
     *
     * @param folder the folder that was chosen for output; above it links are followed, from it on they are refused
     * @param name the file below it
     * @throws IOException if it cannot be written, or a link stands in its way
     */
    public static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name).toAbsolutePath().normalize();
        refuseLinks(folder, file);
        Path parent = file.resolveSibling("");
        Files.createDirectories(parent);
        Path temporary = parent.resolve(
                ".andon-" + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".tmp");
        try {
            Files.write(temporary, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
            try {
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException unsupported) {
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Replaces a file that the user named.
     *
     * @throws IOException if it cannot be written, is a link, or names no file
     */
    public static void write(Path file, String text) throws IOException {
        Path whole = file.toAbsolutePath().normalize();
        Path name = whole.getFileName();
        if (name == null) {
            throw new IOException(file + " is no file");
        }
        write(whole.resolveSibling(""), name.toString(), text);
    }

    /**
     * Refuses output whose way leads through a link that stands in a project: its author could lead it
     * anywhere. Links elsewhere are the user's own, and are followed; also those that lead into the project.
     *
     * @throws IOException if there is one, or the way does not end
     */
    public static void refuseLinksIn(Path project, Path output) throws IOException {
        Path real = project.toRealPath();
        Path end = output.toAbsolutePath().normalize();
        Deque<Path> open = new ArrayDeque<>();
        end.forEach(open::add);
        Path at = end.getRoot();
        int links = 0;
        while (!open.isEmpty()) {
            Path name = open.remove();
            Path next = at.resolve(name).normalize();
            if (!Files.isSymbolicLink(next)) {
                at = next;
                continue;
            }
            if (at.startsWith(real)) {
                throw link(next);
            }
            if (++links > MOST_LINKS) {
                throw new IOException(end + " leads through more than " + MOST_LINKS + " links");
            }
            Path target = Files.readSymbolicLink(next);
            at = target.isAbsolute() ? target.getRoot() : at;
            List<Path> names = new ArrayList<>();
            target.forEach(names::add);
            Collections.reverse(names);
            names.forEach(open::addFirst);
        }
    }

    private static IOException link(Path file) {
        return new IOException(file + " is a link, and nothing is written through links: remove it");
    }

    /**
     * Begins a file anew, for text that is too long to be held in memory. The caller closes it.
     *
     * @param folder the folder that was chosen for output; above it links are followed, from it on they are refused
     * @throws IOException if it cannot be written, or a link stands in its way
     */
    public static Writer writer(Path folder, String name) throws IOException {
        Path file = folder.resolve(name).toAbsolutePath().normalize();
        refuseLinks(folder, file);
        Files.createDirectories(file.resolveSibling(""));
        Files.deleteIfExists(file);
        return Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW);
    }

    /**
     * Refuses a link at a folder, at a file below it, or anywhere in between.
     *
     * @throws IOException if there is one
     */
    public static void refuseLinks(Path folder, Path file) throws IOException {
        Path start = folder.toAbsolutePath().normalize();
        Path end = file.toAbsolutePath().normalize();
        for (Path at = end; at != null && at.startsWith(start); at = at.getParent()) {
            if (Files.isSymbolicLink(at)) {
                throw link(at);
            }
        }
    }
}
