package dev.andon.internal.evidence.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.evidence.Link;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A slice of chosen controllers answers requests for others with 404: it is no test of theirs. */
class SliceControllersTest {

    @TempDir
    Path temp;

    private boolean reachesOrders(String annotation, String members, String code) {
        return strengths(annotation, members, code).contains(Link.Strength.LINKED);
    }

    private List<Link.Strength> strengths(String annotation, String members, String code) {
        String mapping = "package com.acme; import org.springframework.web.bind.annotation.*; ";
        CodeIndex index = BuiltProject.in(temp)
                .main(
                        "shop",
                        mapping + "@RestController public class OrderController {"
                                + " @GetMapping(\"/orders\") public String read() { return null; } }",
                        mapping + "@RestController public class PingController {"
                                + " @GetMapping(\"/ping\") public String ping() { return null; } }")
                .test(
                        "shop",
                        "package com.acme; import org.junit.jupiter.api.*;"
                                + " import org.springframework.test.web.servlet.MockMvc;"
                                + " import org.springframework.test.web.servlet.setup.MockMvcBuilders;"
                                + " import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;"
                                + annotation + " class SliceTest { MockMvc mvc; " + members
                                + " @Test void asks() throws Exception { " + code
                                + " mvc.perform(MockMvcRequestBuilders.get(\"/orders\")); } }")
                .index();
        return Links.find(index, Discovery.discover(index, DiscoveryRequest.of())).stream()
                .filter(link -> link.service().equals("com.acme.OrderController"))
                .map(Link::strength)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MockMvcBuilders.standaloneSetup(new PingController());",
                "PingController ping = new PingController(); MockMvcBuilders.standaloneSetup(ping);"
            })
    void another_controller_set_up_alone_does_not_reach_it(String code) {
        assertThat(reachesOrders("", "", code)).isFalse();
    }

    @Test
    void a_field_that_holds_another_controller_does_not() {
        assertThat(reachesOrders("", "PingController ping;", "MockMvcBuilders.standaloneSetup(ping);"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MockMvcBuilders.standaloneSetup(new OrderController());",
                "MockMvcBuilders.standaloneSetup(new PingController(), new OrderController());",
                ""
            })
    void itself_or_no_choice_does(String code) {
        assertThat(reachesOrders("", "", code)).isTrue();
    }

    @Test
    void of_a_controller_that_the_code_does_not_show_nothing_is_known() {
        assertThat(strengths("", "", "MockMvcBuilders.standaloneSetup(System.getProperties().get(1));"))
                .containsExactly(Link.Strength.UNCLEAR);
    }

    private boolean slice(String annotation) {
        return reachesOrders("@org.springframework.boot.test.autoconfigure.web.servlet." + annotation, "", "");
    }

    @Test
    void a_slice_serves_the_controllers_that_it_names_or_all() {
        assertThat(slice("WebMvcTest(PingController.class)")).isFalse();
        assertThat(slice("WebMvcTest(OrderController.class)")).isTrue();
        assertThat(slice("WebMvcTest")).isTrue();
    }
}
