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

/** A test named after a service that holds a mock of it. */
class DeclaredMockTest {

    @TempDir
    Path temp;

    private Link.Strength strength(String code) {
        CodeIndex index = BuiltProject.in(temp)
                .main(
                        "shop",
                        "package com.acme; import org.springframework.web.bind.annotation.*;"
                                + " @RestController public class OrderController {"
                                + " @GetMapping(\"/orders\") public String read() { return null; } }")
                .test(
                        "shop",
                        "package com.acme; import org.junit.jupiter.api.*; import org.mockito.*;"
                                + " class OrderControllerTest { @Test void reads() { " + code + " } }")
                .index();
        return Links.find(index, Discovery.discover(index, DiscoveryRequest.of()))
                .get(0)
                .strength();
    }

    @Test
    void holds_nothing_but_the_mock() {
        assertThat(strength("Mockito.mock(OrderController.class).read();")).isEqualTo(Link.Strength.MOCK_ONLY);
    }

    @Test
    void without_a_mock_its_name_says_what_it_tests() {
        assertThat(strength("\"\".trim();")).isEqualTo(Link.Strength.DECLARED);
    }

    @Test
    void beside_a_mock_the_real_one_counts() {
        assertThat(strength("Mockito.mock(OrderController.class).read(); new OrderController().read();"))
                .isEqualTo(Link.Strength.LINKED);
    }
}
