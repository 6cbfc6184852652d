package dev.andon.internal.evidence.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.evidence.Link.Strength;
import dev.andon.testing.BuiltProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What configuration, annotations and code of the application put before a route. */
class PathPrefixesTest {

    private static final String MAPPING = "package com.acme; import org.springframework.web.bind.annotation.*; ";

    @TempDir
    Path temp;

    private final List<String> production = new ArrayList<>();
    private String annotations = "";

    private Optional<Strength> asks(String path, String file, String text) throws IOException {
        BuiltProject build = BuiltProject.in(temp)
                .main("shop", production.toArray(String[]::new))
                .test(
                        "shop",
                        "package com.acme; import org.springframework.boot.test.web.client.TestRestTemplate; "
                                + annotations + " class OrdersIT { TestRestTemplate rest; int port;"
                                + " @org.junit.jupiter.api.Test void asks() {"
                                + " rest.getForObject(\"http://localhost:\" + port + \"" + path
                                + "\", String.class); } }");
        if (!file.isEmpty()) {
            Files.writeString(build.roots().get(0).path().resolve(file), text);
        }
        CodeIndex index = build.index();
        return Links.find(index, Discovery.discover(index, DiscoveryRequest.of())).stream()
                .filter(link -> link.strength().compareTo(Strength.UNCLEAR) >= 0)
                .map(Link::strength)
                .findFirst();
    }

    private void controller(String prefix) {
        production.add(MAPPING + "@RestController @RequestMapping(\"" + prefix + "\") public class Orders {"
                + " @GetMapping(\"/{id}\") public String read(String id) { return id; } }");
    }

    /** The settings of Spring Boot, Quarkus, Micronaut and Dropwizard in their documentation. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application.properties | server.servlet.context-path=/shop/v1",
                "application.yml | 'server:\n  servlet:\n    contextPath: \"/shop/v1\" # for the gateway\n'",
                "application-prod.yaml | 'spring:\n  webflux:\n    base-path: /shop/v1'",
                "application.properties | %test.quarkus.http.root-path=/shop/v1",
                "application.yml | 'micronaut:\n  server:\n    context-path: /shop/v1'",
                "config.yml | 'server:\n  rootPath: /shop/v1/*'"
            })
    void a_prefix_in_the_configuration_stands_before_the_route(String file, String text) throws IOException {
        controller("/orders");

        assertThat(asks("/shop/v1/orders/7", file, text)).hasValue(Strength.LINKED);
    }

    @Test
    void of_a_prefix_that_nothing_shows_it_cannot_be_determined() throws IOException {
        controller("/orders");

        assertThat(asks("/shop/v1/orders/7", "application.properties", "server.port=0"))
                .hasValue(Strength.UNCLEAR);
    }

    @Test
    void another_path_below_the_prefix_is_another_route() throws IOException {
        controller("/orders");

        assertThat(asks("/shop/v1/cups/7", "application.properties", "server.servlet.context-path=/shop/v1"))
                .isEmpty();
    }

    @Test
    void a_prefix_may_be_a_property_of_the_test() throws IOException {
        controller("/orders");
        production.add(
                "package org.springframework.test.context; public @interface TestPropertySource { String[] properties(); }");
        annotations =
                "@org.springframework.test.context.TestPropertySource(properties = \"server.servlet.context-path=/shop\")";

        assertThat(asks("/shop/orders/7", "", "")).hasValue(Strength.LINKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${api.prefix}/orders", "${api.base:/shop/v1}/orders"})
    void a_placeholder_has_the_value_of_its_property(String route) throws IOException {
        controller(route);

        assertThat(asks("/shop/v1/orders/7", "application.properties", "api.prefix=/shop/v1"))
                .hasValue(Strength.LINKED);
    }

    @Test
    void a_placeholder_without_a_known_value_may_be_any_prefix() throws IOException {
        controller("${api.prefix}/orders");

        assertThat(asks("/shop/v1/orders/7", "", "")).hasValue(Strength.UNCLEAR);
    }

    /** Jakarta REST: the path of the application stands before those of its resources. */
    @Test
    void the_path_of_an_application_stands_before_its_resources() throws IOException {
        production.add(
                "package jakarta.ws.rs; @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                        + " public @interface ApplicationPath { String value(); }");
        production.add("package com.acme; @jakarta.ws.rs.ApplicationPath(\"/shop/v1\") public class Api {}");
        production.add("package com.acme; import jakarta.ws.rs.*; @Path(\"orders\") public class Orders {"
                + " @GET public String all() { return null; } }");

        assertThat(asks("/shop/v1/orders", "", "")).hasValue(Strength.LINKED);
    }

    /** Spring MVC: {@code PathMatchConfigurer.addPathPrefix}. */
    @Test
    void code_may_put_a_prefix_before_all_controllers() throws IOException {
        controller("/orders");
        production.add("package org.springframework.web.servlet.config.annotation; public class PathMatchConfigurer {"
                + " public PathMatchConfigurer addPathPrefix(String prefix, Object predicate) { return this; } }");
        production.add("package com.acme; public class WebConfiguration { public void configurePathMatch("
                + "org.springframework.web.servlet.config.annotation.PathMatchConfigurer c) {"
                + " c.addPathPrefix(\"/shop/v1\", null); } }");

        assertThat(asks("/shop/v1/orders/7", "", "")).hasValue(Strength.LINKED);
    }
}
