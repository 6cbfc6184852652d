package dev.andon.internal.evidence.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.evidence.Link;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests whose URL stands in an annotation: arguments of parameterized tests, and declared clients. */
class DeclaredRequestsTest {

    @TempDir
    Path temp;

    private boolean reaches(String test, String... further) {
        String imports = "package com.acme; import org.junit.jupiter.api.*; import org.junit.jupiter.params.*;"
                + " import org.junit.jupiter.params.provider.*;"
                + " import org.springframework.boot.test.web.client.TestRestTemplate;"
                + " import org.springframework.web.bind.annotation.*;";
        BuiltProject build = BuiltProject.in(temp)
                .main(
                        "shop",
                        "package com.acme; import org.springframework.web.bind.annotation.*;"
                                + " @RestController @RequestMapping(\"/orders\") public class OrderController {"
                                + " @GetMapping(\"/{id}\") public String read(String id) { return id; } }");
        CodeIndex index = build.test(
                        "shop",
                        imports + "class SomeTest { TestRestTemplate rest; " + test + " " + String.join("", further)
                                + "}")
                .index();
        return Links.find(index, Discovery.discover(index, DiscoveryRequest.of())).stream()
                .anyMatch(link -> link.strength() == Link.Strength.LINKED);
    }

    private boolean given(String source) {
        return reaches(source + " void answers(String path) { rest.getForObject(path, String.class); }");
    }

    @Test
    void texts_of_a_parameterized_test_are_read() {
        assertThat(given("@ParameterizedTest @ValueSource(strings = {\"/carts\", \"/orders/1\"})"))
                .isTrue();
    }

    @Test
    void rows_of_a_csv_source_are_read() {
        assertThat(given("@ParameterizedTest @CsvSource({\"/carts, 1\", \"'/orders/1', 2\"})"))
                .isTrue();
    }

    @Test
    void a_text_block_is_read_by_its_delimiter() {
        assertThat(given("@ParameterizedTest @CsvSource(delimiter = '|', textBlock = \"/carts | 1\\n/orders/1 | 2\")"))
                .isTrue();
    }

    @Test
    void others_do_not_reach_it() {
        assertThat(given("@ParameterizedTest @ValueSource(strings = {\"/carts\", \"/orders\"})"))
                .isFalse();
        assertThat(given("@ParameterizedTest @CsvSource({\"1, /orders/1\"})")).isFalse();
    }

    private boolean client(String type, String mapping) {
        return reaches(
                "Api api; @Test void reads() { api.read(\"1\"); }",
                type + " interface Api { " + mapping + " String read(String id); }");
    }

    @Test
    void a_declared_client_asks_for_what_its_method_says() {
        assertThat(client("", "@GetMapping(\"/orders/{id}\")")).isTrue();
        assertThat(client("@RequestMapping(\"/orders\")", "@GetMapping(\"/{id}\")"))
                .isTrue();
    }

    @Test
    void another_verb_or_path_does_not() {
        assertThat(client("", "@PostMapping(\"/orders/{id}\")")).isFalse();
        assertThat(client("@RequestMapping(\"/carts\")", "@GetMapping(\"/{id}\")"))
                .isFalse();
    }
}
