package dev.andon.internal.prove;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines that a process printed, kept in memory alone: they may tell what nobody else may read. */
final class LastOutput {

    private static final int LINES = 12;

    private final Deque<String> lines = new ArrayDeque<>();

    private LastOutput() {}

    /** Reads what the process prints, so that it never waits for a reader. */
    static LastOutput of(Process process) {
        LastOutput output = new LastOutput();
        Thread reading = new Thread(() -> output.read(process), "andon-proof-output");
        reading.setDaemon(true);
        reading.start();
        return output;
    }

    private void read(Process process) {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                add(line);
            }
        } catch (IOException ended) {
            // The process has.
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        if (lines.size() > LINES) {
            lines.remove();
        }
    }

    synchronized String lastLines() {
        return lines.isEmpty() ? "" : "; it printed last: " + String.join(" | ", lines);
    }
}
