package dev.andon.internal.canary.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.internal.canary.record.RunLogReader;
import dev.andon.internal.formats.CanaryLogLine;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunStart;
import dev.andon.testing.LittleService;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed at any moment loses no record that was complete, and leaves none that cannot be read. */
class KilledProcessIT {
    private static final int KILLS = 3;

    @TempDir
    Path folder;

    @Canary(operation = "ask", timeout = "30s")
    static class AskingTestCases {
        @Test
        void test(CanaryClient client) {
            client.get("/").expectStatus(200);
        }
    }

    @Test
    void each_answered_run_but_the_last_is_in_the_log() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (LittleService service = new LittleService((exchange, body) -> {
            asked.incrementAndGet();
            LittleService.json(exchange, 200, "{}");
        })) {
            Random random = new Random();
            for (int i = 0; i < KILLS; i++) {
                asked.set(0);
                Path own = folder.resolve("log-" + i);
                Process process = CanaryProcess.start(
                        own, AskingTestCases.class, 1_000_000, "andon.canary.target=" + service.uri());
                int after = 20 + random.nextInt(200);
                long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
                while (asked.get() < after && System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
                process.destroyForcibly().waitFor();

                check(own, asked.get());
            }
        }
    }

    private static void check(Path folder, int asked) throws Exception {
        List<CanaryLogLine> lines = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    RunLogReader reader = new RunLogReader(in, "log", problems::add);
                    for (Optional<CanaryLogLine> line = reader.next(); line.isPresent(); line = reader.next()) {
                        lines.add(line.get());
                    }
                }
            }
        }
        long starts = lines.stream().filter(RunStart.class::isInstance).count();
        long ends = lines.stream().filter(RunEnd.class::isInstance).count();
        assertThat(problems).as("lines that cannot be read").isEmpty();
        assertThat(asked).isGreaterThanOrEqualTo(20);
        assertThat(starts).isBetween((long) asked, asked + 1L);
        assertThat(ends).isBetween(asked - 1L, (long) asked);
    }
}
