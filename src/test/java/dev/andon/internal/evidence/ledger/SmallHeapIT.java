package dev.andon.internal.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tests printed, and what they recorded, is never held in memory as a whole. */
class SmallHeapIT {
    @TempDir
    Path folder;

    @Test
    void reports_of_several_times_the_heap_are_read() throws Exception {
        Files.createDirectory(folder.resolve("target"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "dev.andon.bench.ResultsCost",
                        "1000")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said)
                .containsPattern("1000 classes, \\d\\d+ MB: reports .*\\(1000 classes\\), ledger .*\\(1000 classes\\)");
    }
}
