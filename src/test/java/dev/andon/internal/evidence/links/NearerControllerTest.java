package dev.andon.internal.evidence.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.evidence.Link;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A controller among the tests is a part of the application that scans its package; of two that match a request, the one
 * with the more specific pattern answers (Spring's reference: "Mapping Requests", "Pattern Comparison").
 */
class NearerControllerTest {

    private static final String SPRING = "import org.springframework.web.bind.annotation.*; ";

    @TempDir
    Path temp;

    private BuiltProject project;

    @BeforeEach
    void application() {
        project = BuiltProject.in(temp)
                .library(
                        annotation("org.springframework.boot.autoconfigure", "SpringBootApplication"),
                        annotation("org.springframework.context.annotation", "Profile"),
                        annotation("org.springframework.boot.autoconfigure.condition", "ConditionalOnProperty"))
                .main(
                        "shop",
                        "package com.acme; @org.springframework.boot.autoconfigure.SpringBootApplication public class App {}",
                        "package com.acme; " + SPRING + "@RestController public class Pages {"
                                + " @GetMapping(\"/*/{page}\") public String page() { return \"x\"; } }")
                .main("shop", "package com.acme; public class Shelf { public static void clear() {} }")
                .test("shop", asking("ErrorsIT", ""));
    }

    private static String asking(String name, String before) {
        return "package com.acme.pages; import org.junit.jupiter.api.*;"
                + " import org.springframework.test.web.servlet.MockMvc;"
                + " import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;"
                + " @org.springframework.boot.test.context.SpringBootTest class " + name
                + " { MockMvc mvc; @Test void asks() throws Exception { " + before
                + " mvc.perform(MockMvcRequestBuilders.get(\"/faults/missing\")); } }";
    }

    private static String annotation(String in, String name) {
        return "package " + in + "; @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                + " public @interface " + name + " { String[] value() default {}; }";
    }

    private List<Link.Strength> pages() {
        CodeIndex index = project.index();
        return Links.find(index, Discovery.discover(index, DiscoveryRequest.of())).stream()
                .filter(link -> link.service().equals("com.acme.Pages"))
                .map(Link::strength)
                .toList();
    }

    private void among(String packageName, String annotation, String mapping) {
        project.test(
                "shop",
                "package " + packageName + "; " + SPRING + annotation + " @RestController public class Faults {"
                        + " @GetMapping(\"" + mapping + "\") public String missing() { return \"x\"; } }");
    }

    @Test
    void the_service_that_is_alone_answers() {
        assertThat(pages()).containsExactly(Link.Strength.LINKED);
    }

    @Test
    void a_controller_of_the_tests_with_the_whole_path_answers() {
        among("com.acme.faults", "", "/faults/missing");

        assertThat(pages()).isEmpty();
    }

    @Test
    void what_else_a_test_calls_does_not_matter() {
        project.test("shop", asking("ClearsIT", "com.acme.Shelf.clear();"));
        among("com.acme.faults", "", "/faults/missing");

        assertThat(pages()).isEmpty();
    }

    @Test
    void one_with_a_less_specific_path_does_not() {
        among("com.acme.faults", "", "/{any}/{thing}");

        assertThat(pages()).containsExactly(Link.Strength.LINKED);
    }

    @Test
    void one_beside_the_packages_of_the_application_does_not() {
        among("org.other", "", "/faults/missing");

        assertThat(pages()).containsExactly(Link.Strength.LINKED);
    }

    @Test
    void one_that_a_profile_leaves_out_does_not() {
        among("com.acme.faults", "@org.springframework.context.annotation.Profile(\"faulty\")", "/faults/missing");

        assertThat(pages()).containsExactly(Link.Strength.LINKED);
    }

    /** Spring Boot's TypeExcludeFilter leaves the parts of test classes out of the scan. */
    @Test
    void one_within_another_test_class_does_not() {
        project.test(
                "shop",
                "package com.acme; import org.junit.jupiter.api.*; " + SPRING + " class OtherTest { @Test void t() {}"
                        + " @RestController static class Faults { @GetMapping(\"/faults/missing\") String x() { return null; } } }");

        assertThat(pages()).containsExactly(Link.Strength.LINKED);
    }

    @Test
    void a_condition_that_the_code_does_not_decide_leaves_it_open() {
        among(
                "com.acme.faults",
                "@org.springframework.boot.autoconfigure.condition.ConditionalOnProperty(\"faults\")",
                "/faults/missing");

        assertThat(pages()).containsExactly(Link.Strength.UNCLEAR);
    }
}
