package dev.andon.internal.canary.record;

import dev.andon.internal.files.AppendedFile;
import dev.andon.internal.formats.CanaryLogCodec;
import dev.andon.internal.formats.CanaryLogLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes the canary log: one line of JSON for each beginning and each end of a run, and for each notification, into one file
 * for each JVM, {@code <pid>.jsonl}, or to standard output. A log that cannot be written never changes a run's outcome: its
 * lines wait in memory until it can.
 */
public final class RunLog {
    private static final String SUFFIX = ".jsonl";
    private static final DateTimeFormatter ROTATED =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private final Optional<Path> file;
    private final Rotation rotation;
    private final boolean force;
    private final Writer writer;
    private final WaitingLines waiting = new WaitingLines();
    private Optional<String> problem = Optional.empty();

    /**
     * When files are rotated and removed.
     *
     * @param largest the size in bytes from which a file is renamed, and a new one begun
     * @param keep how long a file is kept after its last line; empty for ever
     */
    public record Rotation(long largest, Optional<Duration> keep) {}

    /** Appends a line to a file. */
    @FunctionalInterface
    interface Writer {
        void line(Path file, String line, boolean force) throws IOException;
    }

    private RunLog(Optional<Path> file, Rotation rotation, boolean force, Writer writer) {
        this.file = file;
        this.rotation = rotation;
        this.force = force;
        this.writer = writer;
    }

    /** Returns a log on standard output, for what collects logs. */
    public static RunLog onStandardOutput() {
        return new RunLog(Optional.empty(), new Rotation(Long.MAX_VALUE, Optional.empty()), false, AppendedFile::line);
    }

    /**
     * Returns a log in a folder.
     *
     * @param force whether each line outlasts a power failure; it outlasts the death of the process in any case
     */
    public static RunLog in(Path folder, Rotation rotation, boolean force) {
        return in(folder, rotation, force, AppendedFile::line);
    }

    static RunLog in(Path folder, Rotation rotation, boolean force, Writer writer) {
        return new RunLog(Optional.of(folder.resolve(ProcessHandle.current().pid() + SUFFIX)), rotation, force, writer);
    }

    /** Appends a line, after those that could not be written before. */
    public synchronized void append(CanaryLogLine line) {
        String text = CanaryLogCodec.encode(line);
        if (file.isEmpty()) {
            System.out.println(text);
            return;
        }
        waiting.add(text);
        try {
            writeAll(file.get());
            if (problem.isPresent()) {
                System.err.println(
                        "Andon: the canary log " + file.get() + " can be written again; lines lost: " + waiting.lost());
            }
            problem = Optional.empty();
        } catch (IOException unwritable) {
            // The outcome of the run does not depend on the log: report the problem once, and leave the result alone.
            String what = "Andon: cannot write the canary log " + file.get() + ": " + unwritable;
            if (problem.isEmpty()) {
                System.err.println(what);
            }
            problem = Optional.of(what);
        }
    }

    private void writeAll(Path current) throws IOException {
        for (Optional<String> next = waiting.first(); next.isPresent(); next = waiting.first()) {
            try {
                rotate(current);
                writer.line(current, next.get(), force);
            } catch (NoSuchFileException renamed) {
                // Somebody else rotated it at this moment.
                writer.line(current, next.get(), force);
            }
            waiting.removeFirst();
        }
    }

    private void rotate(Path current) throws IOException {
        if (!Files.exists(current) || Files.size(current) < rotation.largest()) {
            return;
        }
        String name = current.getFileName().toString();
        String stem = name.substring(0, name.length() - SUFFIX.length());
        String dated = stem + "-" + ROTATED.format(Instant.now());
        Path free = current.resolveSibling(dated + SUFFIX);
        for (int i = 2; Files.exists(free); i++) {
            free = current.resolveSibling(dated + "-" + i + SUFFIX);
        }
        Files.move(current, free);
        if (rotation.keep().isPresent()) {
            removeOlderThan(Instant.now().minus(rotation.keep().get()), current.resolveSibling(""));
        }
    }

    private static void removeOlderThan(Instant oldest, Path folder) throws IOException {
        List<Path> logs;
        try (Stream<Path> files = Files.list(folder)) {
            logs = files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .toList();
        }
        for (Path log : logs) {
            if (Files.isRegularFile(log) && Files.getLastModifiedTime(log).compareTo(FileTime.from(oldest)) < 0) {
                Files.deleteIfExists(log);
            }
        }
    }
}
