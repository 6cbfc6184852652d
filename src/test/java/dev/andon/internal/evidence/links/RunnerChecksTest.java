package dev.andon.internal.evidence.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.Assertions;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By the Javadoc of JUnit 4's RunWith: the class that it names runs the tests, instead of the runner built into JUnit. */
class RunnerChecksTest {

    @TempDir
    Path temp;

    private Assertions with(String annotations, String... further) {
        BuiltProject project = BuiltProject.in(temp)
                .library(
                        "package com.kit; public abstract class ContractRunner extends org.junit.runner.Runner {}",
                        "package org.mockito.junit; public abstract class MockitoJUnitRunner extends org.junit.runner.Runner {}")
                .test("shop", further)
                .test(
                        "shop",
                        "package com.acme; " + annotations + " public void orders() { new Object().hashCode(); } }");
        CodeIndex index = project.index();
        Inventory inventory = Discovery.discover(index, DiscoveryRequest.of());
        return AssertionReach.find(index, inventory);
    }

    private static String runBy(String runner) {
        return "@org.junit.runner.RunWith(" + runner + ".class) public class OrderTest { @org.junit.Test";
    }

    private static List<String> names(Assertions found) {
        return found.asserting().stream().map(TestMethod::name).toList();
    }

    @Test
    void what_a_runner_of_a_library_checks_is_not_known() {
        Assertions found = with(runBy("com.kit.ContractRunner"));

        assertThat(found.runners()).hasSize(1).containsValue("ContractRunner");
        assertThat(found.asserting()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@org.junit.runner.RunWith(org.mockito.junit.MockitoJUnitRunner.class) public class OrderTest { @org.junit.Test",
                "@org.junit.runner.RunWith(com.kit.ContractRunner.class) public class OrderTest { @org.junit.jupiter.api.Test",
                "public class OrderTest { @org.junit.Test"
            })
    void runners_that_only_run_tests_and_those_that_are_not_asked_check_nothing(String annotations) {
        Assertions found = with(annotations);

        assertThat(found.runners()).isEmpty();
        assertThat(found.asserting()).isEmpty();
    }

    private static String own(String extended, String body) {
        return "package com.acme; public abstract class OwnRunner extends " + extended
                + " { void after(Object found) { " + body + " } }";
    }

    @Test
    void the_code_of_an_own_runner_is_followed() {
        Assertions asserting = with(
                runBy("OwnRunner"),
                own("org.junit.runner.Runner", "org.junit.jupiter.api.Assertions.assertNotNull(found);"));

        assertThat(names(asserting)).containsExactly("orders");
    }

    @Test
    void an_own_runner_that_checks_nothing_is_as_good_as_the_one_that_it_extends() {
        assertThat(with(runBy("OwnRunner"), own("org.junit.runner.Runner", "")).runners())
                .isEmpty();
        assertThat(with(runBy("OwnRunner"), own("com.kit.ContractRunner", "")).runners())
                .containsValue("OwnRunner");
    }
}
