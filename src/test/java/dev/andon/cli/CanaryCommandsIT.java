package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.andon.internal.files.FileDigest;
import dev.andon.internal.formats.ProvenCanary;
import dev.andon.internal.formats.ProvenCanaryCodec;
import dev.andon.testing.Compiled;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CanaryCommandsIT {
    private static final String CANARY = """
            package com.acme.canaries;
            import dev.andon.Canary;
            import dev.andon.canary.CanaryClient;
            import org.junit.jupiter.api.*;
            @Canary(operation = "browse", route = "GET /products", every = "1m", timeout = "5s"%s)
            %s
            public class BrowseCanary {
                @Test void browses(CanaryClient client) { client.get("/products").expectStatus(200); }
            }
            """;

    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AtomicInteger status = new AtomicInteger(200);
    private LittleService shop;
    private Path jar;

    @BeforeEach
    void start() throws IOException {
        shop = new LittleService((exchange, body) -> LittleService.json(exchange, status.get(), "{}"));
        jar = canary("", "");
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private Path canary(String attributes, String annotations) {
        return Compiled.into(temp.resolve("classes" + Math.abs((attributes + annotations).hashCode())))
                .source(CANARY.formatted(attributes, annotations))
                .compile();
    }

    private int run(String command, Path classPath, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "canary",
                command,
                "--class-path",
                classPath.toString(),
                "--log",
                temp.resolve("log").toString()));
        arguments.addAll(Arrays.asList(more));
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return Main.run(commandLine, arguments.toArray(String[]::new));
    }

    private int gate(Path classPath, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--target", shop.uri().toString(), "--runs", "2"));
        arguments.addAll(Arrays.asList(more));
        return run("gate", classPath, arguments.toArray(String[]::new));
    }

    private List<String> log() throws IOException {
        try (Stream<Path> files = Files.list(temp.resolve("log"))) {
            return files.flatMap(file -> {
                        try {
                            return Files.readAllLines(file).stream();
                        } catch (IOException unreadable) {
                            throw new UncheckedIOException(unreadable);
                        }
                    })
                    .toList();
        }
    }

    @Test
    void once_runs_each_canary_and_records_it_as_such() throws IOException {
        assertThat(run("once", jar, "--target", shop.uri().toString())).isZero();
        assertThat(log())
                .hasSize(2)
                .allMatch(line -> line.contains("\"mode\":\"once\""))
                .allMatch(line -> line.contains("\"cold\""))
                .anyMatch(line -> line.contains("\"outcome\":\"success\""));
        assertThat(shop.asked()).hasSize(1);
    }

    @Test
    void once_tells_a_failure_from_a_canary_without_a_result() {
        status.set(500);
        assertThat(run("once", jar, "--target", shop.uri().toString())).isEqualTo(1);
        assertThat(run("once", jar)).isEqualTo(3);
    }

    @Test
    void once_runs_those_of_an_interval_or_a_tag() {
        assertThat(run("once", jar, "--target", shop.uri().toString(), "--every", "60s"))
                .isZero();
        assertThat(run("once", jar, "--target", shop.uri().toString(), "--every", "5m"))
                .isEqualTo(2);
        assertThat(run("once", jar, "--target", shop.uri().toString(), "--tag", "canary"))
                .isZero();
        assertThat(run("once", jar, "--target", shop.uri().toString(), "--tag", "other"))
                .isEqualTo(2);
    }

    @Test
    void a_gate_is_green_where_each_run_succeeds() {
        assertThat(gate(jar, "--no-proof")).as(err + "" + out).isZero();
        assertThat(out.toString())
                .startsWith("canary gate: healthy if each of 1 canary succeeds in at least 2 of 2 runs");
        assertThat(shop.asked()).hasSize(2);
    }

    @Test
    void a_gate_is_red_where_a_run_fails_and_its_reports_say_so() throws IOException {
        status.set(503);
        Path xml = temp.resolve("gate.xml");
        assertThat(gate(jar, "--no-proof", "--junit-xml", xml.toString())).isEqualTo(1);
        assertThat(Files.readString(xml)).contains("failures=\"1\"", "errors=\"0\"", "name=\"browse\"");
    }

    @Test
    void a_gate_lets_some_runs_fail_where_it_is_told_so() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (LittleService flaky = new LittleService(
                (exchange, body) -> LittleService.json(exchange, asked.getAndIncrement() == 0 ? 500 : 200, "{}"))) {
            String target = flaky.uri().toString();
            assertThat(run("gate", jar, "--target", target, "--no-proof", "--runs", "3", "--at-least", "2"))
                    .isZero();
        }
    }

    @Test
    void a_gate_without_target_is_undecided() {
        assertThat(run("gate", jar, "--no-proof", "--runs", "1")).isEqualTo(3);
    }

    @Test
    void a_gate_with_a_disabled_or_conditional_canary_is_undecided() {
        assertThat(gate(canary("", "@Disabled"), "--no-proof")).isEqualTo(3);
        assertThat(gate(
                        canary(
                                "",
                                "@org.junit.jupiter.api.condition.EnabledIfSystemProperty(named = \"java.version\", matches = \".*\")"),
                        "--no-proof"))
                .isEqualTo(3);
    }

    @Test
    void a_gate_with_a_malformed_canary_is_undecided() {
        assertThat(gate(canary(", retries = 7", ""), "--no-proof")).isEqualTo(3);
    }

    @Test
    void a_gate_without_canaries_is_misuse() throws IOException {
        assertThat(gate(Files.createDirectory(temp.resolve("empty")), "--no-proof"))
                .isEqualTo(2);
        assertThat(gate(temp.resolve("absent.jar"), "--no-proof")).isEqualTo(2);
        assertThat(gate(jar, "--no-proof", "--at-least", "3")).isEqualTo(2);
        assertThat(shop.asked()).isEmpty();
    }

    @Test
    void a_gate_tells_what_was_unhealthy_before_apart() throws IOException {
        status.set(500);
        try (LittleService healthy = new LittleService((exchange, body) -> LittleService.json(exchange, 200, "{}"))) {
            String now = shop.uri().toString();
            String other = healthy.uri().toString();
            assertThat(gate(jar, "--no-proof", "--previous-target", now)).isEqualTo(4);
            assertThat(gate(jar, "--no-proof", "--previous-target", other)).isEqualTo(1);
            assertThat(run("gate", jar, "--no-proof", "--runs", "1", "--target", other, "--previous-target", now))
                    .isZero();
        }
    }

    @Test
    void a_gate_counts_only_canaries_whose_code_is_as_it_was_proven() throws IOException {
        assertThat(gate(jar)).isEqualTo(3);

        Path type = jar.resolve("com/acme/canaries/BrowseCanary.class");
        String name = "com.acme.canaries.BrowseCanary";
        Path proof = jar.resolve(ProvenCanaryCodec.resourceOf(name));
        Files.createDirectories(proof.getParent());
        Files.writeString(
                proof,
                ProvenCanaryCodec.encode(
                        new ProvenCanary(name, Instant.now(), Map.of(name, FileDigest.of(Files.readAllBytes(type))))));
        assertThat(gate(jar)).isZero();

        Files.writeString(
                proof,
                ProvenCanaryCodec.encode(
                        new ProvenCanary(name, Instant.now(), Map.of(name, FileDigest.of(new byte[] {1})))));
        assertThat(gate(jar)).isEqualTo(3);
        Files.writeString(proof, "{");
        assertThat(gate(jar)).isEqualTo(3);
    }

    @Test
    void the_settings_file_names_what_no_option_does() throws IOException {
        Path config = Files.writeString(temp.resolve("runner.yaml"), """
                target: %s
                location: fra
                mutes:
                  - reason: migration
                    owner: shop-team
                    until: 2999-01-01T00:00:00Z
                tolerance:
                  browse: 2/4
                """.formatted(shop.uri()));
        assertThat(run("once", jar, "--config", config.toString()))
                .as(err.toString())
                .isZero();
        assertThat(log())
                .hasSize(2)
                .allMatch(line -> line.contains("\"location\":\"fra\""))
                .allMatch(line -> line.contains("\"muted\":\"migration (shop-team, until 2999-01-01T00:00:00Z)\""))
                .allMatch(line -> line.contains("\"tolerance\":\"2/4\""));
        Files.writeString(config, "targt: " + URI.create("http://localhost"));
        assertThat(run("once", jar, "--config", config.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("targt");
    }

    @Test
    void wrong_settings_are_misuse_before_anything_runs() throws IOException {
        Path config = temp.resolve("runner.yaml");
        for (String wrong : List.of(
                "tolerance: {browse: 6/5}",
                "tolerance: {browse: 0/5}",
                "tolerance: {brows: 3/5}",
                "receivers: [{name: on-call, type: webhook, url-env: NO_SUCH_VARIABLE}]",
                "dead-man: {url-env: NO_SUCH_VARIABLE}",
                "metrics: 127.0.0.1:99999")) {
            Files.writeString(config, "target: " + shop.uri() + "\n" + wrong + "\n");
            err.getBuffer().setLength(0);
            for (String command : List.of("once", "run")) {
                assertThat(run(command, jar, "--config", config.toString()))
                        .as(command + ": " + wrong)
                        .isEqualTo(2);
            }
            assertThat(err.toString()).as(wrong).hasLineCount(2).doesNotContain("unexpected error");
        }
        assertThat(shop.asked()).isEmpty();
    }

    @Test
    void metrics_on_a_port_that_is_taken_are_misuse_and_said_in_one_line() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unusable("127.0.0.1:" + taken.getLocalPort(), "another process has taken the port");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1:9464, 192.0.2.1 is no address of this machine",
        "metrics.invalid:9464, 'the name metrics.invalid cannot be resolved; write an address'"
    })
    void metrics_at_an_address_that_cannot_be_used_are_misuse_and_said_in_one_line(String address, String problem)
            throws IOException {
        assumeFalse(isOfThisMachine(address.split(":", 2)[0]), "a name service or a network that knows every address");
        unusable(address, problem);
    }

    private void unusable(String address, String problem) throws IOException {
        Path config = Files.writeString(
                temp.resolve("runner.yaml"), "target: " + shop.uri() + "\nmetrics: " + address + "\n");
        int exit =
                assertTimeoutPreemptively(Duration.ofMinutes(2), () -> run("run", jar, "--config", config.toString()));
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("andon: `metrics: " + address + "` in the settings file cannot be used: " + problem)
                .hasLineCount(1);
        assertThat(temp.resolve("log")).doesNotExist();
    }

    private static boolean isOfThisMachine(String host) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return socket.isBound();
        } catch (IOException unusable) {
            return false;
        }
    }

    @Test
    void a_gate_counts_the_runs_of_a_canary_and_not_their_tests() {
        Path two = Compiled.into(temp.resolve("two"))
                .source(CANARY.formatted("", "").replace("@Test void browses", """
                        @Test void looks(CanaryClient client) { client.get("/").expectStatus(200); }
                        @Test void browses"""))
                .compile();
        assertThat(gate(two, "--no-proof")).isZero();
        assertThat(out.toString()).contains("browse: healthy, 2 of 2 runs good");
    }

    @Test
    void once_evaluates_the_policy_by_the_log_of_earlier_processes() throws IOException {
        status.set(500);
        try (LittleService receiver = new LittleService((exchange, body) -> LittleService.json(exchange, 200, "{}"))) {
            Path config = Files.writeString(temp.resolve("runner.yaml"), """
                    target: %s
                    tolerance: {browse: 2/3}
                    receivers: [{name: on-call, type: webhook, url: "%s"}]
                    """.formatted(shop.uri(), receiver.uri()));
            assertThat(run("once", jar, "--config", config.toString())).isEqualTo(1);
            assertThat(receiver.asked()).isEmpty();
            assertThat(run("once", jar, "--config", config.toString())).isEqualTo(1);
            assertThat(receiver.asked()).hasSize(1);
            status.set(200);
            run("once", jar, "--config", config.toString());
            run("once", jar, "--config", config.toString());
            run("once", jar, "--config", config.toString());
            assertThat(receiver.asked().stream()
                            .map(LittleService.Asked::body)
                            .filter(body -> body.contains("resolved")))
                    .hasSize(1);
        }
    }
}
