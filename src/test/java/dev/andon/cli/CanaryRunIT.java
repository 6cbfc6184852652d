package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.andon.internal.formats.AlertNotice;
import dev.andon.internal.formats.CanaryLogCodec;
import dev.andon.testing.Compiled;
import dev.andon.testing.FreePorts;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop as its operator has it: a process, a service, a receiver, and a log. */
class CanaryRunIT {
    private static final String CANARY = """
            package com.acme.canaries;
            import dev.andon.Canary;
            import dev.andon.canary.CanaryClient;
            import org.junit.jupiter.api.Test;
            @Canary(operation = "browse", route = "GET /products", every = "%s", timeout = "%s", tolerance = "3 in a row",
                    owner = "shop-team")
            public class %sCanary {
                @Test void browses(CanaryClient client) { %s }
            }
            """;
    private static final String ASK = "client.get(\"/products\").expectStatus(200);";

    @TempDir
    Path temp;

    private volatile int status = 200;
    private volatile Duration slow = Duration.ZERO;
    private LittleService shop;
    private LittleService receiver;
    private final List<JsonObject> told = new CopyOnWriteArrayList<>();
    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        shop = new LittleService((exchange, body) -> {
            try {
                Thread.sleep(slow.toMillis());
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            LittleService.json(exchange, status, "{}");
        });
        receiver = new LittleService((exchange, body) -> {
            try {
                told.add(JsonParser.object().from(body));
            } catch (JsonParserException malformed) {
                throw new IOException(malformed);
            }
            LittleService.json(exchange, 200, "{}");
        });
    }

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        shop.close();
        receiver.close();
    }

    private Path canary(String every, String timeout, String code) {
        return Compiled.into(temp.resolve("classes"))
                .source(CANARY.formatted(every, timeout, "Browse", code))
                .compile();
    }

    private Process run(Path canaries, String... settings) throws IOException {
        return start(canaries, temp.resolve("log").toString(), settings);
    }

    private Process start(Path canaries, String log, String... settings) throws IOException {
        Path config = Files.writeString(
                temp.resolve("runner.yaml"), """
                target: %s
                location: fra
                receivers:
                  - name: on-call
                    type: webhook
                    url: %s/alerts
                """.formatted(shop.uri(), receiver.uri()) + String.join("\n", settings));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "dev.andon.cli.Main",
                        "canary",
                        "run",
                        "--class-path",
                        canaries.toString(),
                        "--log",
                        log,
                        "--config",
                        config.toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("out.txt").toFile())
                .start();
        processes.add(process);
        return process;
    }

    private void until(String what, BooleanSupplier holds) throws Exception {
        Instant last = Instant.now().plusSeconds(60);
        while (!holds.getAsBoolean()) {
            if (Instant.now().isAfter(last)) {
                throw new AssertionError(
                        what + " did not come; told " + told + "; output " + Files.readString(temp.resolve("out.txt")));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private List<String> log() {
        try (Stream<Path> files = Files.list(temp.resolve("log"))) {
            List<String> lines = new ArrayList<>();
            for (Path file : files.toList()) {
                lines.addAll(Files.readAllLines(file));
            }
            return lines;
        } catch (IOException absent) {
            return List.of();
        }
    }

    private long lines(String part) {
        return log().stream().filter(line -> line.contains(part)).count();
    }

    /** Without what tells the canary's owner that the runner itself came late, as it does on a machine without time to spare. */
    private List<JsonObject> toldOfService() {
        return told.stream()
                .filter(alert -> !alert.getString("incident").startsWith("canary-runner-late"))
                .toList();
    }

    private boolean told(String state) {
        return toldOfService().stream()
                .anyMatch(alert -> alert.getString("status").equals(state));
    }

    private static Set<String> incidents(List<JsonObject> alerts) {
        return alerts.stream().map(alert -> alert.getString("incident")).collect(Collectors.toSet());
    }

    @Test
    void a_restart_in_the_middle_of_an_outage_repeats_nothing_and_delays_nothing() throws Exception {
        Path canaries = canary("1s", "800ms", ASK);
        Process first = run(canaries);
        until("a good run", () -> lines("\"outcome\":\"success\"") > 0);
        status = 500;
        until("two failures", () -> lines("\"outcome\":\"failure\"") == 2);
        first.destroyForcibly().waitFor();
        assertThat(told).isEmpty();

        Process second = run(canaries);
        until("the alert", () -> told("firing"));
        assertThat(lines("\"outcome\":\"failure\""))
                .as("the third failure alerts")
                .isLessThanOrEqualTo(4);
        second.destroyForcibly().waitFor();

        run(canaries);
        long failures = lines("\"outcome\":\"failure\"");
        until("more failures", () -> lines("\"outcome\":\"failure\"") > failures + 2);
        status = 200;
        until("the end", () -> told("resolved"));

        List<JsonObject> outages = toldOfService();
        assertThat(incidents(outages)).hasSize(1);
        assertThat(outages.stream().filter(alert -> alert.getString("status").equals("resolved")))
                .hasSize(1);
        assertThat(outages.stream().map(alert -> alert.getString("startsAt")).distinct())
                .hasSize(1);
        assertThat(outages.get(0).getString("severity")).isEqualTo("critical");
        until("the notices in the log", () -> lines("\"firing\":false") > 0);
    }

    /** No line of a run says that runs were missing: that somebody was told so is known by the notice alone. */
    @Test
    void a_restart_ends_the_alert_that_the_runner_is_late() throws Exception {
        AlertNotice late = new AlertNotice(
                Instant.now().minusSeconds(60),
                "canary-runner",
                "local",
                "fra",
                "on-call",
                "canary-runner-late-" + Instant.now().minusSeconds(90),
                true,
                "");
        Files.createDirectory(temp.resolve("log"));
        Files.writeString(temp.resolve("log").resolve("1.jsonl"), CanaryLogCodec.encode(late) + "\n");

        Path canaries = canary("1s", "800ms", ASK);
        Process first = run(canaries);
        until("the end", () -> !told.isEmpty());
        until("the notice in the log", () -> lines("\"firing\":false") > 0);
        first.destroyForcibly().waitFor();
        long runs = lines("\"type\":\"finished\"");
        run(canaries);
        until("more runs", () -> lines("\"type\":\"finished\"") > runs + 2);

        assertThat(incidents(told)).containsExactly(late.incident());
        assertThat(told).singleElement().satisfies(alert -> assertThat(alert.getString("status"))
                .isEqualTo("resolved"));
    }

    @Test
    void with_port_0_it_says_where_the_metrics_are() throws Exception {
        run(canary("1s", "800ms", ASK), "metrics: 127.0.0.1:0");
        until("a run", () -> lines("\"outcome\":\"success\"") > 0);

        Matcher said = Pattern.compile("(?m)^andon: metrics: (http://127\\.0\\.0\\.1:\\d+/metrics)$")
                .matcher(Files.readString(temp.resolve("out.txt")));
        assertThat(said.find()).isTrue();
        try (InputStream metrics = URI.create(said.group(1)).toURL().openStream()) {
            assertThat(new String(metrics.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("canary_runs_total");
        }
    }

    @Test
    void told_to_end_it_finishes_what_runs() throws Exception {
        slow = Duration.ofSeconds(2);
        Process process = run(canary("5s", "4s", ASK));
        until("a run", () -> lines("\"type\":\"started\"") > 0);

        process.destroy();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(lines("\"type\":\"finished\"")).isEqualTo(lines("\"type\":\"started\""));
        assertThat(lines("\"outcome\":\"success\"")).isPositive();
    }

    @Test
    void a_canary_that_hangs_is_not_started_again_and_its_owner_is_told() throws Exception {
        run(canary("1s", "500ms", "client.get(\"/products\"); while (true) { Thread.onSpinWait(); }"));

        until("the owner to be told", () -> told.stream()
                .anyMatch(alert -> alert.getString("severity").equals("warning")));

        assertThat(lines("still hangs")).isPositive();
        assertThat(shop.asked()).hasSize(1);
        assertThat(told).noneMatch(alert -> alert.getString("severity").equals("critical"));
    }

    /** Only a new process frees what they hold; the supervisor knows it by the code. */
    @Test
    void too_many_canaries_that_hang_end_the_process_with_a_code_of_its_own() throws Exception {
        Compiled all = Compiled.into(temp.resolve("classes"));
        for (int i = 0; i < 21; i++) {
            all.source(CANARY.formatted(
                    "1s", "200ms", "Browse" + i, "while (true) { java.util.concurrent.locks.LockSupport.park(); }"));
        }
        Process process = run(all.compile());

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(5);
    }

    @Test
    void exhausted_memory_ends_the_process_with_the_same_code() throws Exception {
        Process process = run(canary("1s", "20s", "new java.util.ArrayList<>(Integer.MAX_VALUE - 8);"));

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(5);
        assertThat(lines("\"type\":\"finished\"")).isPositive();
    }

    @Test
    void a_log_that_cannot_be_written_stops_no_alert() throws Exception {
        Path file = Files.createFile(temp.resolve("file"));
        status = 500;
        start(canary("1s", "800ms", ASK), file.resolve("log").toString());

        until("the alert", () -> told("firing"));
        status = 200;
        until("the end", () -> told("resolved"));
        assertThat(incidents(toldOfService())).hasSize(1);
    }

    @Test
    void fifty_canaries_without_a_network_are_one_alert_and_no_outage() throws Exception {
        Compiled all = Compiled.into(temp.resolve("classes"));
        for (int i = 0; i < 50; i++) {
            all.source(CANARY.formatted("6s", "3s", "Browse" + i, ASK));
        }
        Path canaries = all.compile();
        int closed = FreePorts.next();
        shop.close();
        run(canaries, "control: http://127.0.0.1:" + closed);

        until("the alert", () -> !told.isEmpty());
        until("all to fail thrice", () -> lines("\"type\":\"finished\"") > 150);
        assertThat(incidents(told)).hasSize(1);
        assertThat(told).allMatch(alert -> alert.getString("severity").equals("warning"));
        assertThat(lines("\"outcome\":\"failure\"")).isZero();
    }
}
