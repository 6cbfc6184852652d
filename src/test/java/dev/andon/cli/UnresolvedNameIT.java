package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.andon.testing.FreePorts;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A name service that hangs or loses questions. The JDK reads a file of hosts in its place, anew for each question, and here
 * that file is a pipe: who asks waits until the test answers.
 */
class UnresolvedNameIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int LOST = 20;

    @TempDir
    Path temp;

    private Path pipe;
    private final AtomicInteger questions = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);

    private static final String KNOWN = "127.0.0.1 shop.test status.test\n";

    /** What the file of hosts says to a question; it may take its time. */
    @FunctionalInterface
    private interface Hosts {
        String answer(int question) throws InterruptedException;
    }

    @BeforeEach
    void pipe() throws Exception {
        pipe = temp.resolve("hosts");
        try {
            assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        } catch (IOException absent) {
            assumeTrue(false, "no named pipes here");
        }
    }

    private void answering(Hosts hosts) {
        Thread thread = new Thread(() -> {
            while (over.getCount() > 0) {
                try {
                    String answer = hosts.answer(questions.get() + 1);
                    // Opened as soon as somebody asks.
                    try (OutputStream out = Files.newOutputStream(pipe)) {
                        questions.incrementAndGet();
                        out.write(answer.getBytes(StandardCharsets.UTF_8));
                    }
                    // Else who reads slowly would read the next answer too.
                    TimeUnit.MILLISECONDS.sleep(50);
                } catch (IOException gone) {
                    continue;
                } catch (InterruptedException ended) {
                    return;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private WatchedShop shop(String every) throws IOException {
        return new WatchedShop(temp, every)
                .option("-Djdk.net.hosts.file=" + pipe)
                .option("-Dsun.net.inetaddr.ttl=0");
    }

    private static Duration scraped(int port) throws Exception {
        long from = System.nanoTime();
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.body()).contains("canary_runs_total");
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private static long threads(Process process) throws IOException {
        Path tasks = Path.of("/proc", String.valueOf(process.pid()), "task");
        if (!Files.isDirectory(tasks)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(tasks)) {
            return all.count();
        }
    }

    /** Longer than any scrape interval: the metrics are there, each run ends in time, and nothing piles up. */
    @Test
    void a_name_service_that_hangs_is_the_runners_own_network_and_holds_nothing_up() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch back = new CountDownLatch(1);
        answering(question -> {
            if (hangs.getCount() == 0) {
                back.await();
            }
            return KNOWN;
        });
        int port = FreePorts.next();
        try (WatchedShop shop = shop("1s")) {
            Process runner =
                    shop.run("shop.test", "metrics: 127.0.0.1:" + port, "control: http://status.test:" + shop.port());
            shop.until("good runs", () -> shop.runs("success").size() > 2);
            hangs.countDown();
            shop.until("the owner to be told", () -> shop.told("warning"));
            assertThat(scraped(port)).isLessThan(Duration.ofSeconds(5));
            long threads = threads(runner);
            int runs = shop.runs("unknown").size();
            shop.until("more runs", () -> shop.runs("unknown").size() > runs + 2);
            assertThat(scraped(port)).isLessThan(Duration.ofSeconds(5));
            assertThat(threads(runner)).isLessThan(threads + 20);
            back.countDown();
            int good = shop.runs("success").size();
            shop.until("good runs again", () -> shop.runs("success").size() > good + 2);

            assertThat(shop.told("critical")).isFalse();
            assertThat(shop.runs("failure")).hasSizeLessThan(2);
            assertThat(shop.runs("unknown"))
                    .allMatch(run -> run.getString("reason").startsWith("the runner's own network"))
                    .allMatch(run -> run.getDouble("duration") < 2);
        } finally {
            over.countDown();
        }
    }

    @Test
    void a_name_service_that_loses_one_question_of_twenty_fails_single_runs_and_alerts_nobody() throws Exception {
        answering(question -> {
            if (question % LOST == 0) {
                TimeUnit.MILLISECONDS.sleep(1500);
            }
            return KNOWN;
        });
        try (WatchedShop shop = shop("500ms")) {
            shop.run("shop.test", "metrics: 127.0.0.1:0");
            shop.until("enough questions", () -> questions.get() > 3 * LOST + 2);

            List<?> failures = shop.runs("failure");
            assertThat(failures).as("visible, and no more than what was lost").hasSizeBetween(2, 5);
            assertThat(shop.runs("success").size()).isGreaterThan(45);
            assertThat(shop.told()).isEmpty();
            nothingIsLostAndTheRunnerIsHealthy(shop);
        } finally {
            over.countDown();
        }
    }

    /** The JDK remembers for 10 seconds that a name is unknown, and so fails the second attempt and each other canary. */
    @Test
    void a_name_that_is_known_again_is_asked_for_by_the_next_run() throws Exception {
        Files.delete(pipe);
        Path hosts = Files.writeString(pipe, "127.0.0.1 other.test\n");
        try (WatchedShop shop = shop("500ms")) {
            shop.run("shop.test", "metrics: 127.0.0.1:0");
            shop.until("a failure", () -> !shop.runs("failure").isEmpty());
            Files.writeString(hosts, "127.0.0.1 shop.test\n");
            shop.until("a good run", () -> !shop.runs("success").isEmpty());

            assertThat(shop.runs("failure"))
                    .allMatch(run -> run.getString("reason").contains("no such host"));
            assertThat(began(shop, "success")).isBefore(began(shop, "failure").plusSeconds(9));
            nothingIsLostAndTheRunnerIsHealthy(shop);
        }
    }

    /** A blip: the second attempt asks anew, and the run is good. One attempt asks more than once, so several are lost in a row. */
    @Test
    void a_failed_look_up_is_no_failure_where_the_second_attempt_finds_the_name() throws Exception {
        answering(question -> question % LOST < 4 ? "127.0.0.1 other.test\n" : KNOWN);
        try (WatchedShop shop = shop("500ms").option("-Dandon.canary.retries=1")) {
            shop.run("shop.test", "metrics: 127.0.0.1:0");
            shop.until("two blips", () -> blips(shop) > 1);

            // On a machine without time to spare, a run may fail because it took too long.
            assertThat(shop.runs("failure"))
                    .noneMatch(run -> run.getString("reason").contains("no such host"));
            assertThat(shop.told()).isEmpty();
            assertThat(shop.metrics()).containsPattern("canary_retries_total\\{[^}]*} [2-9]");
            nothingIsLostAndTheRunnerIsHealthy(shop);
        } finally {
            over.countDown();
        }
    }

    private static long blips(WatchedShop shop) {
        return shop.runs("success").stream()
                .filter(run -> run.getArray("attempts").size() == 2)
                .filter(run -> run.getArray("attempts").toString().contains("no such host"))
                .count();
    }

    private static Instant began(WatchedShop shop, String outcome) {
        return Instant.parse(shop.runs(outcome).get(0).getString("started"));
    }

    private static void nothingIsLostAndTheRunnerIsHealthy(WatchedShop shop) throws Exception {
        assertThat(shop.runs("unknown")).isEmpty();
        assertThat(shop.noneLost()).isTrue();
        assertThat(shop.metrics()).contains("runner_healthy 1").containsPattern("outcome=\"unknown\"} 0\\.0");
    }
}
