package dev.andon.internal.evidence.ledger;

import dev.andon.internal.files.InputFile;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a ledger line by line: the ledgers of a large build do not fit into memory as a whole. */
final class LedgerLines implements Closeable {
    private static final int LONGEST = 32 << 20;

    private final InputStream in;
    /** A buffered stream of the JDK would take a lock for each byte. */
    private final byte[] buffer = new byte[1 << 16];

    private int at;
    private int end;

    LedgerLines(Path file) throws IOException {
        this.in = InputFile.open(file, InputFile.LARGEST_STREAM);
    }

    /**
     * A line.
     *
     * @param text its text; bytes that are no UTF-8 spoil their line alone. Empty where it is too long
     * @param finished whether a line end follows
     * @param tooLong whether it is longer than what is read of a line
     */
    record Line(String text, boolean finished, boolean tooLong) {}

    /** Returns the next line; null after the last. */
    @Nullable Line next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        boolean tooLong = false;
        boolean any = false;
        while (fill()) {
            any = true;
            int newLine = at;
            while (newLine < end && buffer[newLine] != '\n') {
                newLine++;
            }
            tooLong |= bytes.size() + newLine - at > LONGEST;
            if (!tooLong) {
                bytes.write(buffer, at, newLine - at);
            }
            at = newLine + 1;
            if (newLine < end) {
                return line(bytes, true, tooLong);
            }
        }
        return any ? line(bytes, false, tooLong) : null;
    }

    /** Returns whether there is a byte to read. */
    private boolean fill() throws IOException {
        if (at >= end) {
            at = 0;
            end = in.read(buffer, 0, buffer.length);
        }
        return end > 0;
    }

    private static Line line(ByteArrayOutputStream bytes, boolean finished, boolean tooLong) {
        return new Line(tooLong ? "" : bytes.toString(StandardCharsets.UTF_8), finished, tooLong);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
