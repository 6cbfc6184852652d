package dev.andon.internal.evidence.changes;

import dev.andon.internal.files.InputFile;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The git command of this machine, run in a folder of ours with an environment of ours: none of the variables by which
 * git is told of folders, settings or programs reaches it, and the folder under inspection is not searched for it.
 *
 * @param executable the command
 * @param scratch the folder that it runs in
 * @param patience the longest time that one command may take
 */
record GitCommand(Path executable, Path scratch, Duration patience) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LONGEST_OUTPUT = 256 << 20;
    private static final String SEARCH_PATH =
            Optional.ofNullable(System.getenv("PATH")).orElse("");

    /** What a command printed, and how it ended. */
    record Answer(int code, String out, String err) {
        boolean ok() {
            return code == 0;
        }

        String line() {
            return out.strip();
        }
    }

    /**
     * Finds the command.
     *
     * @param inspected a folder that programs are never taken from
     * @throws ChangesUnknown if there is none
     */
    static GitCommand find(Path inspected, Path scratch) throws ChangesUnknown {
        return searched(inspected)
                .flatMap(folder -> Stream.of("git", "git.exe").map(folder::resolve))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .map(file -> new GitCommand(file, scratch, PATIENCE))
                .orElseThrow(
                        () -> new ChangesUnknown("Cannot determine what changed: the command git is in no folder of "
                                + "PATH. Install git, or take @RequireChangedLines off."));
    }

    /** A relative folder in the search path would be one below the folder that git runs in. */
    private static Stream<Path> searched(Path inspected) {
        return Stream.of(SEARCH_PATH.split(File.pathSeparator))
                .flatMap(GitCommand::path)
                .filter(folder -> folder.isAbsolute() && !folder.startsWith(inspected));
    }

    private static Stream<Path> path(String name) {
        try {
            return Stream.of(Path.of(name));
        } catch (InvalidPathException noPath) {
            return Stream.empty();
        }
    }

    /**
     * Runs git.
     *
     * @param environment what it is told beside what every run is told; an empty value takes a variable away
     * @throws ChangesUnknown if it cannot be run, or does not end in time
     */
    Answer run(Map<String, String> environment, List<String> arguments) throws ChangesUnknown {
        List<String> command = new ArrayList<>(List.of(
                executable.toString(),
                "--no-pager",
                "-c",
                "safe.bareRepository=explicit",
                "-c",
                "core.quotePath=false"));
        command.addAll(arguments);
        try {
            // To files: a pipe that is not emptied in time would block the command.
            Path out = scratch.resolve("stdout");
            Path err = scratch.resolve("stderr");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(scratch.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            setEnvironment(builder.environment(), environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new ChangesUnknown("Cannot determine what changed: `git " + String.join(" ", arguments)
                        + "` did not end within " + patience.toSeconds() + " s.");
            }
            return new Answer(process.exitValue(), text(out), text(err));
        } catch (IOException failure) {
            throw new ChangesUnknown("Cannot determine what changed: `git " + String.join(" ", arguments)
                    + "` cannot be run, or its output cannot be read (" + failure.getMessage() + ").");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ChangesUnknown("Cannot determine what changed: interrupted while git ran.");
        }
    }

    private static String text(Path file) throws IOException {
        return new String(InputFile.bytes(file, LONGEST_OUTPUT), StandardCharsets.UTF_8);
    }

    private void setEnvironment(Map<String, String> of, Map<String, String> more) {
        Map<String, String> inherited = new HashMap<>(of);
        of.clear();
        // Windows starts no program without them.
        for (String needed : List.of("SystemRoot", "SystemDrive", "TEMP", "TMP")) {
            Optional.ofNullable(inherited.get(needed)).ifPresent(value -> of.put(needed, value));
        }
        of.put("PATH", searched(scratch).map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        of.put("LC_ALL", "C");
        of.put("HOME", scratch.toString());
        of.put("XDG_CONFIG_HOME", scratch.toString());
        of.put("GIT_CONFIG_NOSYSTEM", "1");
        of.put("GIT_ATTR_NOSYSTEM", "1");
        of.put("GIT_CONFIG_GLOBAL", scratch.resolve("none").toString());
        of.put("GIT_OPTIONAL_LOCKS", "0");
        of.put("GIT_NO_LAZY_FETCH", "1");
        // A replaced commit would hide what changed.
        of.put("GIT_NO_REPLACE_OBJECTS", "1");
        of.put("GIT_ALLOW_PROTOCOL", "none");
        of.put("GIT_TERMINAL_PROMPT", "0");
        of.putAll(more);
        of.values().removeIf(String::isEmpty);
    }
}
