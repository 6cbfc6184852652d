package dev.andon.internal.evidence.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.TestMethod;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spring Initializr's empty contextLoads, and its like in other frameworks and under other names. */
class StartingOnlyTest {

    @TempDir
    Path temp;

    private List<String> startingOnly(String test) {
        CodeIndex index = BuiltProject.in(temp)
                .test("shop", "package com.acme; import org.junit.jupiter.api.*; " + test)
                .index();
        return AssertionReach.find(index, Discovery.discover(index, DiscoveryRequest.of())).startingOnly().stream()
                .map(TestMethod::name)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@org.springframework.boot.test.context.SpringBootTest class ShopTest { @Test void boots() {} }",
                "@io.quarkus.test.junit.QuarkusTest class ShopTest { @Test void boots() {} }",
                "@io.micronaut.test.extensions.junit5.annotation.MicronautTest class ShopTest { @Test void boots() {} }",
                "@org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest class ShopTest { @Test void boots() {} }"
            })
    void a_test_that_does_nothing_itself_shows_that_the_application_starts(String test) {
        assertThat(startingOnly(test)).containsExactly("boots");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class ShopTest { @Test void contextLoads() {} }",
                "@org.springframework.boot.test.context.SpringBootTest class ShopTest {"
                        + " @Test void contextLoads() { System.getProperty(\"x\"); } }",
                "@org.springframework.boot.test.context.SpringBootTest class ShopTest {"
                        + " @Test void contextLoads() { Assertions.assertTrue(true); } }"
            })
    void its_name_does_not_tell(String test) {
        assertThat(startingOnly(test)).isEmpty();
    }
}
