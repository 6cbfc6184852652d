package dev.andon.internal.canary.record;

import dev.andon.internal.formats.CanaryLogCodec;
import dev.andon.internal.formats.CanaryLogLine;
import dev.andon.internal.formats.MalformedFileException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a canary log of any size, line by line. A line that was torn, or is no record, is reported and skipped. */
public final class RunLogReader {
    /** A run has at most 200 steps with short names, and a message of at most 1 MB. */
    private static final int LONGEST = 8 << 20;

    private final InputStream in;
    private final String source;
    private final Consumer<String> problems;
    private long number;

    /**
     * Reads from a stream.
     *
     * @param source the name of the file, for the problems
     * @param problems takes a message for each line that is skipped
     */
    public RunLogReader(InputStream in, String source, Consumer<String> problems) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.source = source;
        this.problems = problems;
    }

    /**
     * Returns the next line that can be read; empty at the end.
     *
     * @throws IOException if the stream cannot be read
     */
    public Optional<CanaryLogLine> next() throws IOException {
        while (true) {
            Optional<String> line = line();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            if (!line.get().isBlank()) {
                try {
                    return Optional.of(CanaryLogCodec.decode(line.get(), source + ", line " + number));
                } catch (MalformedFileException torn) {
                    problems.accept(torn.getMessage());
                }
            }
        }
    }

    private Optional<String> line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        number++;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return bytes.size() == 0 ? Optional.empty() : Optional.of(bytes.toString(StandardCharsets.UTF_8));
            }
            if (bytes.size() < LONGEST) {
                bytes.write(next);
            }
        }
        return Optional.of(bytes.toString(StandardCharsets.UTF_8));
    }
}
