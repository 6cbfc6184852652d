package dev.andon.internal.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.prove.fixtures.Valve;
import dev.andon.internal.prove.fixtures.ValveTestCases;
import dev.andon.internal.prove.worker.ProofWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When a proof is stopped, by Ctrl-C or otherwise, all that it started ends. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are those of other systems")
class StoppedProofIT {

    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration END = Duration.ofSeconds(60);

    @TempDir
    Path temp;

    private final List<ProcessHandle> processes = new ArrayList<>();
    private Process proving;
    private ProcessHandle worker;

    /** A test in the other JVM has started a process, and waits for it. */
    @BeforeEach
    void begin() throws IOException, InterruptedException {
        for (String folder : List.of("temporary", "folder", "output")) {
            Files.createDirectory(temp.resolve(folder));
        }
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temp.resolve("temporary"),
                        ProvingProgram.class.getName(),
                        temp.resolve("output").toString(),
                        Valve.class.getName(),
                        ValveTestCases.class.getName())
                .directory(temp.resolve("folder").toFile())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("printed.txt").toFile());
        builder.environment().put("CLASSPATH", AgentJar.variable(ProofEnvironment.classPath(System::getProperty)));
        proving = builder.start();
        processes.add(proving.toHandle());
        await(START, () -> proving.descendants().count() >= 2);
        processes.addAll(proving.descendants().toList());
        worker = proving.children().findFirst().orElseThrow();
    }

    @AfterEach
    void end() {
        processes.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void ctrl_c_ends_both_jvms_and_the_processes_of_tests() throws IOException, InterruptedException {
        // A terminal sends it to all processes; those of tests may be in a group of their own.
        signal(interrupt(), proving.toHandle(), worker);

        allEnd();
        assertThat(proving.exitValue()).isIn(128 + 2, 128 + 15);
        nothingIsLeft();
    }

    @Test
    void a_signal_to_the_first_jvm_alone_does_so_too() throws IOException, InterruptedException {
        signal("TERM", proving.toHandle());

        allEnd();
        nothingIsLeft();
    }

    @Test
    void so_does_the_end_of_the_first_jvm_by_force() throws IOException, InterruptedException {
        signal("KILL", proving.toHandle());

        allEnd();
        assertThat(temp.resolve("temporary")).isEmptyDirectory();
        assertThat(temp.resolve("folder")).isEmptyDirectory();
    }

    private void allEnd() throws InterruptedException {
        assertThat(processes).hasSizeGreaterThanOrEqualTo(3);
        await(END, () -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }

    private void nothingIsLeft() throws IOException {
        for (String folder : List.of("temporary", "folder", "output")) {
            assertThat(temp.resolve(folder)).isEmptyDirectory();
        }
        assertThat(temp.resolve("printed.txt")).content().doesNotContain(ProofWorker.class.getName());
    }

    /** What runs in the background of a shell ignores Ctrl-C, and so do the JVMs that it starts. */
    private static String interrupt() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            try (Stream<String> lines = Files.lines(status)) {
                long ignored = lines.filter(line -> line.startsWith("SigIgn:"))
                        .mapToLong(
                                line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                        .findFirst()
                        .orElse(0);
                return (ignored & 2) == 0 ? "INT" : "TERM";
            }
        }
        return "INT";
    }

    private static void signal(String name, ProcessHandle... to) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        for (ProcessHandle process : to) {
            command.add(String.valueOf(process.pid()));
        }
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    private void await(Duration most, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s: %s", most, temp).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
