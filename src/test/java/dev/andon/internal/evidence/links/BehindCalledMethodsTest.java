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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands behind an entry point is reached by the methods that need it, not by the class as a whole. */
class BehindCalledMethodsTest {

    @TempDir
    Path temp;

    private boolean reachesStock(String code) {
        CodeIndex index = BuiltProject.in(temp)
                .main(
                        "shop",
                        "package com.acme; @org.springframework.stereotype.Service public class Stock {"
                                + " public int count() { return 1; } }",
                        "package com.acme; import org.springframework.web.bind.annotation.*;"
                                + " @RestController public class OrderController {"
                                + " private final Stock stock; public OrderController(Stock stock) { this.stock = stock; }"
                                + " @GetMapping(\"/version\") public String version() { return \"1\"; }"
                                + " @GetMapping(\"/orders\") public int read() { return counted(); }"
                                + " @GetMapping(\"/lazy\") public java.util.function.IntSupplier lazy() {"
                                + " return () -> stock.count(); }"
                                + " private int counted() { return stock.count(); } }")
                .test(
                        "shop",
                        "package com.acme; import org.junit.jupiter.api.*;"
                                + " import org.springframework.test.web.servlet.MockMvc;"
                                + " import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;"
                                + " class SomeTest { @Test void does() { " + code + " } }")
                .index();
        return Links.find(index, Discovery.discover(index, DiscoveryRequest.of())).stream()
                .filter(link -> link.service().equals("com.acme.Stock"))
                .anyMatch(link -> link.strength() == Link.Strength.LINKED);
    }

    @Test
    void a_method_that_does_without_it_does_not_reach_it() {
        assertThat(reachesStock("new OrderController(null).version();")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new OrderController(new Stock()).read();",
                "new OrderController(new Stock()).lazy().getAsInt();",
                "((MockMvc) null).perform(MockMvcRequestBuilders.get(\"/orders\"));"
            })
    void these_do(String code) {
        assertThat(reachesStock(code)).isTrue();
    }
}
