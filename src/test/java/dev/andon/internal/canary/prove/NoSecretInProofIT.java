package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryProof;
import dev.andon.canary.CanarySteps;
import dev.andon.canary.CanaryTarget;
import dev.andon.canary.Fault;
import dev.andon.internal.canary.write.PlantedSecrets;
import dev.andon.internal.canary.write.RunRecorder;
import dev.andon.internal.formats.ProofReportCodec;
import dev.andon.internal.judge.ReportOfProof;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.reporting.legacy.xml.LegacyXmlReportGeneratingListener;

/** A hundred texts with a credential in twenty encodings, through everything that a canary and its proof write. */
class NoSecretInProofIT {
    private static final String SECRET = "Pl4nted/\"s&cr3t<1'+x";
    private static final String IN_PATH = "p1anted-cr3dential";

    @TempDir
    static Path folder;

    @TempDir
    static Path reports;

    private static URI target;

    static final class TellTaleTestCases {
        private TellTaleTestCases() {}

        @Canary(operation = "tell", route = "GET /told", timeout = "10s")
        static class TellingCanary {
            @Test
            void by_the_message(CanaryTarget target, CanaryClient client) {
                target.credential("api-key");
                client.get("/told").expectStatus(200);
                Assertions.fail(PlantedSecrets.all(SECRET));
            }

            @Test
            void by_a_step(CanaryTarget target, CanarySteps steps) throws Exception {
                target.credential("api-key");
                for (String line : PlantedSecrets.all(SECRET).split("\n")) {
                    steps.run(line, () -> {});
                }
                steps.run(PlantedSecrets.all(SECRET), () -> Assertions.fail("told"));
            }

            @Test
            void by_the_body(CanaryTarget target, CanaryClient client) {
                target.credential("api-key");
                Assertions.assertEquals("", client.get("/told").body());
            }

            @Test
            void by_an_unknown_header(CanaryTarget target, CanaryClient client) {
                target.credential("api-key");
                Assertions.assertEquals(
                        "", client.get("/told").header("X-Customer-Reference").orElse(""));
            }
        }

        @Canary(operation = "tell", route = "GET /told", timeout = "10s")
        static class TellingAlwaysCanary {
            @Test
            void test(CanaryTarget target, CanaryClient client) {
                target.credential("api-key");
                client.get("/told").expectStatus(200);
                Assertions.fail(PlantedSecrets.all(SECRET));
            }
        }

        @Canary(operation = "tell", route = "GET /told", timeout = "10s")
        static class PathCanary {
            @Test
            void test(CanaryTarget target, CanaryClient client) {
                String told = client.get(
                                "/told/" + target.credential("in-path") + "?key=" + target.credential("in-path"))
                        .expectStatus(200)
                        .json()
                        .text("/reference");
                Assertions.assertEquals("r3f-of-the-customer", told);
            }
        }

        static class TellingProof {
            @TestFactory
            Stream<DynamicNode> proof() {
                return CanaryProof.of(PathCanary.class, TellingAlwaysCanary.class)
                        .credential("api-key", SECRET)
                        .credential("in-path", IN_PATH)
                        .against(target)
                        .tests()
                        .filter(node -> Stream.of("green", "performs", Fault.STATUS_500.does(), Fault.EMPTY_BODY.does())
                                .anyMatch(node.getDisplayName()::contains));
            }
        }
    }

    @Test
    void none_of_it_is_found_in_any_file() throws IOException {
        String before = System.getProperty("andon.output");
        StringWriter summary = new StringWriter();
        try (LittleService service = new LittleService((exchange, body) -> {
            boolean path = exchange.getRequestURI().getPath().contains(IN_PATH);
            exchange.getResponseHeaders().set("X-Customer-Reference", "r3f-of-the-customer");
            LittleService.json(
                    exchange, 200, path ? "{\"reference\": \"r3f-of-the-customer\"}" : PlantedSecrets.all(SECRET));
        })) {
            target = service.uri();
            System.setProperty("andon.output", folder.resolve("andon").toString());
            run(summary);
        } finally {
            if (before == null) {
                System.clearProperty("andon.output");
            } else {
                System.setProperty("andon.output", before);
            }
        }

        List<Path> files = files(folder);
        assertThat(files).as("the canary log, the XML report, two proofs").hasSize(4);
        for (Path proof : files(folder.resolve("andon"))) {
            ReportOfProof.write(
                    reports.resolve(proof.getFileName().toString()),
                    ProofReportCodec.decode(Files.readString(proof), "proof"));
        }
        List<Path> written = Stream.of(files, files(reports))
                .flatMap(List::stream)
                .filter(file -> !file.toString().endsWith(".class"))
                .toList();
        assertThat(written)
                .extracting(file -> file.getFileName().toString())
                .contains("report.json", "index.html", "report.sarif", "summary.md");
        assertThat(Files.readString(written.stream()
                        .filter(file ->
                                file.endsWith("report.json") && file.toString().contains("TellingAlways"))
                        .findFirst()
                        .orElseThrow()))
                .contains("order 7: ");
        List<String> texts = new ArrayList<>(List.of(summary.toString()));
        for (Path file : written) {
            texts.add(Files.readString(file));
        }
        assertThat(texts).anyMatch(text -> text.contains("status-500")).allSatisfy(text -> {
            PlantedSecrets.encodings(SECRET)
                    .forEach(
                            (encoding, encoded) -> assertThat(text).as(encoding).doesNotContain(encoded));
            assertThat(text).doesNotContain(IN_PATH);
        });
        assertThat(texts.get(0)).contains("by_an_unknown_header").doesNotContain("r3f-of-the-customer");
    }

    private static List<Path> files(Path in) throws IOException {
        try (Stream<Path> found = Files.walk(in)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    private void run(StringWriter summary) {
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .build());
        SummaryGeneratingListener totals = new SummaryGeneratingListener();
        // JUnit's XML report lists every configuration parameter: the credential is read from a file.
        Path secret = secret();
        launcher.registerTestExecutionListeners(
                totals,
                new RunRecorder(),
                new LegacyXmlReportGeneratingListener(folder.resolve("xml"), new PrintWriter(summary)));
        launcher.execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(
                        selectClass(TellTaleTestCases.TellingCanary.class),
                        selectClass(TellTaleTestCases.TellingProof.class))
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .configurationParameter("andon.canary.target", target.toString())
                .configurationParameter(
                        "andon.canary.log", folder.resolve("log").toString())
                .configurationParameter("andon.canary.credential.api-key.file", secret.toString())
                .build());
        totals.getSummary().printFailuresTo(new PrintWriter(summary), 20);
        try {
            Files.delete(secret);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path secret() {
        try {
            return Files.writeString(folder.resolve("secret"), SECRET, StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
