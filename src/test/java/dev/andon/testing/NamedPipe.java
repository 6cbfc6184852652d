package dev.andon.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that blocks the thread that opens it; Java alone cannot make one. Making it takes a millisecond. */
public final class NamedPipe {
    private NamedPipe() {}

    /** Puts a pipe in the place of a file; skips the test where the system has none. */
    public static Path at(Path file) throws IOException {
        Files.deleteIfExists(file);
        try {
            assumeTrue(
                    new ProcessBuilder("mkfifo", file.toString()).start().waitFor() == 0,
                    "no pipe can be made here, so none was tried");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return file;
    }
}
