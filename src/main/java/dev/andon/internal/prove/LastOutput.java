package dev.andon.internal.prove;

import dev.andon.internal.text.SecretText;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines that a process printed, with what looks like a secret masked. */
final class LastOutput {

    private static final int LINES = 12;
    private static final int LONGEST = 300;

    private final Deque<String> lines = new ArrayDeque<>();

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

    synchronized void add(String line) {
        // A JVM prints the arguments that it finds in environment variables.
        if (line.startsWith("Picked up ") || line.startsWith("NOTE: Picked up ")) {
            return;
        }
        String shown = SecretText.mask(line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line);
        lines.add(shown);
        if (lines.size() > LINES) {
            lines.remove();
        }
    }

    synchronized String lastLines() {
        return lines.isEmpty() ? "" : "; it printed last: " + String.join(" | ", lines);
    }
}
