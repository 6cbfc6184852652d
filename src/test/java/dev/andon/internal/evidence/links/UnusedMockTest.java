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

/**
 * Mockito's {@code @Mock} and MockK's {@code @MockK} make an object and put it into the field, and nowhere else: what a
 * started application uses stays as it is, unless the test hands the mock on or has it injected.
 */
class UnusedMockTest {

    @TempDir
    Path temp;

    private boolean reachesStock(String fields, String code) {
        return reachesStock("", "class SomeTest {", fields, code);
    }

    private boolean reachesStock(String before, String header, String fields, String code) {
        CodeIndex index = BuiltProject.in(temp)
                .main(
                        "shop",
                        "package com.acme; @org.springframework.stereotype.Service public class Stock {"
                                + " public int count() { return 1; } }",
                        "package com.acme; import org.springframework.web.bind.annotation.*;"
                                + " @RestController public class OrderController {"
                                + " private Stock stock; public OrderController() {}"
                                + " public OrderController(Stock stock) { this.stock = stock; }"
                                + " @GetMapping(\"/orders\") public int read() { return stock.count(); } }")
                .test(
                        "shop",
                        "package com.acme; public @interface MockK {}",
                        "package com.acme; public @interface InjectMockKs {}",
                        "package com.acme; public @interface Mocked {}",
                        "package com.acme; public @interface InjectMocks {}",
                        "package com.acme; public @interface Bind {}",
                        "package com.acme; import org.junit.jupiter.api.*; import org.mockito.*;"
                                + before + header + " OrderController controller; " + fields
                                + " @Test void reads() { " + code + " } }")
                .index();
        return Links.find(index, Discovery.discover(index, DiscoveryRequest.of())).stream()
                .filter(link -> link.service().equals("com.acme.Stock"))
                .anyMatch(link -> link.strength() == Link.Strength.LINKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@Mock private Stock stock;", "@MockK private Stock stock;"})
    void stands_in_for_nothing(String field) {
        assertThat(reachesStock(field, "controller.read();")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Mock Stock stock;",
                "@Mocked private Stock stock;",
                "@Mock private Stock stock; @InjectMocks OrderController other;",
                "@MockK private Stock stock; @InjectMockKs OrderController other;",
                "@Bind @Mock private Stock stock;",
                "@Mock private Stock stock; @BeforeEach void build() throws Exception {"
                        + " controller = new OrderController((Stock) getClass().getDeclaredField(\"stock\").get(this)); }",
                "@Mock private Stock stock; @BeforeEach void build() { controller = new OrderController(stock); }",
                "@Mock private Stock stock; @Nested class Built {"
                        + " @BeforeEach void build() { controller = new OrderController(stock); } }"
            })
    void stands_in_where_it_may_be_handed_on(String fields) {
        assertThat(reachesStock(fields, "controller.read();")).isFalse();
    }

    @Test
    void stands_in_where_a_class_below_has_it_injected() {
        String base = " abstract class Base { @Mock private Stock stock; } ";

        assertThat(reachesStock(base, "class SomeTest extends Base {", "", "controller.read();"))
                .isTrue();
        assertThat(reachesStock(
                        base,
                        "class SomeTest extends Base {",
                        "@InjectMocks OrderController other;",
                        "controller.read();"))
                .isFalse();
    }
}
