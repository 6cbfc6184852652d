package dev.andon.internal.evidence.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.Assertions;
import dev.andon.testing.Compiled;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Helpers that a build takes from a library jar. */
class LibraryHelpersTest {

    @TempDir
    Path folder;

    private Path library;

    @BeforeEach
    void compile() {
        library = Compiled.into(folder.resolve("library"))
                .sources(List.of(
                        "package com.lib.testkit; public class Checks {"
                                + " public static void known(Object o) { inner(o); }"
                                + " private static void inner(Object o) { org.junit.jupiter.api.Assertions.assertNotNull(o); }"
                                + " public static void harmless(Object o) {} }",
                        "package com.lib.testkit; public class Own {"
                                + " public static void ensure(Object o) { if (o == null) throw new AssertionError(); }"
                                + " public static void harmless(Object o) {} }"))
                .compile();
    }

    private CodeIndex index(String statement) throws IOException {
        Path tests = Compiled.into(folder.resolve("test-classes"))
                .sources(List.of("package com.acme; import com.lib.testkit.*; class ShopTest {"
                        + " @org.junit.jupiter.api.Test void test() { " + statement + " } }"))
                .classPath(library)
                .compile();
        return CodeIndex.of(
                List.of(new ClassRoot(tests, "shop", true)),
                ClassSource.of(new URLClassLoader(
                        new URL[] {library.toUri().toURL()}, getClass().getClassLoader())));
    }

    private boolean asserts(String statement, String... assertionsIn) throws IOException {
        CodeIndex index = index(statement);
        DiscoveryRequest request =
                new DiscoveryRequest(List.of("com.acme"), List.of(), List.of(), List.of(), List.of(assertionsIn));
        Inventory inventory = Discovery.discover(index, request);
        Assertions found = AssertionReach.find(index, inventory);
        List<TestMethod> methods = inventory.testClasses().get(0).methods();
        return found.asserts(methods.get(0));
    }

    @Test
    void a_library_helper_that_calls_a_known_assertion_asserts() throws IOException {
        assertThat(asserts("Checks.known(this);")).isTrue();
        assertThat(asserts("Checks.harmless(this);")).isFalse();
    }

    @Test
    void a_library_with_assertions_of_its_own_counts_where_it_is_named() throws IOException {
        assertThat(asserts("Own.ensure(this);", "com.lib.testkit..")).isTrue();
        assertThat(asserts("Own.ensure(this);", "com.lib.testkit.Own")).isTrue();
        assertThat(asserts("Own.ensure(this);", "com.lib.other..")).isFalse();
        assertThat(asserts("Own.ensure(this);")).isFalse();
        assertThat(asserts("Own.harmless(this);", "com.lib.testkit..")).isFalse();
    }
}
