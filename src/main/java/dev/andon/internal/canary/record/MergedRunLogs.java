package dev.andon.internal.canary.record;

import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.AlertNotice;
import dev.andon.internal.formats.CanaryLogLine;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads canary logs as one, in the order of time: files, the {@code .jsonl} files of folders, and a stream. A file is open only
 * from its first line to its last, so that there may be very many, one after the other; no log is held in memory.
 */
public final class MergedRunLogs {
    private final Consumer<String> problems;
    private final PriorityQueue<Log> logs = new PriorityQueue<>(Comparator.comparing((Log log) -> log.at));

    /** Takes a message for each line that is skipped. */
    public MergedRunLogs(Consumer<String> problems) {
        this.problems = problems;
    }

    /**
     * Adds a file, or the files of a folder.
     *
     * @throws IOException if it cannot be read, or the folder holds no log
     */
    public void add(Path log) throws IOException {
        if (!Files.isDirectory(log)) {
            addFile(log);
            return;
        }
        List<Path> files;
        try (Stream<Path> below = Files.walk(log)) {
            files = below.filter(file -> file.toString().endsWith(".jsonl") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        if (files.isEmpty()) {
            throw new IOException(log + " holds no .jsonl file");
        }
        for (Path file : files) {
            addFile(file);
        }
    }

    private void addFile(Path file) throws IOException {
        try (InputStream in = InputFile.open(file, Long.MAX_VALUE)) {
            Optional<CanaryLogLine> first = new RunLogReader(in, file.toString(), ignored -> {}).next();
            Log log = new Log(file, first.map(MergedRunLogs::time).orElse(Instant.MIN));
            logs.add(log);
        }
    }

    /** Adds a stream, which is left open. */
    public void add(InputStream in, String name) throws IOException {
        Log log = new Log(Path.of(name), Instant.MIN);
        log.reader = new RunLogReader(in, name, problems);
        if (log.advance()) {
            logs.add(log);
        }
    }

    /**
     * Hands over all lines, in the order of time, and those of one file in their own order.
     *
     * @throws IOException if a log cannot be read any further
     */
    public void forEach(Consumer<CanaryLogLine> lines) throws IOException {
        List<Log> opened = new ArrayList<>();
        try {
            while (!logs.isEmpty()) {
                Log log = logs.remove();
                if (log.reader == null) {
                    log.open(problems);
                    opened.add(log);
                } else if (log.line != null) {
                    lines.accept(log.line);
                }
                if (log.advance()) {
                    logs.add(log);
                } else {
                    log.close();
                    opened.remove(log);
                }
            }
        } finally {
            for (Log log : opened) {
                log.close();
            }
        }
    }

    private static Instant time(CanaryLogLine line) {
        if (line instanceof RunEnd end) {
            return end.start().started().plus(end.duration());
        }
        return line instanceof RunStart start ? start.started() : ((AlertNotice) line).time();
    }

    /** One log, with the next of its lines. */
    private static final class Log {
        private final Path file;
        private Instant at;
        private @Nullable InputStream in;
        private @Nullable RunLogReader reader;
        private @Nullable CanaryLogLine line;

        Log(Path file, Instant at) {
            this.file = file;
            this.at = at;
        }

        void open(Consumer<String> problems) throws IOException {
            InputStream stream = InputFile.open(file, Long.MAX_VALUE);
            in = stream;
            reader = new RunLogReader(stream, file.toString(), problems);
        }

        /** Reads the next line; a clock that was set back does not change the order of a file. */
        boolean advance() throws IOException {
            line = reader == null ? null : reader.next().orElse(null);
            if (line == null) {
                return false;
            }
            Instant next = time(line);
            at = next.isAfter(at) ? next : at;
            return true;
        }

        void close() throws IOException {
            if (in != null) {
                in.close();
            }
        }
    }
}
