package dev.andon.internal.evidence.changes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The git command, run in one folder.
 *
 * @param folder the folder
 */
record Git(Path folder) {

    private static final int PATIENCE_SECONDS = 60;

    /** What a command printed, and how it ended. */
    record Answer(int code, String out, String err) {
        boolean ok() {
            return code == 0;
        }

        String line() {
            return out.strip();
        }
    }

    Answer ask(String... arguments) throws ChangesUnknown {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.quotePath=false"));
        command.addAll(List.of(arguments));
        try {
            // To files: a pipe that is not emptied in time would block the command.
            Path out = Files.createTempFile("andon-git", ".out");
            Path err = Files.createTempFile("andon-git", ".err");
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
                builder.environment().put("LC_ALL", "C");
                builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
                Process process = builder.start();
                process.getOutputStream().close();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new ChangesUnknown("Cannot determine what changed: `git " + String.join(" ", arguments)
                            + "` did not end within " + PATIENCE_SECONDS + " s in " + folder + ".");
                }
                return new Answer(
                        process.exitValue(),
                        new String(Files.readAllBytes(out), StandardCharsets.UTF_8),
                        new String(Files.readAllBytes(err), StandardCharsets.UTF_8));
            } finally {
                Files.deleteIfExists(out);
                Files.deleteIfExists(err);
            }
        } catch (IOException absent) {
            throw new ChangesUnknown("Cannot determine what changed: the command git cannot be run ("
                    + absent.getMessage() + "). Install git, or take @RequireChangedLines off.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ChangesUnknown("Cannot determine what changed: interrupted while git ran.");
        }
    }

    /**
     * Returns what a command printed.
     *
     * @throws ChangesUnknown if it failed
     */
    String require(String... arguments) throws ChangesUnknown {
        Answer answer = ask(arguments);
        if (!answer.ok()) {
            throw new ChangesUnknown("Cannot determine what changed: `git " + String.join(" ", arguments)
                    + "` failed in " + folder + ": " + answer.err().strip());
        }
        return answer.out();
    }
}
