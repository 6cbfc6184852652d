package dev.andon.internal.evidence.coverage;

import dev.andon.internal.files.InputFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/** An exec file that an agent, in this JVM or another, may still be writing to. */
final class ExecFile {

    private static final int PATIENCE_MILLIS = 5_000;

    private ExecFile() {}

    /** Opens the file for reading its complete records: the agent holds a lock while it writes. */
    static InputStream open(Path file) throws IOException {
        FileChannel channel = InputFile.channel(file, InputFile.LARGEST_STREAM);
        try {
            awaitWriters(channel);
            return new BufferedInputStream(Channels.newInputStream(channel));
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    /** Takes a shared lock, which goes with the channel. */
    private static void awaitWriters(FileChannel channel) throws IOException {
        for (int waited = 0; waited < PATIENCE_MILLIS; waited += 10) {
            try {
                if (channel.tryLock(0, Long.MAX_VALUE, true) != null) {
                    return;
                }
            } catch (OverlappingFileLockException heldInThisJvm) {
                // The agent of this very JVM is writing.
            } catch (IOException | UnsupportedOperationException unsupported) {
                return;
            }
            pause();
        }
        throw new IOException("another process has kept it locked for " + PATIENCE_MILLIS / 1000 + " s");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(10);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while another process wrote to it");
        }
    }
}
