package dev.andon.internal.canary.run;

import dev.andon.internal.canary.record.MergedRunLogs;
import dev.andon.internal.formats.CanaryLogLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The end of a canary log, by which a new process goes on where the last one ended. */
public final class LogEnd {
    /** An incident that is older is told anew after a restart. */
    private static final Duration OLDEST = Duration.ofDays(7);

    private LogEnd() {}

    /**
     * Reads the files that were written to in the last seven days, as one log.
     *
     * @param folder the folder of the log; it need not exist
     * @param lines takes the lines in the order of time, since several processes may have written at once
     * @param problems takes a message for each line that is skipped
     * @return whether there was a line
     * @throws IOException if a file cannot be read
     */
    public static boolean read(Path folder, Consumer<CanaryLogLine> lines, Consumer<String> problems)
            throws IOException {
        MergedRunLogs logs = new MergedRunLogs(problems);
        for (Path file : files(folder)) {
            logs.add(file);
        }
        AtomicBoolean found = new AtomicBoolean();
        logs.forEach(line -> {
            found.set(true);
            lines.accept(line);
        });
        return found.get();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        FileTime oldest = FileTime.from(Instant.now().minus(OLDEST));
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file :
                    all.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
                if (Files.getLastModifiedTime(file).compareTo(oldest) >= 0) {
                    files.add(file);
                }
            }
        }
        return files;
    }
}
