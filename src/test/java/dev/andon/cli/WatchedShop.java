package dev.andon.cli;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.andon.testing.Compiled;
import dev.andon.testing.LittleService;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A shop, a process that runs a canary against it each second, and a receiver of its alerts. */
final class WatchedShop implements AutoCloseable {
    private static final String CANARY = """
            package com.acme.canaries;
            import dev.andon.Canary;
            import dev.andon.canary.CanaryClient;
            import org.junit.jupiter.api.Test;
            @Canary(operation = "browse", route = "GET /products", every = "%s", timeout = "800ms", tolerance = "3/5",
                    owner = "shop-team")
            public class BrowseCanary {
                @Test void browses(CanaryClient client) { client.get("/products").expectStatus(200); }
            }
            """;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Path folder;
    private final LittleService shop;
    private final LittleService receiver;
    private final List<JsonObject> told = new CopyOnWriteArrayList<>();
    private final Compiled canaries;
    private final List<String> command = new ArrayList<>();
    private final List<String> java = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final List<String> receivers = new ArrayList<>();
    private Process process;
    volatile Duration slow = Duration.ZERO;
    volatile int status = 200;

    WatchedShop(Path folder, String every) throws IOException {
        this.folder = folder;
        canaries = Compiled.into(folder.resolve("classes")).source(CANARY.formatted(every));
        shop = new LittleService((exchange, body) -> {
            try {
                Thread.sleep(slow.toMillis());
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            // Each run connects, and so asks for the name.
            exchange.getResponseHeaders().set("Connection", "close");
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

    /** Adds a canary. */
    WatchedShop source(String source) {
        canaries.source(source);
        return this;
    }

    /** What starts the virtual machine, in front of its own path. */
    WatchedShop through(String... words) {
        command.addAll(List.of(words));
        return this;
    }

    /** Adds an argument of {@code canary run}. */
    WatchedShop argument(String argument) {
        arguments.add(argument);
        return this;
    }

    WatchedShop option(String option) {
        java.add(option);
        return this;
    }

    /** Adds a receiver. */
    WatchedShop telling(LittleService other) {
        receivers.add("  - {name: other, type: webhook, url: \"http://127.0.0.1:"
                + other.uri().getPort() + "/\"}");
        return this;
    }

    int port() {
        return shop.uri().getPort();
    }

    /** Starts the process; the settings name no host that must be looked up. */
    Process run(String host, String... settings) throws IOException {
        Path config = Files.writeString(folder.resolve("runner.yaml"), """
                target: http://%s:%d
                location: fra
                environment: production
                %s
                receivers:
                  - name: on-call
                    type: webhook
                    url: http://127.0.0.1:%d/alerts
                %s
                """.formatted(
                host, port(), String.join("\n", settings), receiver.uri().getPort(), String.join("\n", receivers)));
        List<String> all = new ArrayList<>(command);
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
        all.addAll(java);
        all.addAll(List.of(
                "-cp",
                classPath(),
                "dev.andon.cli.Main",
                "canary",
                "run",
                "--class-path",
                canaries.compile().toString(),
                "--log",
                folder.resolve("log").toString(),
                "--config",
                config.toString()));
        all.addAll(arguments);
        process = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        return process;
    }

    /** Andon as one jar, as users have it: a class that is loaded late takes no descriptor then. */
    private String classPath() throws IOException {
        List<String> paths = new ArrayList<>();
        for (String path : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator)) {
            Path folder = Path.of(path);
            paths.add(
                    Files.isDirectory(folder.resolve("dev/andon/cli"))
                            ? jar(folder).toString()
                            : path);
        }
        return String.join(File.pathSeparator, paths);
    }

    private Path jar(Path classes) throws IOException {
        Path jar = Files.createTempFile(folder, "classes", ".jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> all = Files.walk(classes)) {
            out.setLevel(0);
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    List<JsonObject> told() {
        return told;
    }

    boolean told(String severity) {
        return told.stream().anyMatch(alert -> severity.equals(alert.getString("severity")));
    }

    String output() throws IOException {
        return Files.readString(folder.resolve("out.txt"));
    }

    void until(String what, BooleanSupplier holds) throws Exception {
        Instant last = Instant.now().plusSeconds(120);
        while (!holds.getAsBoolean()) {
            if (Instant.now().isAfter(last)) {
                throw new AssertionError(
                        what + " did not come; told " + told + "; output " + output() + "; log " + lines());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Returns the lines of the log, each whole. */
    List<JsonObject> lines() {
        List<JsonObject> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("log"))) {
            for (Path file : files.toList()) {
                for (String line : Files.readAllLines(file)) {
                    lines.add(JsonParser.object().from(line));
                }
            }
        } catch (IOException | JsonParserException beingWritten) {
            return lines;
        }
        return lines;
    }

    /** Returns the metrics of the runner, which must have been given the port 0. */
    String metrics() throws Exception {
        Matcher said = Pattern.compile("(?m)^andon: metrics: (http:\\S+)$").matcher(output());
        if (!said.find()) {
            throw new AssertionError("it does not say where the metrics are: " + output());
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(said.group(1)))
                .timeout(Duration.ofSeconds(10))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString()).body();
    }

    /** Returns whether each run that has begun has ended, but for the last one, and none is missing between. */
    boolean noneLost() {
        List<JsonObject> now = lines();
        List<Integer> begun = sequence(now, "started");
        List<Integer> ended = sequence(now, "finished");
        return begun.size() - ended.size() <= 1
                && IntStream.range(0, begun.size()).allMatch(i -> begun.get(i) == i + 1)
                && ended.equals(begun.subList(0, ended.size()));
    }

    private static List<Integer> sequence(List<JsonObject> lines, String type) {
        return lines.stream()
                .filter(line -> type.equals(line.getString("type")))
                .map(line -> line.getInt("sequence"))
                .toList();
    }

    /** Returns the ends of the runs that had an outcome, of the canary above alone. */
    List<JsonObject> runs(String outcome) {
        return lines().stream()
                .filter(line -> outcome.equals(line.getString("outcome"))
                        && line.getString("class").endsWith(".BrowseCanary"))
                .toList();
    }

    /** Returns how much later than scheduled each run but the first began. */
    List<Duration> lags() {
        return lines().stream()
                .filter(line -> "started".equals(line.getString("type")) && !line.getBoolean("cold"))
                .map(line -> Duration.between(
                        Instant.parse(line.getString("scheduled")), Instant.parse(line.getString("started"))))
                .toList();
    }

    @Override
    public void close() throws Exception {
        if (process != null) {
            List<ProcessHandle> started = process.descendants().toList();
            process.destroyForcibly().waitFor();
            // What a canary has stopped by a signal does not notice that its runner is gone.
            started.forEach(ProcessHandle::destroyForcibly);
        }
        shop.close();
        receiver.close();
    }
}
