package dev.andon.testing;

import java.nio.file.Path;

/** Lets this JVM write to a folder of a test's own for as long as it is open. */
public final class OutputProperty implements AutoCloseable {
    private static final String KEY = "andon.output";

    private final String before = System.getProperty(KEY, "");

    public OutputProperty(Path output) {
        System.setProperty(KEY, output.toString());
    }

    @Override
    public void close() {
        if (before.isEmpty()) {
            System.clearProperty(KEY);
        } else {
            System.setProperty(KEY, before);
        }
    }
}
