package dev.andon.internal.evidence.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Inventory;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A helper that throws where it does not like the surroundings asserts nothing on the code under test. */
class SurroundingsTest {

    @TempDir
    Path temp;

    private boolean asserts(String call, String helper) {
        CodeIndex index = BuiltProject.in(temp)
                .main("shop", "package com.acme; public class Ping { public String ping() { return \"pong\"; } }")
                .test(
                        "shop",
                        "package com.acme; import org.junit.jupiter.api.*;" + " class PingTest { @Test void pongs() { "
                                + call + " } " + helper + " }")
                .index();
        Inventory inventory = Discovery.discover(index, DiscoveryRequest.of());
        return AssertionReach.find(index, inventory)
                .asserts(inventory.testClasses().get(0).methods().get(0));
    }

    @Test
    void a_static_helper_that_is_handed_nothing_does_not_assert() {
        assertThat(asserts(
                        "ensureJava(); new Ping().ping();",
                        "static void ensureJava() { if (System.getProperty(\"x\") == null)"
                                + " throw new IllegalStateException(\"no java\"); }"))
                .isFalse();
    }

    @Test
    void one_that_is_handed_the_answer_does() {
        assertThat(asserts(
                        "ensurePong(new Ping().ping());",
                        "static void ensurePong(String answer) { if (!answer.equals(\"pong\"))"
                                + " throw new IllegalStateException(answer); }"))
                .isTrue();
    }

    @Test
    void one_of_an_object_that_may_hold_it_does() {
        assertThat(asserts(
                        "answer = new Ping().ping(); checkAnswer();",
                        "String answer; void checkAnswer() { if (!answer.equals(\"pong\"))"
                                + " throw new IllegalStateException(answer); }"))
                .isTrue();
    }
}
