package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.grack.nanojson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code canary run --fork}: what a canary exhausts, ends or leaves behind costs its own run, and nothing else. */
class ForkedRunsIT {
    private static final String CANARY = """
            package com.acme.canaries;
            @dev.andon.Canary(operation = "%1$s", every = "30s", timeout = "%2$s", tolerance = "3/5")
            class %1$sCanary {
                @org.junit.jupiter.api.Test void runs(dev.andon.canary.CanaryClient client) throws Exception {
                    client.get("/products").expectStatus(200);
                    %3$s
                }
            }
            """;

    @TempDir
    Path temp;

    private WatchedShop shop() throws Exception {
        return new WatchedShop(temp, "30s").argument("--fork");
    }

    private static List<JsonObject> ended(WatchedShop shop, String canary) {
        return shop.lines().stream()
                .filter(line -> "finished".equals(line.getString("type"))
                        && line.getString("class").endsWith("." + canary + "Canary"))
                .toList();
    }

    @Test
    void a_canary_that_ends_exhausts_or_stops_its_jvm_costs_its_run_alone() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "processes are stopped by a signal");
        // Another build on this machine has another number.
        String sleep = "sleep " + (1_000_000 + ProcessHandle.current().pid());
        try (WatchedShop shop = shop().source(CANARY.formatted("Good", "20s", ""))
                .source(CANARY.formatted(
                        "Exit", "20s", "Runtime.getRuntime().exec(\"" + sleep + "\"); System.exit(7);"))
                .source(CANARY.formatted("Memory", "20s", "new java.util.ArrayList<>(Integer.MAX_VALUE - 8);"))
                .source(CANARY.formatted("Spin", "10s", "while (true) { Thread.onSpinWait(); }"))
                .source(CANARY.formatted(
                        "Stop",
                        "10s",
                        "new ProcessBuilder(\"kill\", \"-STOP\", \"\" + ProcessHandle.current().pid()).start();"
                                + " Thread.sleep(60_000);"))) {
            Process runner = shop.run("127.0.0.1");
            until(shop, "Exit", "reason", "the canary's own JVM ended with the exit code 7 before the run had ended");
            until(shop, "Memory", "errorType", "java.lang.OutOfMemoryError");
            until(shop, "Spin", "reason", "did not end within 10s");
            until(shop, "Stop", "reason", "the canary's own JVM did not answer for 25s, and was killed");
            assertThat(ended(shop, "Exit")).anyMatch(run -> "unknown".equals(run.getString("outcome")));
            int good = ended(shop, "Good").size();
            shop.until(
                    "a good run", () -> ended(shop, "Good").stream().skip(good).anyMatch(run -> "success"
                            .equals(run.getString("outcome"))));

            assertThat(runner.isAlive()).isTrue();
            shop.until("the end of what it had started", () -> ProcessHandle.allProcesses()
                    .noneMatch(
                            process -> process.info().commandLine().orElse("").endsWith(sleep)));
            assertThat(shop.lines().stream()
                            .filter(line -> "started".equals(line.getString("type")))
                            .map(line -> line.getString("process")))
                    .as("a JVM for each run")
                    .doesNotHaveDuplicates();
        }
    }

    private static void until(WatchedShop shop, String canary, String key, String text) throws Exception {
        shop.until(canary + ": " + text, () -> ended(shop, canary).stream()
                .anyMatch(run -> run.getString(key, "").contains(text)));
    }

    /** A terminal and a supervisor send the signal to each process. */
    @Test
    void told_to_end_with_its_jvms_it_finishes_what_runs_and_leaves_no_process() throws Exception {
        try (WatchedShop shop = shop().source(CANARY.formatted("Slow", "20s", "Thread.sleep(5_000);"))) {
            Process runner = shop.run("127.0.0.1", "version: settings-marker");
            shop.until("a run", () -> begun(shop, "Slow") > 0);
            List<ProcessHandle> forked = runner.descendants().toList();
            assertThat(forked).isNotEmpty();
            for (ProcessHandle one : forked) {
                assertThat(shown(one, "cmdline") + shown(one, "environ")).doesNotContain("settings-marker");
            }
            forked.forEach(ProcessHandle::destroy);
            runner.destroy();

            assertThat(runner.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(runner.exitValue()).isEqualTo(143);
            assertThat(ended(shop, "Slow"))
                    .hasSize(begun(shop, "Slow"))
                    .allMatch(run -> "success".equals(run.getString("outcome")))
                    .allMatch(run -> "settings-marker".equals(run.getString("version")));
            gone(forked);
        }
    }

    @Test
    void a_runner_that_is_killed_leaves_no_process() throws Exception {
        try (WatchedShop shop =
                shop().source(CANARY.formatted("Slow", "100s", "Runtime.getRuntime().exec(\"sleep 90\").waitFor();"))) {
            Process runner = shop.run("127.0.0.1");
            shop.until("a run", () -> begun(shop, "Slow") > 0);
            shop.until("its process", () -> runner.descendants().count() > 1);
            List<ProcessHandle> started = runner.descendants().toList();
            runner.destroyForcibly().waitFor();
            gone(started);
        }
    }

    private static int begun(WatchedShop shop, String canary) {
        return (int) shop.lines().stream()
                .filter(line -> "started".equals(line.getString("type"))
                        && line.getString("class").endsWith("." + canary + "Canary"))
                .count();
    }

    private static String shown(ProcessHandle process, String what) throws Exception {
        Path file = Path.of("/proc", String.valueOf(process.pid()), what);
        return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    }

    private static void gone(List<ProcessHandle> processes) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (processes.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }
}
