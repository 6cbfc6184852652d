package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.andon.testing.FreePorts;
import dev.andon.testing.LittleService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the runner itself lacks, or waits for, is never told as an outage of the service, and nothing is lost by it. */
class StarvedRunnerIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path temp;

    private static void signal(Process process, String name) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static String metrics(int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                .timeout(Duration.ofSeconds(5))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void without_a_processor_the_runner_is_unhealthy_and_the_service_is_not_down() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "processes are stopped by a signal");
        try (WatchedShop shop = new WatchedShop(temp, "1s")) {
            Process runner = shop.run("127.0.0.1");
            shop.until("a good run", () -> !shop.runs("success").isEmpty());
            shop.slow = Duration.ofMillis(400);
            for (int i = 0; i < 6; i++) {
                long before = begun(shop);
                shop.until("a run", () -> begun(shop) > before);
                signal(runner, "STOP");
                TimeUnit.MILLISECONDS.sleep(2500);
                signal(runner, "CONT");
            }
            shop.until("runs without a result", () -> shop.runs("unknown").size() >= 3);
            shop.until("the owner to be told", () -> shop.told("warning"));
            shop.slow = Duration.ZERO;
            long good = shop.runs("success").size();
            shop.until("good runs", () -> shop.runs("success").size() > good + 5);
            shop.until(
                    "the end", () -> shop.told().stream().anyMatch(one -> "resolved".equals(one.getString("status"))));

            assertThat(shop.runs("failure")).isEmpty();
            assertThat(shop.told("critical")).isFalse();
            assertThat(shop.told()).allMatch(alert -> "canary-runner".equals(alert.getString("canary")));
            assertThat(shop.runs("unknown"))
                    .allMatch(run -> run.getString("reason").startsWith("the runner itself got no processor"));
        }
    }

    private static long begun(WatchedShop shop) {
        return shop.lines().stream()
                .filter(line -> "started".equals(line.getString("type")))
                .count();
    }

    /** Another canary leaks descriptors until none is left, and frees them when it is told to. */
    @Test
    void without_descriptors_the_runner_is_unhealthy_and_no_record_is_lost() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "ulimit");
        Path release = temp.resolve("release");
        Path starve = temp.resolve("starve");
        int port = FreePorts.next();
        try (WatchedShop shop = new WatchedShop(temp, "1s")
                .through("/bin/bash", "-c", "ulimit -n 300; exec \"$0\" \"$@\"")
                .source("""
                        package com.acme.canaries;
                        import dev.andon.Canary;
                        import java.nio.file.*;
                        import java.util.*;
                        import org.junit.jupiter.api.Test;
                        @Canary(operation = "leak", every = "5s", timeout = "300s", tolerance = "3/5")
                        class LeakCanary {
                            private static final List<AutoCloseable> LEAKED = new ArrayList<>();
                            @Test void leaks() throws Exception {
                                Path release = Path.of("%s");
                                Files.exists(release);
                                while (!Files.exists(Path.of("%s"))) { Thread.sleep(50); }
                                while (!Files.exists(release)) {
                                    try {
                                        LEAKED.add(new java.io.FileInputStream("/dev/null"));
                                    } catch (java.io.IOException none) {
                                        Thread.sleep(5);
                                    }
                                }
                                for (AutoCloseable one : LEAKED) { one.close(); }
                                LEAKED.clear();
                            }
                        }
                        """.formatted(release, starve))) {
            shop.run("127.0.0.1", "metrics: 127.0.0.1:" + port);
            // The code of the failure is loaded then, which takes descriptors here and none in the one jar of the
            // command line.
            shop.status = 500;
            shop.until("a bad run", () -> !shop.runs("failure").isEmpty());
            shop.status = 200;
            shop.until("good runs", () -> shop.runs("success").size() >= 4);
            int failures = shop.runs("failure").size();
            assertThat(metrics(port)).contains("runner_healthy 1");
            Files.createFile(starve);
            AtomicBoolean unhealthy = new AtomicBoolean();
            // One connection that is kept, as Prometheus does: there is no descriptor for another.
            shop.until("the metric of the runner", () -> unhealthy(port, unhealthy));
            TimeUnit.SECONDS.sleep(4);
            Instant freed = Instant.now();
            Files.createFile(release);
            shop.until("the runs without a result", () -> shop.runs("unknown").size() >= 3);
            shop.until("good runs again", () -> shop.runs("success").stream()
                    .anyMatch(run -> Instant.parse(run.getString("started")).isAfter(freed)));

            assertThat(shop.runs("failure")).hasSize(failures);
            assertThat(shop.told("critical")).isFalse();
            List<Integer> numbers = shop.lines().stream()
                    .filter(line -> "finished".equals(line.getString("type")))
                    .map(line -> line.getInt("sequence"))
                    .sorted()
                    .toList();
            // The canary that leaks may still run.
            assertThat(numbers.get(numbers.size() - 1) - numbers.size()).isBetween(0, 2);
            assertThat(shop.output()).contains("can be written again; lines lost: 0");
        }
    }

    private static boolean unhealthy(int port, AtomicBoolean seen) {
        try {
            seen.compareAndSet(false, metrics(port).contains("runner_healthy 0"));
        } catch (Exception unanswered) {
            return seen.get();
        }
        return seen.get();
    }

    /** As far as the runner is concerned the receiver may hang for ever: there is no queue that could grow. */
    @Test
    void a_receiver_that_hangs_delays_no_run_and_gets_the_state_when_it_is_back() throws Exception {
        CountDownLatch back = new CountDownLatch(1);
        try (LittleService hanging = new LittleService((exchange, body) -> {
                    try {
                        back.await();
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    }
                    LittleService.json(exchange, 200, "{}");
                });
                WatchedShop shop = new WatchedShop(temp, "1s").telling(hanging)) {
            shop.run("127.0.0.1");
            shop.until("a good run", () -> !shop.runs("success").isEmpty());
            shop.status = 500;
            shop.until("the other receiver to be told", () -> shop.told("critical"));
            long runs = begun(shop);
            shop.until("more runs than a delivery may take", () -> begun(shop) > runs + 15);
            // Most of them: a machine that does much else at once may be late with one.
            List<Duration> lags = shop.lags().stream().sorted().toList();
            assertThat(lags.get(lags.size() / 2)).isLessThan(Duration.ofSeconds(1));
            assertThat(hanging.asked()).as("one question at a time").hasSizeLessThan(4);

            back.countDown();
            shop.status = 200;
            shop.until("the state", () -> hanging.asked().stream()
                    .anyMatch(asked -> asked.body().contains("\"resolved\"")));
            assertThat(hanging.asked().stream().filter(asked -> asked.body().contains("\"resolved\"")))
                    .hasSize(1);
        }
    }
}
