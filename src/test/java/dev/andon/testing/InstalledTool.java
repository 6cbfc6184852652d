package dev.andon.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program that a test needs and no build tool brings. Without it the test is skipped and says so. */
public final class InstalledTool {
    private final Path program;

    private InstalledTool(Path program) {
        this.program = program;
    }

    /**
     * Returns a program of the search path.
     *
     * @param name its name
     * @param how how it is installed, for the message
     */
    public static InstalledTool require(String name, String how) {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        String message = name + " is not installed, so nothing was checked with it: " + how;
        assumeTrue(found.isPresent(), message);
        return new InstalledTool(found.orElseThrow());
    }

    /** Returns Debian's program of the package prometheus or prometheus-alertmanager. */
    public static InstalledTool ofPrometheus(String name) {
        return require(name, "apt-get install --no-install-recommends prometheus prometheus-alertmanager");
    }

    /** Starts it, with its output in a file. */
    public Process start(Path output, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it to its end, and fails with what it says unless it succeeds. */
    public String run(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(command + ": " + said).isZero();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
