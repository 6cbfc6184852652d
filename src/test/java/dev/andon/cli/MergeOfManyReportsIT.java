package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand reports in a heap that could not hold them: 92 MB of reports in 64 MB. */
class MergeOfManyReportsIT {
    private static final int REPORTS = 10_000;
    private static final int SERVICES = 5;

    @TempDir
    Path temp;

    @Test
    void ten_thousand_reports_are_added_up_in_a_small_heap(TestReporter reporter)
            throws IOException, InterruptedException {
        String services = IntStream.range(0, SERVICES)
                .mapToObj(MergeOfManyReportsIT::service)
                .collect(Collectors.joining(","));
        String report = """
                {"$schema": "s", "schemaVersion": 1, "enabled": true, "readinessClass": "", "level": "INTEGRATED",
                 "counts": {}, "services": [%s], "canaries": [], "codebase": [], "notes": [], "waivers": [],
                 "baseline": []}
                """.formatted(services);
        for (int i = 0; i < REPORTS; i++) {
            Path folder = Files.createDirectories(temp.resolve("builds/" + i % 100 + "/" + i + "/target/andon"));
            Files.writeString(folder.resolve("report.json"), report);
        }
        Path log = temp.resolve("log");
        long start = System.nanoTime();
        Process merge = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "audit",
                        "merge",
                        temp.resolve("builds").toString(),
                        "--out",
                        temp.resolve("out").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(merge.waitFor(5, TimeUnit.MINUTES)).isTrue();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        reporter.publishEntry(
                "merge of " + REPORTS + " reports of " + report.length() / 1000 + " KB", millis + " ms with -Xmx64m");

        assertThat(log).content().contains("Andon: 10000 projects, 50000 services");
        assertThat(merge.exitValue()).as(Files.readString(log)).isEqualTo(ExitCode.VIOLATED);
        try (var lines = Files.lines(temp.resolve("out").resolve("services.csv"))) {
            assertThat(lines.count()).isEqualTo(REPORTS * SERVICES + 1);
        }
    }

    private static String service(int number) {
        return """
                {"name": "com.acme.shop.Service%d", "label": "Service%d", "module": "shop", "practices": [%s]}
                """.formatted(
                number,
                number,
                List.of("unit-tests", "tests-assert", "tests-enabled", "integration-tests", "end-to-end-tests").stream()
                        .map(id -> """
                                {"id": "%s", "verdict": "%s", "evidence": "EXECUTED",
                                 "tests": ["com.acme.shop.Service%dTest", "com.acme.shop.Service%dIT"], "finding": "key",
                                 "found": "Service%dIT (Service%dIT.java:20) ran 14 of 16 lines of the service; it sends GET /orders",
                                 "fix": "write a test that starts the service with what it depends on", "keys": ["key"]}
                                """.formatted(
                                id, id.equals("end-to-end-tests") ? "violated" : "met", number, number, number, number))
                        .collect(Collectors.joining(",")));
    }
}
