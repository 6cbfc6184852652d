package dev.andon.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.andon.internal.canary.outages.CanaryOutages;
import dev.andon.internal.canary.outages.Outage;
import dev.andon.internal.canary.outages.OutageCollector;
import dev.andon.internal.canary.outages.OutageRange;
import dev.andon.internal.canary.outages.OutageSentence;
import dev.andon.internal.canary.record.RunLogReader;
import dev.andon.internal.formats.CanaryLogLine;
import dev.andon.testing.Alertmanager;
import dev.andon.testing.Compiled;
import dev.andon.testing.FreePorts;
import dev.andon.testing.InstalledTool;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole stack on one machine: the shop with its PostgreSQL, the runner of the command line's jar, Prometheus and
 * Alertmanager. The database is stopped and started again, and the alert, the outage and the end of the alert are watched.
 */
class StoppedDatabaseIT {
    private static final Path SHOP = Path.of("target", "it", "shop", "target", "shop-1.0.0.jar");
    private static final Path CLI = Path.of("target", "andon-junit-0.1.0-SNAPSHOT-cli.jar");
    private static final Path CANARY = Path.of(
            "examples",
            "shop-canaries",
            "src",
            "main",
            "java",
            "com",
            "acme",
            "shop",
            "canaries",
            "PlaceAnOrderCanary.java");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();
    private final List<AutoCloseable> servers = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (int i = processes.size() - 1; i >= 0; i--) {
            processes.get(i).destroy();
            processes.get(i).waitFor();
        }
        for (AutoCloseable server : servers) {
            server.close();
        }
    }

    private static void say(String what) {
        System.out.println(Instant.now() + "  " + what);
    }

    @Test
    void the_alert_fires_the_outage_is_stated_with_true_bounds_and_the_alert_resolves() throws Exception {
        int databasePort = FreePorts.next();
        int shopPort = FreePorts.next();
        int metricsPort = FreePorts.next();
        EmbeddedPostgres database = database(databasePort);
        startShop(shopPort, databasePort);
        URI shop = URI.create("http://127.0.0.1:" + shopPort);
        await("the shop answers", () -> get(shop.resolve("/products")).isPresent());
        say("the shop is up, with its database");
        Alertmanager alertmanager = Alertmanager.start(folder, FreePorts.next());
        servers.add(0, alertmanager);
        Path canary = canary();
        URI prometheus = startPrometheus(canary, metricsPort, alertmanager.uri());
        startRunner(canary, shop, metricsPort, alertmanager.uri());
        await("some runs succeed", () -> count("\"outcome\":\"success\"") >= 5);
        alertmanager.await("nothing alerts", List::isEmpty);
        say("the canary places an order every 2 seconds, and nothing alerts");

        Instant stopping = Instant.now();
        database.close();
        Instant stopped = Instant.now();
        say("the database is stopped");
        JsonObject alert =
                alertmanager
                        .await("the alert fires", alerts -> alerts.stream().anyMatch(StoppedDatabaseIT::isOfRunner))
                        .stream()
                        .filter(StoppedDatabaseIT::isOfRunner)
                        .findFirst()
                        .orElseThrow();
        say("Alertmanager: " + alert.getObject("annotations").getString("description"));
        assertThat(alert.getObject("labels"))
                .containsEntry("alertname", "CanaryFailing")
                .containsEntry("canary", "place-an-order")
                .containsEntry("severity", "critical")
                .containsEntry("owner", "shop-team");
        assertThat(alert.getObject("annotations"))
                .containsEntry("failing_step", "POST /orders")
                .containsEntry("runbook_url", "runbooks/place-an-order.md");
        assertThat(alert.getObject("annotations").getString("trace_id")).matches("[0-9a-f]{32}");
        assertThat(Instant.parse(alert.getString("startsAt"))).isAfter(stopping.minusSeconds(1));
        await("the exported rule fires in Prometheus", () -> get(prometheus.resolve("/api/v1/alerts"))
                .filter(text -> text.contains("\"alertname\":\"CanaryFailing\"") && text.contains("firing"))
                .isPresent());
        say("Prometheus: the exported rule CanaryFailing fires too");

        Instant starting = Instant.now();
        servers.add(database(databasePort));
        await("the shop takes orders again", () -> count("\"outcome\":\"success\"", starting) >= 1);
        Instant started = Instant.now();
        say("the database is started");
        alertmanager.await("the alert resolves", List::isEmpty);
        say("Alertmanager: resolved");

        Outage outage = outages();
        say(OutageSentence.of(outage));
        assertThat(outage.beganAfter().orElseThrow()).isBefore(stopped);
        assertThat(outage.beganBy()).isAfter(stopping);
        assertThat(outage.endedFrom()).isBefore(started);
        assertThat(outage.endedBefore().orElseThrow()).isAfter(starting);
        assertThat(outage.atLeast()).isLessThanOrEqualTo(Duration.between(stopping, started));
        assertThat(outage.atMost().orElseThrow()).isGreaterThanOrEqualTo(Duration.between(stopped, starting));
    }

    /** Prometheus' own alert of the same name comes to Alertmanager too, and knows no trace. */
    private static boolean isOfRunner(JsonObject alert) {
        return alert.getObject("annotations").has("trace_id");
    }

    private EmbeddedPostgres database(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("database"))
                .setCleanDataDirectory(false)
                .start();
    }

    private void startShop(int port, int databasePort) throws IOException {
        start(
                "shop.log",
                java().toString(),
                "-jar",
                SHOP.toString(),
                "--server.port=" + port,
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres",
                "--spring.datasource.username=postgres",
                "--spring.datasource.hikari.connection-timeout=1000");
    }

    /** The example's own canary, in a thin jar's place a folder, and in a hurry. */
    private Path canary() throws IOException {
        String source = Files.readString(CANARY)
                .replace("every = \"5m\"", "every = \"2s\"")
                .replace("timeout = \"10s\"", "timeout = \"5s\"")
                .replace("degradedAfter = \"3s\",", "");
        assertThat(source).contains("every = \"2s\"", "timeout = \"5s\"");
        return Compiled.into(folder.resolve("canaries")).source(source).compile();
    }

    private void startRunner(Path canary, URI shop, int metricsPort, URI alertmanager) throws IOException {
        Path settings = Files.writeString(
                folder.resolve("andon.yaml"), """
                target: %s
                environment: staging
                location: fra
                log: %s
                metrics: 127.0.0.1:%d
                receivers:
                  - name: alertmanager
                    type: alertmanager
                    url: %s
                """.formatted(shop, folder.resolve("log"), metricsPort, alertmanager));
        start(
                "runner.log",
                java().toString(),
                "-jar",
                CLI.toString(),
                "canary",
                "run",
                "--class-path",
                canary.toString(),
                "--config",
                settings.toString());
    }

    private URI startPrometheus(Path canary, int metricsPort, URI alertmanager) throws Exception {
        InstalledTool prometheus = InstalledTool.ofPrometheus("prometheus");
        Process export = new ProcessBuilder(
                        java().toString(),
                        "-jar",
                        CLI.toString(),
                        "canary",
                        "alerts",
                        "--class-path",
                        canary.toString(),
                        "--format",
                        "prometheus")
                .redirectOutput(folder.resolve("rules.yml").toFile())
                .start();
        assertThat(export.waitFor()).isZero();
        Path config = Files.writeString(
                folder.resolve("prometheus.yml"), """
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: [rules.yml]
                scrape_configs:
                  - job_name: canaries
                    static_configs: [{targets: ["127.0.0.1:%d"]}]
                alerting:
                  alertmanagers:
                    - static_configs: [{targets: ["%s"]}]
                """.formatted(metricsPort, alertmanager.getAuthority()));
        int port = FreePorts.next();
        processes.add(prometheus.start(
                folder.resolve("prometheus.log"),
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("tsdb"),
                "--web.listen-address=127.0.0.1:" + port));
        return URI.create("http://127.0.0.1:" + port);
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private void start(String log, String... command) throws IOException {
        processes.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile())
                .start());
    }

    private static Optional<String> get(URI uri) throws InterruptedException {
        try {
            HttpResponse<String> response = CLIENT.send(
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build(),
                    HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    private List<Path> logs() throws IOException {
        Path log = folder.resolve("log");
        if (!Files.isDirectory(log)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(log)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).toList();
        }
    }

    private long count(String text) throws IOException {
        return count(text, Instant.EPOCH);
    }

    private long count(String text, Instant since) throws IOException {
        long count = 0;
        for (Path log : logs()) {
            for (String line : Files.readAllLines(log)) {
                try {
                    boolean counts = line.contains("\"type\":\"finished\"")
                            && line.contains(text)
                            && Instant.parse(JsonParser.object().from(line).getString("started"))
                                    .isAfter(since);
                    count += counts ? 1 : 0;
                } catch (JsonParserException beingWritten) {
                    return count;
                }
            }
        }
        return count;
    }

    private Outage outages() throws IOException {
        OutageCollector collector = new OutageCollector(OutageRange.ALL);
        for (Path log : logs()) {
            try (InputStream in = Files.newInputStream(log)) {
                RunLogReader reader = new RunLogReader(in, log.toString(), problem -> {});
                for (Optional<CanaryLogLine> line = reader.next(); line.isPresent(); line = reader.next()) {
                    collector.accept(line.get());
                }
            }
        }
        List<CanaryOutages> canaries = collector.report().canaries();
        assertThat(canaries).hasSize(1);
        assertThat(canaries.get(0).outages()).hasSize(1);
        return canaries.get(0).outages().get(0);
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }

    private void await(String what, Condition condition) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            StringBuilder said = new StringBuilder(what + " in " + PATIENCE.toSeconds() + " s");
            if (System.nanoTime() > until) {
                for (String log : List.of("shop.log", "runner.log", "prometheus.log")) {
                    if (Files.exists(folder.resolve(log))) {
                        List<String> lines = Files.readAllLines(folder.resolve(log));
                        said.append("\n--- ").append(log).append('\n');
                        said.append(String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())));
                    }
                }
            }
            assertThat(System.nanoTime()).as(said.toString()).isLessThan(until);
            Thread.sleep(100);
        }
    }
}
