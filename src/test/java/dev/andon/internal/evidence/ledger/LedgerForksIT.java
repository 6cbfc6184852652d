package dev.andon.internal.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.formats.LedgerLine;
import dev.andon.internal.formats.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerForksIT {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path folder;

    @Test
    void forks_write_in_parallel_and_a_killed_one_leaves_its_finished_classes() throws Exception {
        Process first = fork();
        Process second = fork();
        try {
            awaitLines(first, 20);
            awaitLines(second, 20);
            assertThat(read().problems()).as("read while both write").isEmpty();
        } finally {
            first.destroyForcibly().waitFor();
            second.destroyForcibly().waitFor();
        }

        TestRuns runs = read();

        assertThat(Ledgers.files(folder)).hasSize(2);
        assertThat(runs.classes()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(runs.problems()).allSatisfy(problem -> assertThat(problem).contains("killed"));
    }

    /** A fork: appends until it is killed. */
    public static final class Fork {
        public static void main(String[] arguments) {
            LedgerFile file = LedgerFile.in(Path.of(arguments[0]));
            for (int i = 0; ; i++) {
                file.append(new LedgerLine(
                        "this", "C" + i, "", Outcome.SUCCESSFUL, "x".repeat(2000), NOW, List.of(), Map.of()));
                System.out.println(i);
            }
        }
    }

    private Process fork() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Fork.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static void awaitLines(Process process, int count) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (int i = 0; i < count; i++) {
            assertThat(out.readLine()).isEqualTo(String.valueOf(i));
        }
    }

    private TestRuns read() {
        return LedgerReader.read(List.of(folder), Ledgers.THIS, Ledgers.ANY);
    }
}
