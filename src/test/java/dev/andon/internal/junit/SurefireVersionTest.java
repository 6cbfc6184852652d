package dev.andon.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurefireVersionTest {

    @ParameterizedTest
    @ValueSource(strings = {"3.5.3", "3.5.3-SNAPSHOT"})
    void one_version_loses_tests_whose_source_is_a_uri(String version) {
        assertThat(SurefireVersion.losesTestsWithUri(version)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.2.5", "3.5.2", "3.5.4", "3.5.31", "3.6.1", ""})
    void others_do_not(String version) {
        assertThat(SurefireVersion.losesTestsWithUri(version)).isFalse();
    }
}
