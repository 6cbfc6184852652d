package dev.andon.internal.canary.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.sun.net.httpserver.HttpExchange;
import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.CanaryStep;
import dev.andon.internal.canary.record.RunLogReader;
import dev.andon.internal.canary.write.OrderCanaryTestCases.AbortingBeforeAllCanary;
import dev.andon.internal.canary.write.OrderCanaryTestCases.BrowseCanary;
import dev.andon.internal.canary.write.OrderCanaryTestCases.RetryingCanary;
import dev.andon.internal.canary.write.UnrunCanaryTestCases.BrokenFactoryCanary;
import dev.andon.internal.canary.write.UnrunCanaryTestCases.BrokenSetUpCanary;
import dev.andon.internal.canary.write.UnrunCanaryTestCases.CleanupFailsCanary;
import dev.andon.internal.canary.write.UnrunCanaryTestCases.DisabledCanary;
import dev.andon.internal.canary.write.UnrunCanaryTestCases.DisabledMethodCanary;
import dev.andon.internal.canary.write.UnrunCanaryTestCases.FactoryCanary;
import dev.andon.internal.canary.write.UnrunCanaryTestCases.HaltingCanary;
import dev.andon.internal.canary.write.UnrunCanaryTestCases.HonestCanary;
import dev.andon.internal.canary.write.UnrunCanaryTestCases.HungryCanary;
import dev.andon.internal.canary.write.UnrunCanaryTestCases.InsatiableCanary;
import dev.andon.internal.canary.write.UnrunCanaryTestCases.MalformedTimeoutCanary;
import dev.andon.internal.canary.write.UnrunCanaryTestCases.UnansweredCanary;
import dev.andon.internal.formats.CanaryLogCodec;
import dev.andon.internal.formats.CanaryLogLine;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunMode;
import dev.andon.internal.formats.RunStart;
import dev.andon.testing.CanaryLogSchema;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Reads what canaries leave in the log, whatever becomes of them. */
class RunRecorderIT {
    @TempDir
    Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private LittleService service;

    @BeforeEach
    void start() throws IOException {
        service = new LittleService(this::answer);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        asked.incrementAndGet();
        switch (exchange.getRequestURI().getPath()) {
            case "/products" -> LittleService.json(exchange, 200, "{\"items\": [1, 2]}");
            case "/orders/17" -> LittleService.answer(exchange, 204, "", "");
            default -> LittleService.answer(exchange, 404, "text/plain", "none");
        }
    }

    private List<CanaryLogLine> log(Map<String, String> more, Class<?>... canaries) throws IOException {
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .build());
        launcher.registerTestExecutionListeners(new RunRecorder());
        Map<String, String> parameters = new HashMap<>(
                Map.of("andon.canary.target", service.uri().toString(), "andon.canary.log", folder.toString()));
        parameters.putAll(more);
        LauncherDiscoveryRequestBuilder request =
                LauncherDiscoveryRequestBuilder.request().configurationParameters(parameters);
        for (Class<?> canary : canaries) {
            request.selectors(selectClass(canary));
        }
        launcher.execute(request.build());
        Path file = folder.resolve(ProcessHandle.current().pid() + ".jsonl");
        assertThat(Files.readAllLines(file))
                .allSatisfy(line -> assertThat(CanaryLogSchema.errors(line)).isEmpty());
        List<CanaryLogLine> lines = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            RunLogReader reader = new RunLogReader(in, "log", problem -> {
                throw new AssertionError(problem);
            });
            for (Optional<CanaryLogLine> next = reader.next(); next.isPresent(); next = reader.next()) {
                lines.add(next.get());
            }
        }
        return lines;
    }

    /** Returns the end of the only run, after its beginning. */
    private RunEnd only(Map<String, String> more, Class<?> canary) throws IOException {
        List<CanaryLogLine> lines = log(more, canary);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isInstanceOf(RunStart.class);
        assertThat(lines.get(1)).isInstanceOf(RunEnd.class);
        RunEnd end = (RunEnd) lines.get(1);
        assertThat(end.start()).isEqualTo(lines.get(0));
        return end;
    }

    private RunEnd only(Class<?> canary) throws IOException {
        return only(Map.of(), canary);
    }

    @Test
    void a_run_has_a_beginning_and_an_end_with_all_that_is_known() throws IOException {
        RunEnd end = only(
                Map.of(
                        "andon.canary.mode", "run",
                        "andon.canary.location", "fra",
                        "andon.canary.scheduled", "2027-01-31T12:00:00Z",
                        "andon.canary.muted", "a release",
                        "andon.canary.version", "1.2"),
                BrowseCanary.class);

        assertThat(end.outcome()).isEqualTo(CanaryOutcome.SUCCESS);
        assertThat(end.start().canary().version()).isEqualTo("1.2");
        assertThat(end.start().canary().timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(end.start().runner().mode()).isEqualTo(RunMode.RUN);
        assertThat(end.start().runner().location()).isEqualTo("fra");
        assertThat(end.start().scheduled()).contains(Instant.parse("2027-01-31T12:00:00Z"));
        assertThat(end.start().muted()).isEqualTo("a release");
        assertThat(end.attempts()).hasSize(1);
        assertThat(end.steps()).extracting(CanaryStep::name).containsExactly("GET /products");
        assertThat(end.clock()).hasValueSatisfying(clock -> {
            assertThat(clock.bound()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(2));
            assertThat(clock.offset().abs()).isLessThanOrEqualTo(clock.bound());
        });
    }

    @Test
    void without_a_mode_it_is_the_build() throws IOException {
        assertThat(only(BrowseCanary.class).start().runner().mode()).isIn(RunMode.CI, RunMode.ONCE);
    }

    @ParameterizedTest
    @CsvSource({
        "andon.canary.targte, x, did you mean andon.canary.target",
        "andon.canary.mode, play, 'write ci, proof, gate, once, run'",
        "andon.canary.log.keep, long, write a duration such as 90d",
        "andon.canary.log.rotate, 7, write a size such as 50MB",
    })
    void what_is_configured_wrongly_is_recorded_and_runs_nothing(String key, String value, String reason)
            throws IOException {
        RunEnd end = only(Map.of(key, value), BrowseCanary.class);

        assertThat(end.outcome()).isEqualTo(CanaryOutcome.UNKNOWN);
        assertThat(end.reason()).contains(key, reason);
        assertThat(asked).hasValue(0);
    }

    @Test
    void what_is_declared_wrongly_is_recorded() throws IOException {
        RunEnd end = only(MalformedTimeoutCanary.class);

        assertThat(end.outcome()).isEqualTo(CanaryOutcome.UNKNOWN);
        assertThat(end.reason()).contains("@Canary(timeout = \"soon\")");
        assertThat(end.start().canary().operation()).isEqualTo("browse");
    }

    @Test
    void what_is_disabled_is_recorded_once() throws IOException {
        assertThat(only(DisabledCanary.class).reason()).isEqualTo("was not run: until TEA-1 is done");
        Files.delete(folder.resolve(ProcessHandle.current().pid() + ".jsonl"));
        assertThat(only(DisabledMethodCanary.class).reason()).isEqualTo("was not run: until TEA-2 is done");
    }

    @Test
    void a_failing_set_up_of_the_class_is_recorded() throws IOException {
        RunEnd end = only(BrokenSetUpCanary.class);

        assertThat(end.outcome()).isEqualTo(CanaryOutcome.UNKNOWN);
        assertThat(end.reason()).isEqualTo("IllegalStateException: no browser");
        assertThat(end.errorType()).isEqualTo("java.lang.IllegalStateException");
        Files.delete(folder.resolve(ProcessHandle.current().pid() + ".jsonl"));
        assertThat(only(AbortingBeforeAllCanary.class).reason()).endsWith("closed today");
    }

    @Test
    void a_test_factory_is_one_run() throws IOException {
        RunEnd end = only(FactoryCanary.class);

        assertThat(end.outcome()).isEqualTo(CanaryOutcome.FAILURE);
        assertThat(end.reason()).startsWith("GET /missing answered 404");
        assertThat(end.steps())
                .extracting(CanaryStep::name)
                .containsExactly("GET /products", "GET /missing", "DELETE /orders/17");
        assertThat(end.failingStep())
                .hasValueSatisfying(step -> assertThat(step.name()).isEqualTo("GET /missing"));
        assertThat(end.cleanupFailure()).isEmpty();
    }

    @Test
    void a_test_factory_that_throws_is_recorded() throws IOException {
        assertThat(only(BrokenFactoryCanary.class).reason()).contains("no product is known");
    }

    @Test
    void a_failed_cleanup_stands_beside_the_outcome() throws IOException {
        RunEnd end = only(CleanupFailsCanary.class);

        assertThat(end.outcome()).isEqualTo(CanaryOutcome.SUCCESS);
        assertThat(end.reason()).isEmpty();
        assertThat(end.cleanupFailure()).startsWith("DELETE /missing answered 404");
        assertThat(end.failingStep()).isEmpty();
    }

    @Test
    void each_attempt_has_its_times() throws IOException {
        service.close();
        service = new LittleService((exchange, body) -> LittleService.json(exchange, 500, "{}"));
        RunEnd end = only(RetryingCanary.class);

        assertThat(end.attempts()).hasSize(2).allSatisfy(attempt -> assertThat(attempt.reason())
                .contains("answered 500"));
        assertThat(end.attempts().get(1).started())
                .isAfterOrEqualTo(end.attempts()
                        .get(0)
                        .started()
                        .plus(end.attempts().get(0).duration()));
        assertThat(end.failingStep()).hasValueSatisfying(step -> assertThat(step.started())
                .isAfterOrEqualTo(end.attempts().get(1).started()));
    }

    @Test
    void an_abandoned_run_names_its_request() throws IOException {
        RunEnd end = only(UnansweredCanary.class);

        assertThat(end.outcome()).isEqualTo(CanaryOutcome.FAILURE);
        assertThat(end.reason()).startsWith("did not end within 300ms; it was in take an order, at products(");
        assertThat(end.failingStep()).hasValueSatisfying(step -> {
            assertThat(step.name()).isEqualTo("take an order");
            assertThat(step.status()).isEqualTo("abandoned");
        });
    }

    @Test
    void no_memory_costs_only_the_run_that_took_it() throws IOException {
        List<CanaryLogLine> lines = log(
                Map.of("junit.jupiter.testclass.order.default", "org.junit.jupiter.api.ClassOrderer$ClassName"),
                HungryCanary.class,
                InsatiableCanary.class,
                HonestCanary.class);

        List<RunEnd> ends = lines.stream()
                .filter(RunEnd.class::isInstance)
                .map(RunEnd.class::cast)
                .toList();
        assertThat(ends).hasSize(3);
        assertThat(ends)
                .filteredOn(end -> end.errorType().contains("OutOfMemory"))
                .hasSize(2)
                .allSatisfy(end -> {
                    assertThat(end.outcome()).isEqualTo(CanaryOutcome.UNKNOWN);
                    assertThat(end.reason()).contains("give the canaries' JVM more memory");
                });
        assertThat(ends)
                .filteredOn(end -> end.outcome() == CanaryOutcome.SUCCESS)
                .hasSize(1);
    }

    @Test
    void a_process_that_is_halted_leaves_the_beginning_of_its_run() throws Exception {
        int exit = CanaryProcess.run(
                folder, HaltingCanary.class, 1, "andon.canary.target=" + service.uri(), "andon.canary.mode=run");

        assertThat(exit).isEqualTo(7);
        List<Path> logs;
        try (Stream<Path> files = Files.list(folder)) {
            logs = files.toList();
        }
        assertThat(logs).hasSize(1);
        assertThat(Files.readAllLines(logs.get(0))).singleElement().satisfies(line -> assertThat(
                        CanaryLogCodec.decode(line, "log"))
                .isInstanceOfSatisfying(
                        RunStart.class,
                        start -> assertThat(start.runner().mode()).isEqualTo(RunMode.RUN)));
    }

    @Test
    void runs_are_numbered_and_only_the_first_is_cold() throws IOException {
        log(Map.of(), HonestCanary.class);
        List<RunStart> starts = log(Map.of(), HonestCanary.class).stream()
                .filter(RunStart.class::isInstance)
                .map(RunStart.class::cast)
                .toList();

        assertThat(starts).hasSize(2);
        assertThat(starts.get(1).sequence()).isGreaterThan(starts.get(0).sequence());
        assertThat(starts.get(1).uptime()).isGreaterThan(starts.get(0).uptime());
        assertThat(starts.get(1).cold()).isFalse();
    }
}
