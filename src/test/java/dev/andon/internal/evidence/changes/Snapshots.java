package dev.andon.internal.evidence.changes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is in a folder: sizes and times of all files. */
public final class Snapshots {
    private Snapshots() {}

    public static Map<Path, String> of(Path folder) throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                files.put(
                        file,
                        Files.readAttributes(file, "size,lastModifiedTime,isDirectory", LinkOption.NOFOLLOW_LINKS)
                                .toString());
            }
        }
        return files;
    }
}
