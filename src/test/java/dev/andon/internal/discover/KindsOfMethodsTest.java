package dev.andon.internal.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.TestKind;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A class may hold tests of several kinds, as "Setup Choices" in Spring's reference on MockMvc allows: some use a server set
 * up around a controller, others the application on its port.
 */
class KindsOfMethodsTest {

    @TempDir
    Path temp;

    private TestClass test(String annotations, String members) {
        List<TestClass> found = Discovery.discover(
                        BuiltProject.in(temp)
                                .main("shop", "package com.acme; public class OrderController {}")
                                .test("shop", """
                                        package com.acme;
                                        import org.junit.jupiter.api.*;
                                        import org.springframework.boot.test.context.SpringBootTest;
                                        import org.springframework.test.web.servlet.MockMvc;
                                        import org.springframework.test.web.servlet.setup.MockMvcBuilders;
                                        """ + annotations + " class OrderTest { " + members + " }")
                                .index(),
                        DiscoveryRequest.of())
                .testClasses();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static TestKind kindOf(TestClass test, String method) {
        return test.methods().stream()
                .filter(each -> each.name().equals(method))
                .map(test::kindOf)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MockMvc mvc = (MockMvc) MockMvcBuilders.standaloneSetup(new OrderController());"
                        + " @Test void alone() throws Exception { mvc.toString(); }",
                "MockMvc mvc; @BeforeEach void up() { mvc = (MockMvc) MockMvcBuilders.standaloneSetup(new OrderController()); }"
                        + " @Test void alone() throws Exception { ask(); } void ask() throws Exception { mvc.toString(); }",
                "MockMvc mvc() { return (MockMvc) MockMvcBuilders.standaloneSetup(new OrderController()); }"
                        + " @Test void alone() throws Exception { mvc().toString(); }",
                "MockMvc first = (MockMvc) MockMvcBuilders.standaloneSetup(new OrderController()); MockMvc mvc = first;"
                        + " @Test void alone() throws Exception { mvc.toString(); }"
            })
    void each_method_has_the_kind_of_what_it_uses(String members) {
        TestClass test = test("@SpringBootTest", members + " @Test void whole() {}");

        assertThat(test.kind()).isEqualTo(TestKind.INTEGRATION);
        assertThat(test.kindReason()).isEqualTo("@SpringBootTest, the strongest of its methods' kinds");
        assertThat(kindOf(test, "alone")).isEqualTo(TestKind.UNIT);
        assertThat(kindOf(test, "whole")).isEqualTo(TestKind.INTEGRATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Every test uses it.
                "MockMvc mvc = (MockMvc) MockMvcBuilders.standaloneSetup(new OrderController());"
                        + " @Test void alone() throws Exception { mvc.toString(); }",
                // A server that any client may call.
                "@BeforeEach void up() { io.grpc.inprocess.InProcessServerBuilder.forName(\"x\").addService(null); }"
                        + " @Test void alone() {} @Test void other() {}"
            })
    void where_all_may_use_the_server_of_the_test_none_is_an_integration_test(String members) {
        TestClass test = test("@SpringBootTest", members);

        assertThat(test.kind()).isEqualTo(TestKind.UNIT);
        assertThat(test.isMixed()).isFalse();
    }

    @Test
    void without_an_application_beside_it_nothing_is_more_than_a_unit_test() {
        TestClass test = test(
                "",
                "MockMvc mvc = (MockMvc) MockMvcBuilders.standaloneSetup(new OrderController());"
                        + " @Test void alone() throws Exception { mvc.toString(); } @Test void whole() {}");

        assertThat(test.kind()).isEqualTo(TestKind.UNIT);
        assertThat(test.isMixed()).isFalse();
    }

    @Test
    void tags_of_methods_hold_for_these_methods() {
        TestClass test = test("", "@Test void plain() {} @Test @Tag(\"integration\") void tagged() {}");

        assertThat(test.kind()).isEqualTo(TestKind.INTEGRATION);
        assertThat(kindOf(test, "plain")).isEqualTo(TestKind.UNIT);
        assertThat(kindOf(test, "tagged")).isEqualTo(TestKind.INTEGRATION);
        assertThat(test.has(TestKind.UNIT)).isTrue();
    }
}
