package dev.andon.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.canary.Fault;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.internal.formats.ProofReportCodec;
import dev.andon.testing.Compiled;
import dev.andon.testing.GoodProof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Readiness classes of modules with canaries, from the doorway on. */
class CanaryReadinessTest {
    private static final String CANARY = """
            package com.acme.shop.canaries;
            import dev.andon.*;
            import dev.andon.canary.*;
            import org.junit.jupiter.api.Test;
            @Canary(operation = "place an order", every = "1m", timeout = "10s",
                    owner = "shop-team", runbook = "https://runbooks.acme.com/place", tolerance = "3/5")
            public class PlaceCanary {
                @Test
                void places(CanaryClient client) {
                    client.post("/orders", "{}").expectStatus(201);
                }
            }
            """;
    private static final String OPERATIONS = "operations:\n  - name: place an order\n";
    private static final String CANARIES = """
            @OperationalReadiness(packages = "com.acme.shop", level = Level.NONE)
            @RequireCanaries
            """;
    private static final String SHOP = """
            @OperationalReadiness(includeServices = "com.acme..*Service", level = Level.NONE)
            @RequireCanaries
            @KeyOperation(name = "place an order", services = OrderService.class)
            """;

    @TempDir
    Path temp;

    private Path canaries() {
        return temp.resolve("shop-canaries");
    }

    private Path shop() {
        return temp.resolve("shop");
    }

    private Path record() {
        return canaries().resolve("target/classes/META-INF/andon/canaries.json");
    }

    private ReadinessProject canaryModule(String operations) {
        write(canaries().resolve("operations.yaml"), operations);
        return new ReadinessProject(canaries()).main(CANARY).readiness(CANARIES);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> failures(EngineExecutionResults results) {
        assertThat(ReadinessProject.failures(results.containerEvents().finished().stream()))
                .isEmpty();
        assertThat(results.testEvents().finished().count()).isPositive();
        assertThat(results.testEvents().finished().count()).isPositive();
        return ReadinessProject.failures(results.testEvents().failed().stream())
                .map(Throwable::getMessage)
                .toList();
    }

    private static List<String> names(EngineExecutionResults results) {
        return results.testEvents().finished().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    @Test
    void a_module_of_canaries_alone_is_judged_and_records_them_for_others() throws IOException {
        EngineExecutionResults results = canaryModule(OPERATIONS).compile().run();

        assertThat(failures(results)).isEmpty();
        assertThat(names(results))
                .containsExactly(
                        "PlaceCanary: canary-independent",
                        "PlaceCanary: canary-asserts",
                        "PlaceCanary: canary-single-operation",
                        "PlaceCanary: canary-bounded",
                        "PlaceCanary: canary-alerts",
                        "codebase: canaries",
                        "codebase: canaries-few");
        assertThat(Files.readString(record()))
                .contains(
                        "\"schemaVersion\":1", "\"class\":\"com.acme.shop.canaries.PlaceCanary\"", "\"name\":\"place\"")
                .contains("\"operation\":\"place an order\"", "\"tolerance\":\"3/5\"", "\"id\":\"canary-alerts\"")
                .doesNotContain("canary-detects-failure");
    }

    @Test
    void the_record_holds_all_that_class_files_decide_whatever_was_required() throws IOException {
        new ReadinessProject(canaries()).main(CANARY).readiness("""
                        @OperationalReadiness(packages = "com.acme.shop", level = Level.OPERABLE)
                        @KeyOperation(name = "place an order")
                        """).compile().run();

        assertThat(Files.readString(record())).contains("canary-independent", "canary-alerts");
    }

    @Test
    void switched_off_nothing_is_recorded() {
        canaryModule(OPERATIONS).parameter("andon.enabled", "false").compile().run();

        assertThat(record()).doesNotExist();
    }

    @Test
    void a_service_does_not_record_the_canaries_of_its_tests() {
        new ReadinessProject(shop())
                .shop()
                .test(CANARY)
                .readiness(SHOP)
                .compile()
                .run();

        assertThat(shop().resolve("target/classes/META-INF")).doesNotExist();
        assertThat(shop().resolve("target/test-classes/META-INF")).doesNotExist();
    }

    @Test
    void a_canary_is_no_service_though_a_pattern_of_services_takes_it_in() {
        write(canaries().resolve("operations.yaml"), OPERATIONS);
        EngineExecutionResults results = new ReadinessProject(canaries())
                .main(CANARY)
                .readiness("""
                        @OperationalReadiness(
                                packages = "com.acme.shop", includeServices = "com.acme..*Canary", level = Level.NONE)
                        @RequireCanaries
                        @RequireTests(kind = TestKind.UNIT)
                        """)
                .compile()
                .run();

        assertThat(failures(results)).isEmpty();
        assertThat(names(results)).doesNotContain("PlaceCanary: unit-tests");
    }

    @Test
    void what_is_violated_has_service_practice_class_with_line_and_fix() {
        EngineExecutionResults results = canaryModule(OPERATIONS)
                .main(CANARY.replace("PlaceCanary", "QuietCanary").replace(".expectStatus(201)", ""))
                .compile()
                .run();

        assertThat(failures(results))
                .singleElement()
                .asString()
                .startsWith("QuietCanary.places (QuietCanary.java:10) asserts nothing\n"
                        + "  service:  com.acme.shop.canaries.QuietCanary (module shop-canaries)\n"
                        + "  practice: canary-asserts (violated)\n"
                        + "  fix:      let it verify what the operation gave");
    }

    @Test
    void canaries_alone_with_no_practice_on_canaries_would_check_nothing() {
        assertThat(new ReadinessProject(canaries())
                        .main(CANARY)
                        .readiness("@OperationalReadiness(packages = \"com.acme.shop\")")
                        .misuse())
                .hasMessageContaining("there are canaries and no service below com.acme.shop")
                .hasMessageContaining("add @RequireCanaries");
    }

    @Test
    void canaries_among_tests_alone_are_something_to_judge() {
        write(canaries().resolve("operations.yaml"), OPERATIONS);

        assertThat(failures(new ReadinessProject(canaries())
                        .test(CANARY)
                        .readiness(CANARIES)
                        .compile()
                        .run()))
                .isEmpty();
        assertThat(record()).doesNotExist();
    }

    @Test
    void a_malformed_file_of_operations_is_misuse_only_where_operations_are_asked_for() {
        assertThat(canaryModule("operations: 7").misuse())
                .hasMessageContaining("operations.yaml cannot be read: it holds no list under `operations:`");

        write(shop().resolve("operations.yaml"), "of: another tool");
        assertThat(new ReadinessProject(shop())
                        .shop()
                        .readiness("""
                                @OperationalReadiness(includeServices = "com.acme..*Service", level = Level.NONE)
                                @RequireTests(kind = TestKind.UNIT)
                                """)
                        .compile()
                        .run()
                        .testEvents()
                        .finished()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void operations_that_differ_between_file_and_class_are_misuse() {
        write(shop().resolve("operations.yaml"), "operations:\n  - name: refund\n");

        assertThat(new ReadinessProject(shop()).shop().readiness(SHOP).misuse())
                .hasMessageContaining("the key operations of com.acme.shop.ShopReadinessTest and of")
                .hasMessageContaining("the file names \"refund\", @KeyOperation does not");
    }

    /** The artefact of the canaries' module, with or without the record that its own readiness wrote. */
    private Path artefact() {
        canaryModule(OPERATIONS).compile().run();
        Path jar = temp.resolve("repository/shop-canaries-1.0.jar");
        Path classes = canaries().resolve("target/classes");
        try {
            Files.createDirectories(jar.getParent());
            List<Path> files;
            try (var walk = Files.walk(classes)) {
                files = walk.filter(Files::isRegularFile).toList();
            }
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
                for (Path file : files) {
                    out.putNextEntry(
                            new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                    out.write(Files.readAllBytes(file));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return jar;
    }

    private void proof(Instant at, FaultVerdict onEmptyBody) {
        write(
                ProofReportCodec.file(shop().resolve("target/andon"), GoodProof.CANARY),
                ProofReportCodec.encode(GoodProof.but(at, Fault.EMPTY_BODY, onEmptyBody)));
    }

    private ReadinessProject shopWithJar() {
        return new ReadinessProject(shop()).shop().readiness(SHOP).dependency(artefact());
    }

    @Test
    void a_service_sees_the_canaries_of_a_jar_and_the_proofs_of_its_own_build() {
        proof(Instant.now(), FaultVerdict.DETECTED);
        EngineExecutionResults results = shopWithJar().compile().run();

        assertThat(failures(results)).isEmpty();
        assertThat(names(results))
                .contains("OrderService: canaries", "OrderService: canaries-few")
                .contains("PlaceCanary: canary-asserts", "PlaceCanary: canary-detects-failure", "codebase: canaries");
    }

    @Test
    void a_proof_that_a_fault_survived_fails_the_service_s_build() {
        proof(Instant.now(), FaultVerdict.SURVIVED);

        assertThat(failures(shopWithJar().compile().run()))
                .singleElement()
                .asString()
                .contains("practice: canary-detects-failure", "PlaceCanary (of shop-canaries-1.0.jar)")
                .contains("stays green when the service answers with an empty body at POST /orders");
    }

    @Test
    void a_proof_of_an_earlier_build_fails_the_service_s_build() {
        proof(Instant.parse("2026-01-01T00:00:00Z"), FaultVerdict.DETECTED);

        List<String> failures = failures(shopWithJar().compile().run());
        assertThat(failures)
                .filteredOn(message -> message.contains("was never proven in this build"))
                .hasSize(3)
                .allSatisfy(message -> assertThat(message).contains("earlier build"));
        assertThat(failures)
                .filteredOn(message -> message.contains("practice: canary-alerts (undecided)"))
                .hasSize(1);
    }

    @Test
    void a_damaged_record_is_misuse_that_names_the_file() {
        Path folder = temp.resolve("library");
        write(folder.resolve("META-INF/andon/canaries.json"), "{");

        assertThat(new ReadinessProject(shop())
                        .shop()
                        .readiness(SHOP)
                        .dependency(folder)
                        .misuse())
                .hasMessageContaining("META-INF/andon/canaries.json cannot be read: it is damaged")
                .hasMessageContaining("build the module of those canaries again");
    }

    @Test
    void a_record_of_a_class_that_is_gone_counts_for_nothing() throws IOException {
        Path folder = temp.resolve("library");
        canaryModule(OPERATIONS).compile().run();
        write(folder.resolve("META-INF/andon/canaries.json"), Files.readString(record()));

        assertThat(failures(new ReadinessProject(shop())
                        .shop()
                        .readiness(SHOP)
                        .dependency(folder)
                        .compile()
                        .run()))
                .singleElement()
                .asString()
                .contains(
                        "practice: canaries",
                        "\"place an order\" has no canary that this build knows",
                        "META-INF/andon/canaries.json",
                        "let the module's own build run a readiness class");
    }

    @Test
    void a_module_of_canaries_beside_the_service_may_have_a_readiness_class_of_its_own() {
        new ReadinessProject(canaries()).main(CANARY).test("""
                        package com.acme.shop;
                        import dev.andon.*;
                        @OperationalReadiness @RequireCanaries
                        class CanariesReadinessTest implements ReadinessChecks {}
                        """).compile();
        proof(Instant.now(), FaultVerdict.DETECTED);
        EngineExecutionResults results = new ReadinessProject(shop())
                .shop()
                .readiness(SHOP)
                .dependency(canaries().resolve("target/classes"))
                .compile()
                .run();

        assertThat(failures(results)).isEmpty();
        assertThat(names(results)).containsOnlyOnce("PlaceCanary: canary-asserts");
    }

    @Test
    void a_canary_that_reaches_the_service_in_a_jar_is_not_independent() {
        Path service = Compiled.into(temp.resolve("library"))
                .source("""
                        package com.acme.shop;
                        public class OrderRepository { public int count() { return 1; } }
                        """)
                .source("""
                        package org.springframework.web.bind.annotation;
                        import java.lang.annotation.*;
                        @Retention(RetentionPolicy.RUNTIME) public @interface RestController {}
                        """)
                .source("""
                        package com.acme.shop;
                        @org.springframework.web.bind.annotation.RestController public class OrderController {}
                        """)
                .compile();
        write(canaries().resolve("operations.yaml"), OPERATIONS);
        Compiled.into(canaries().resolve("target/classes"))
                .classPath(service)
                .source(CANARY.replace("client.post", "new com.acme.shop.OrderRepository().count();\n client.post"))
                .compile();
        EngineExecutionResults results = new ReadinessProject(canaries())
                .readiness(CANARIES.replace("com.acme.shop", "com.acme.shop.canaries"))
                .dependency(service)
                .compile()
                .run();

        assertThat(failures(results))
                .singleElement()
                .asString()
                .contains("practice: canary-independent", "com.acme.shop.OrderRepository (PlaceCanary.java:10)");
    }
}
