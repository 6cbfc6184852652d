package dev.andon.internal.canary.run;

import dev.andon.internal.canary.record.RunLogReader;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.CanaryLogLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The end of a canary log, by which a new process goes on where the last one ended. */
public final class LogEnd {
    /** An incident that is older is told anew after a restart. */
    private static final Duration OLDEST = Duration.ofDays(7);

    private LogEnd() {}

    /**
     * Reads the files that were written to in the last seven days, the oldest first.
     *
     * @param folder the folder of the log; it need not exist
     * @param lines takes the lines in their order
     * @param problems takes a message for each line that is skipped
     * @return whether there was a line
     * @throws IOException if a file cannot be read
     */
    public static boolean read(Path folder, Consumer<CanaryLogLine> lines, Consumer<String> problems)
            throws IOException {
        boolean found = false;
        for (Path file : files(folder)) {
            try (InputStream in = InputFile.open(file, Long.MAX_VALUE)) {
                RunLogReader reader = new RunLogReader(in, file.toString(), problems);
                for (var line = reader.next(); line.isPresent(); line = reader.next()) {
                    lines.accept(line.get());
                    found = true;
                }
            }
        }
        return found;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        FileTime oldest = FileTime.from(Instant.now().minus(OLDEST));
        record Written(Path file, FileTime at) {}
        List<Written> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file :
                    all.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
                files.add(new Written(file, Files.getLastModifiedTime(file)));
            }
        }
        return files.stream()
                .filter(one -> one.at().compareTo(oldest) >= 0)
                .sorted(Comparator.comparing(Written::at))
                .map(Written::file)
                .toList();
    }
}
