package dev.andon.internal.canary.metrics;

import dev.andon.internal.files.OutputFile;
import java.io.IOException;
import java.nio.file.Path;

/** The metrics as a file, for a process that ends before anybody could ask it: node_exporter's textfile collector reads it. */
public final class MetricsTextfile {
    private MetricsTextfile() {}

    /**
     * Replaces the file at once, so that nobody reads half of it.
     *
     * @throws IOException if it cannot be written, or is a link
     */
    public static void write(Path file, CanaryMetrics metrics) throws IOException {
        OutputFile.write(file, metrics.text());
    }
}
