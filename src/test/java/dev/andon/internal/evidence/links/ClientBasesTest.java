package dev.andon.internal.evidence.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.evidence.Link.Strength;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A base path counts where the code puts it, and only there. */
class ClientBasesTest {

    private static final String REST_ASSURED = "io.restassured.RestAssured";

    @TempDir
    Path temp;

    private Map<String, Strength> links(String annotations, String members, String code) {
        String mapping =
                "package com.acme; import org.springframework.web.bind.annotation.*; @RestController public class ";
        String resource = "package com.acme; import jakarta.ws.rs.*; ";
        CodeIndex index = BuiltProject.in(temp)
                .main(
                        "shop",
                        mapping + "People { @GetMapping(\"/people\") public String all() { return null; } }",
                        mapping + "Person { @GetMapping(\"/people/{id}\") public String one() { return null; } }",
                        resource + "@Path(\"auth\") public class Auth { @GET public String all() { return null; } }")
                .test(
                        "shop",
                        "package io.quarkus.test.common.http;"
                                + " @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                                + " public @interface TestHTTPEndpoint { Class<?> value(); }",
                        "package org.springframework.boot.test.web.server;"
                                + " @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                                + " public @interface LocalManagementPort {}",
                        "package com.acme; import io.dropwizard.testing.*; import io.dropwizard.testing.junit5.*;"
                                + " import java.util.stream.*; import org.junit.jupiter.api.*;"
                                + " import org.junit.jupiter.params.*; import org.junit.jupiter.params.provider.*;"
                                + " import org.springframework.boot.test.web.client.TestRestTemplate; " + annotations
                                + " class PeopleIT { int port; TestRestTemplate rest; " + members
                                + (code.isEmpty() ? "" : " @Test void asks() { " + code + " }") + " }")
                .index();
        return Links.find(index, Discovery.discover(index, DiscoveryRequest.of())).stream()
                .filter(link -> link.strength().compareTo(Strength.UNCLEAR) >= 0)
                .collect(Collectors.toMap(
                        link -> Requests.simpleName(link.service()), dev.andon.internal.evidence.Link::strength));
    }

    @Test
    void a_field_with_the_path_is_used_once() {
        assertThat(links(
                        "",
                        "String path = \"/people\";",
                        "rest.getForObject(\"http://localhost:\" + port + path, String.class);"))
                .containsOnly(Map.entry("People", Strength.LINKED));
    }

    @Test
    void a_base_of_all_requests_stands_before_each() {
        assertThat(links("", "", REST_ASSURED + ".basePath = \"/people\"; " + REST_ASSURED + ".get(\"/7\");"))
                .containsOnly(Map.entry("Person", Strength.LINKED));
        assertThat(links("", "", REST_ASSURED + ".basePath = \"/old\"; " + REST_ASSURED + ".get(\"/people\");"))
                .isEmpty();
    }

    @Test
    void a_value_for_the_configuration_is_no_request() {
        assertThat(links(
                        "",
                        "DropwizardAppExtension app = new DropwizardAppExtension(null,"
                                + " ConfigOverride.config(\"authUrl\", \"http://localhost:9/auth\"));",
                        "app.getLocalPort();"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DropwizardAppExtension app; | \"http://localhost:\" + app.getAdminPort() + \"/people\"",
                "@org.springframework.boot.test.web.server.LocalManagementPort int other; | \"http://localhost:\" + other + \"/people\"",
                "int stub = new com.github.tomakehurst.wiremock.WireMockServer().port(); | \"http://localhost:\" + stub + \"/people\"",
                "String host = \"https://people.example.com\"; | host + \"/people\""
            })
    void at_another_port_or_host_something_else_answers(String memberAndUrl) {
        String[] parts = memberAndUrl.split(" \\| ");

        assertThat(links("", parts[0], "rest.getForObject(" + parts[1] + ", String.class);"))
                .isEmpty();
    }

    /** Quarkus: {@code @TestHTTPEndpoint} sets the base path of REST Assured. */
    @Test
    void an_endpoint_that_the_test_names_is_the_base() {
        String annotation = "@io.quarkus.test.common.http.TestHTTPEndpoint(Auth.class)";

        assertThat(links(annotation, "", REST_ASSURED + ".get();")).containsOnly(Map.entry("Auth", Strength.LINKED));
        assertThat(links(annotation, "", REST_ASSURED + ".get(\"/people\");")).isEmpty();
    }

    /** JUnit's sources of arguments, beside those that stand in annotations. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@MethodSource(\"paths\") | static Stream<Arguments> paths() { return Stream.of(Arguments.of(\"/people\", 1)); }",
                "@MethodSource | static Stream<String> asks() { return Stream.of(\"/people\", \"/cups\"); }",
                "@MethodSource(\"paths\") | static java.util.List<String> paths() { return java.util.List.of(\"/people\"); }",
                "@FieldSource(\"PATHS\") | static final java.util.List<String> PATHS = java.util.List.of(\"/people\");"
            })
    void arguments_of_a_method_or_field_are_read(String sourceAndMember) {
        String[] parts = sourceAndMember.split(" \\| ");
        String test =
                "@ParameterizedTest " + parts[0] + " void asks(String path) { rest.getForObject(path, String.class); }";

        assertThat(links("", parts[1] + test, "")).containsOnly(Map.entry("People", Strength.LINKED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@ParameterizedTest @MethodSource(\"paths\") void asks(String path) { rest.getForObject(path, String.class); }"
                        + " static Stream<String> paths() { return Stream.of(\"people\").map(name -> \"/\" + name); }",
                "@TestFactory Stream<DynamicTest> asks() { return Stream.of(\"/people\").map(path ->"
                        + " DynamicTest.dynamicTest(path, () -> rest.getForObject(path, String.class))); }"
            })
    void what_is_computed_at_run_time_cannot_be_determined(String test) {
        assertThat(links("", test, "")).containsValue(Strength.UNCLEAR).doesNotContainValue(Strength.LINKED);
    }

    @Test
    void a_test_without_a_request_reaches_nothing() {
        assertThat(links("", "", "String path = System.getProperty(\"path\"); Assertions.assertNotNull(path);"))
                .isEmpty();
    }
}
