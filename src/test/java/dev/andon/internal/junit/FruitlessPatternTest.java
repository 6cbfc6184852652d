package dev.andon.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FruitlessPatternTest {

    @TempDir
    Path module;

    private ReadinessProject project(String patterns) {
        return new ReadinessProject(module)
                .shop()
                .main("package com.acme.shop; public interface Port { int total(); }")
                .main("package com.acme.jobs; public class NightlyJob { public void run() {} }")
                .readiness("@OperationalReadiness(includeServices = {\"..*Service\", " + patterns
                        + "}, level = Level.NONE)" + " @RequireTests(kind = TestKind.UNIT)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"com.acme.shop.Port\"", "\"com.acme.jobs.NightlyJob\""})
    void a_pattern_that_makes_nothing_a_service_is_misuse(String pattern) {
        assertThat(project(pattern).misuse())
                .hasMessageContaining("includeServices = " + pattern)
                .hasMessageContaining("makes no class a service");
    }

    @Test
    void one_that_matches_a_service_and_an_interface_too_is_not() {
        project("\"com.acme.shop.*\"")
                .compile()
                .run()
                .testEvents()
                .assertThatEvents()
                .isNotEmpty();
    }
}
