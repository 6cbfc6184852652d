package dev.andon.internal.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IgnoredTestNotesTest {

    @TempDir
    Path temp;

    private List<String> notes(String body) {
        String source = "package com.acme; import org.junit.jupiter.api.*;\n" + body;
        return IgnoredTestNotes.notes(BuiltProject.in(temp).test("shop", source).index());
    }

    @Test
    void an_inner_class_without_nested_is_named() {
        assertThat(notes("class OrderTest {\n@Test void works() {}\nclass Refunds { @Test void pays() {} }\n}"))
                .singleElement()
                .asString()
                .startsWith("written as tests, and never run by JUnit: OrderTest.Refunds (OrderTest.java:")
                .endsWith("), which lacks @Nested");
    }

    @Test
    void a_private_test_is_named() {
        assertThat(notes("class OrderTest {\n@Test private void works() {}\n}"))
                .singleElement()
                .asString()
                .contains("OrderTest.works (OrderTest.java:", "), which is private");
    }

    @Test
    void what_runs_or_is_no_test_is_not() {
        assertThat(notes("""
                        class OrderTest {
                            @Test void works() {}
                            @Nested class Refunds { @Test void pays() {} }
                            class Helper { void pays() {} private void works() {} }
                            static class FixtureTestCases { @Test void pays() {} }
                            abstract class Base { @Test void pays() {} }
                            class Extended { @Test void pays() {} }
                            @Nested class Extending extends Extended {}
                        }
                        """)).isEmpty();
    }
}
