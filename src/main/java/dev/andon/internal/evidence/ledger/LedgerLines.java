package dev.andon.internal.evidence.ledger;

import dev.andon.internal.files.InputFile;
import java.io.BufferedInputStream;
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

    LedgerLines(Path file) throws IOException {
        this.in = new BufferedInputStream(InputFile.open(file, InputFile.LARGEST_STREAM), 1 << 16);
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
        for (int read = in.read(); read >= 0; read = in.read()) {
            if (read == '\n') {
                return line(bytes, true, tooLong);
            }
            if (bytes.size() < LONGEST) {
                bytes.write(read);
            } else {
                tooLong = true;
            }
        }
        return bytes.size() == 0 ? null : line(bytes, false, tooLong);
    }

    private static Line line(ByteArrayOutputStream bytes, boolean finished, boolean tooLong) {
        return new Line(tooLong ? "" : bytes.toString(StandardCharsets.UTF_8), finished, tooLong);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
