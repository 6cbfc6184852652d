package dev.andon.archunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.freeze.FreezingArchRule;
import com.tngtech.archunit.library.freeze.ViolationStore;
import dev.andon.testing.Compiled;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationalRulesTest {
    @TempDir
    Path module;

    private JavaClasses shop(String test) {
        return shop(module, test);
    }

    private static JavaClasses shop(Path module, String test) {
        Path classes = Compiled.into(module.resolve("target/classes"))
                .sources(java.util.List.of("""
                package org.springframework.web.bind.annotation;
                import java.lang.annotation.*;
                @Retention(RetentionPolicy.RUNTIME) public @interface RestController {}
                """, """
                package com.acme.shop;
                @org.springframework.web.bind.annotation.RestController
                public class OrderController { public int total() { return 6; } }
                """))
                .compile();
        Path tests = Compiled.into(module.resolve("target/test-classes"))
                .classPath(classes)
                .source("""
                package com.acme.shop;
                import static org.junit.jupiter.api.Assertions.assertEquals;
                import org.junit.jupiter.api.*;
                %s
                """.formatted(test))
                .compile();
        return new ClassFileImporter().importPaths(classes, tests);
    }

    private static final String GOOD = """
            class OrderControllerTest {
                @Test void totals() { assertEquals(6, new OrderController().total()); }
                @Disabled("SHOP-12") @Test void later() { assertEquals(1, 1 + 0); }
            }
            """;

    @Test
    void a_sane_build_passes() {
        JavaClasses shop = shop(GOOD);

        OperationalRules.TESTS_ASSERT.check(shop);
        OperationalRules.TESTS_ARE_ENABLED.check(shop);
        OperationalRules.SERVICES_HAVE_UNIT_TESTS.check(shop);
    }

    @Test
    void a_service_without_an_integration_test_is_named_with_its_source() {
        assertThatThrownBy(() -> OperationalRules.SERVICES_HAVE_INTEGRATION_TESTS.check(shop(GOOD)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("services should be reached by integration tests")
                .hasMessageContaining(
                        "com.acme.shop.OrderController is not reached by any integration test in (OrderController.java:");
    }

    @Test
    void a_silent_and_a_disabled_test_are_named_with_their_lines() {
        JavaClasses shop = shop("""
                class OrderControllerTest {
                    @Test void totals() { new OrderController().total(); }
                    @Disabled @Test void later() { assertEquals(6, new OrderController().total()); }
                }
                """);

        assertThatThrownBy(() -> OperationalRules.TESTS_ASSERT.check(shop))
                .hasMessageContaining("OrderControllerTest.totals asserts nothing in (OrderControllerTest.java:");
        assertThatThrownBy(() -> OperationalRules.TESTS_ARE_ENABLED.check(shop))
                .hasMessageContaining("OrderControllerTest.later is disabled without a reason");
    }

    @Test
    void a_rule_forgets_the_classes_that_it_was_asked_about_before() {
        assertThat(OperationalRules.TESTS_ASSERT
                        .evaluate(shop("class T { @Test void t() {} }"))
                        .hasViolation())
                .isTrue();
        assertThat(OperationalRules.TESTS_ASSERT
                        .evaluate(shop(module.resolve("other"), GOOD))
                        .hasViolation())
                .isFalse();
    }

    @Test
    void a_rule_that_finds_nothing_to_check_fails_also_when_it_is_frozen() {
        JavaClasses all = shop(GOOD);
        JavaClasses production = new ClassFileImporter().importPaths(module.resolve("target/classes"));
        JavaClasses tests = new ClassFileImporter().importPaths(module.resolve("target/test-classes"));

        for (ArchRule rule : List.of(OperationalRules.TESTS_ASSERT, OperationalRules.TESTS_ARE_ENABLED)) {
            assertThatThrownBy(() -> rule.check(production))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("failed to check any test: import the test classes too");
            assertThatThrownBy(() -> FreezingArchRule.freeze(rule)
                            .persistIn(new FreezesAll())
                            .check(production))
                    .hasMessageContaining("failed to check any test");
        }
        for (ArchRule rule :
                List.of(OperationalRules.SERVICES_HAVE_UNIT_TESTS, OperationalRules.SERVICES_HAVE_INTEGRATION_TESTS)) {
            assertThatThrownBy(() -> rule.check(tests)).hasMessageContaining("failed to check any service");
        }
        for (ArchRule rule : List.of(
                OperationalRules.CANARIES_ARE_INDEPENDENT,
                OperationalRules.CANARIES_ASSERT,
                OperationalRules.CANARIES_DO_ONE_OPERATION,
                OperationalRules.CANARIES_ARE_BOUNDED,
                OperationalRules.CANARIES_ALERT)) {
            assertThatThrownBy(() -> rule.check(all)).hasMessageContaining("failed to check any canary");
        }
    }

    /** Accepts every violation of a rule that it has not seen before. */
    private static final class FreezesAll implements ViolationStore {
        @Override
        public void initialize(Properties properties) {}

        @Override
        public boolean contains(ArchRule rule) {
            return false;
        }

        @Override
        public void save(ArchRule rule, List<String> violations) {}

        @Override
        public List<String> getViolations(ArchRule rule) {
            return List.of();
        }
    }

    private static final String CANARY = """
            @dev.andon.Canary(operation = "place an order", every = "1m", timeout = "10s", owner = "shop-team",
                    runbook = "https://runbooks.acme.com/place", tolerance = "3/5")
            class PlaceCanary {
                @Test void places(dev.andon.canary.CanaryClient client) { client.get("/orders").expectStatus(200); }
            }
            """;

    @Test
    void a_sane_canary_passes_every_rule() {
        JavaClasses shop = shop(CANARY);

        OperationalRules.CANARIES_ARE_INDEPENDENT.check(shop);
        OperationalRules.CANARIES_ASSERT.check(shop);
        OperationalRules.CANARIES_DO_ONE_OPERATION.check(shop);
        OperationalRules.CANARIES_ARE_BOUNDED.check(shop);
        OperationalRules.CANARIES_ALERT.check(shop);
    }

    @Test
    void a_canary_with_every_fault_is_named_by_every_rule() {
        JavaClasses shop = shop("""
                @dev.andon.Canary(operation = "place an order")
                class PlaceCanary {
                    @Test void places() { new OrderController().total(); }
                    @Test void cancels() {}
                }
                """);

        assertThatThrownBy(() -> OperationalRules.CANARIES_ARE_INDEPENDENT.check(shop))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("canaries should reach no class of the system under test")
                .hasMessageContaining(
                        "Canary com.acme.shop.PlaceCanary: reaches com.acme.shop.OrderController (PlaceCanary")
                .hasMessageContaining("in (PlaceCanary.java:");
        assertThatThrownBy(() -> OperationalRules.CANARIES_ASSERT.check(shop))
                .hasMessageContaining("PlaceCanary.places (PlaceCanary.java:");
        assertThatThrownBy(() -> OperationalRules.CANARIES_DO_ONE_OPERATION.check(shop))
                .hasMessageContaining("it has 2 tests");
        assertThatThrownBy(() -> OperationalRules.CANARIES_ARE_BOUNDED.check(shop))
                .hasMessageContaining("no every; no timeout");
        assertThatThrownBy(() -> OperationalRules.CANARIES_ALERT.check(shop))
                .hasMessageContaining("no owner; no runbook; no tolerance");
    }
}
