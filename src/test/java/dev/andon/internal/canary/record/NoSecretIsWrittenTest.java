package dev.andon.internal.canary.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryResponse;
import dev.andon.canary.CanaryTarget;
import dev.andon.internal.canary.write.RunRecorder;
import dev.andon.internal.formats.CanaryLogCodec;
import dev.andon.internal.formats.RunEnd;
import dev.andon.testing.LittleService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherConstants;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.reporting.legacy.xml.LegacyXmlReportGeneratingListener;

/** Plants a credential, lets a canary fail in every way that could show it, and reads all that was written. */
class NoSecretIsWrittenTest {
    private static final String PLANTED = "p1anted-cr3dential";
    private static final String SERVED = "s3rved-by-the-service";

    @TempDir
    Path folder;

    static final class TellTaleTestCases {
        private TellTaleTestCases() {}

        @Canary(operation = "tell", timeout = "30s", retries = 1)
        static class TellTaleCanary {
            @Test
            void tells_in_its_own_message(CanaryTarget target, CanaryClient client) {
                CanaryResponse answer = ask(target, client);
                Assertions.assertEquals("nothing", answer.body());
            }

            @Test
            void tells_by_the_status(CanaryTarget target, CanaryClient client) {
                ask(target, client).expectStatus(204);
            }

            @Test
            void tells_by_a_cause(CanaryTarget target, CanaryClient client) {
                CanaryResponse answer = ask(target, client);
                throw new IllegalStateException(new IllegalArgumentException(
                        answer.header("Set-Cookie").orElseThrow() + target.credential("api-key")));
            }

            @Test
            void tells_by_the_json(CanaryTarget target, CanaryClient client) {
                ask(target, client).json().number("/token");
            }

            @Test
            void tells_by_the_path(CanaryTarget target, CanaryClient client) {
                client.get("/no\\" + target.credential("api-key"));
            }

            private static CanaryResponse ask(CanaryTarget target, CanaryClient client) {
                String key = target.credential("api-key");
                return client.withHeader("Authorization", "Bearer " + key).get("/" + key + "?token=" + key + "&page=1");
            }
        }
    }

    @Test
    void none_of_it_is_found_in_any_file_or_on_the_console() throws IOException {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        StringWriter summary = new StringWriter();
        try (LittleService service = new LittleService((exchange, body) -> {
            exchange.getResponseHeaders().set("Set-Cookie", "SID=" + SERVED + "; Path=/");
            LittleService.json(
                    exchange,
                    200,
                    "{\"token\": \"" + SERVED + "\", \"you\": \""
                            + exchange.getRequestHeaders().getFirst("Authorization") + "\"}");
        })) {
            System.setOut(new PrintStream(console, true));
            System.setErr(new PrintStream(console, true));
            run(service, summary);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        assertThat(files).as("the canary log and the XML report").hasSize(2).allSatisfy(file -> assertThat(file)
                .content()
                .contains("TellTaleCanary")
                .doesNotContain(PLANTED)
                .doesNotContain(SERVED));
        assertThat(summary.toString()).contains("tells_by_a_cause").doesNotContain(PLANTED, SERVED);
        assertThat(console.toString(StandardCharsets.UTF_8)).doesNotContain(PLANTED, SERVED);
        assertThat(runs()).hasSize(5).allSatisfy(run -> assertThat(run.reason()).isNotEmpty());
    }

    private List<RunEnd> runs() throws IOException {
        try (Stream<Path> logs = Files.list(folder.resolve("log"))) {
            return Files.readAllLines(logs.findFirst().orElseThrow()).stream()
                    .map(line -> CanaryLogCodec.decode(line, "log"))
                    .filter(RunEnd.class::isInstance)
                    .map(RunEnd.class::cast)
                    .toList();
        }
    }

    private void run(LittleService service, StringWriter summary) {
        // JUnit's own XML report lists every system property and configuration parameter: there a secret must not be.
        String variable = "andon.canary.credential.api-key";
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .build());
        SummaryGeneratingListener totals = new SummaryGeneratingListener();
        launcher.registerTestExecutionListeners(
                totals,
                new RunRecorder(),
                new LegacyXmlReportGeneratingListener(folder.resolve("xml"), new PrintWriter(summary)));
        launcher.execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(TellTaleTestCases.TellTaleCanary.class))
                // The report has a file for each engine that there is.
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .configurationParameter(LauncherConstants.STACKTRACE_PRUNING_ENABLED_PROPERTY_NAME, "false")
                .configurationParameter("andon.canary.target", service.uri().toString())
                .configurationParameter(
                        "andon.canary.log", folder.resolve("log").toString())
                .configurationParameter(variable, PLANTED)
                .build());
        totals.getSummary().printFailuresTo(new PrintWriter(summary), 100);
    }
}
