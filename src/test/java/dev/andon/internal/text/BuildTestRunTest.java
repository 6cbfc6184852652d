package dev.andon.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildTestRunTest {

    @ParameterizedTest
    @ValueSource(strings = {"surefire.test.class.path", "surefire.real.class.path", "org.gradle.test.worker"})
    void the_property_of_a_build_tool_is_enough(String property) {
        assertThat(BuildTestRun.is(Set.of("user.dir", property)::contains)).isTrue();
    }

    @Test
    void a_jvm_without_any_of_them_is_no_test_run_of_a_build() {
        assertThat(BuildTestRun.is(Set.of("user.dir", "java.class.path", "basedir")::contains))
                .isFalse();
    }
}
