package dev.andon.internal.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.TestKind;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which kind of test a class is by its name, its package and where it lies. */
class TestKindsByNameTest {
    private static final String IMPORTS = """
            package com.acme;
            import org.junit.jupiter.api.*;
            import org.springframework.boot.test.context.SpringBootTest;
            import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
            """;

    @TempDir
    Path temp;

    private static TestClass only(BuiltProject build) {
        List<TestClass> found =
                Discovery.discover(build.index(), DiscoveryRequest.of()).testClasses();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private BuiltProject shop() {
        return BuiltProject.in(temp).main("shop", "package com.acme; public class OrderService {}");
    }

    private TestClass test(String source) {
        return only(shop().test("shop", source));
    }

    @ParameterizedTest
    @CsvSource({
        "OrderIT, INTEGRATION",
        "ITOrder, INTEGRATION",
        "OrderITCase, INTEGRATION",
        "OrderIntegrationTest, INTEGRATION",
        "OrderIntegrationTests, INTEGRATION",
        "OrderE2ETest, END_TO_END",
        "PlaceOrderE2EIT, END_TO_END",
        "OrderEndToEndTest, END_TO_END",
        "OrderAcceptanceTest, END_TO_END",
        "OrderTest, UNIT",
        "ITemTest, UNIT",
        "CommitTest, UNIT"
    })
    void names(String name, TestKind kind) {
        assertThat(test(IMPORTS + "class " + name + " { @Test void test() {} }").kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "shop, integrationTest, INTEGRATION",
        "shop, e2e, END_TO_END",
        "shop-it, test-classes, INTEGRATION",
        "shop-e2e, test-classes, END_TO_END",
        "integration-gateway, test-classes, UNIT",
        "shop, test, UNIT"
    })
    void source_sets_and_modules(String module, String folder, TestKind kind) {
        BuiltProject build = shop().root(module, folder, true, IMPORTS + "class OrderTest { @Test void test() {} }");

        assertThat(only(build).kind()).isEqualTo(kind);
    }

    @Test
    void packages_count_unless_production_code_lies_in_them_too() {
        assertThat(test(IMPORTS.replace("com.acme", "com.acme.e2e.flows") + "class OrderTest { @Test void test() {} }")
                        .kind())
                .isEqualTo(TestKind.END_TO_END);
    }

    @Test
    void a_package_named_for_what_the_production_code_does_says_nothing() {
        BuiltProject build = shop().main("shop2", "package com.acme.integration; public class ErpClient {}")
                .test(
                        "shop",
                        IMPORTS.replace("com.acme", "com.acme.integration") + "class ErpTest { @Test void test() {} }");

        assertThat(only(build).kind()).isEqualTo(TestKind.UNIT);
    }

    @Test
    void a_name_lifts_an_integration_test_to_the_end_to_end_test_that_it_says_it_is() {
        TestClass found = test(
                IMPORTS
                        + "@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT) class OrderE2ETest { @Test void test() {} }");

        assertThat(found.kind()).isEqualTo(TestKind.END_TO_END);
        assertThat(found.kindReason()).isEqualTo("@SpringBootTest(webEnvironment=RANDOM_PORT), named OrderE2ETest");
    }

    @Test
    void a_name_alone_makes_a_smoke_test_no_more_than_a_unit_test() {
        assertThat(test(IMPORTS + "class SmokeTest { @Test void alwaysGreen() {} }")
                        .kind())
                .isEqualTo(TestKind.UNIT);
    }
}
