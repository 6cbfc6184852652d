package dev.andon.internal.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.internal.require.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static Settings of(Map<String, String> parameters, Map<String, String> environment) {
        return Settings.of(key -> Optional.ofNullable(parameters.get(key)), List.of(), environment);
    }

    @Test
    void an_environment_variable_stands_in_for_a_parameter_that_is_not_set() {
        assertThat(of(Map.of(), Map.of("ANDON_REPORT_ONLY", "true")).reportOnly())
                .isTrue();
        assertThat(of(Map.of("andon.report-only", "false"), Map.of("ANDON_REPORT_ONLY", "true"))
                        .reportOnly())
                .isFalse();
    }

    @Test
    void an_unknown_variable_names_the_nearest() {
        assertThatThrownBy(() -> of(Map.of(), Map.of("ANDON_REPORT_OLNY", "true")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("ANDON_REPORT_OLNY", "did you mean ANDON_REPORT_ONLY?");
    }

    @Test
    void variables_of_canaries_and_of_others_are_no_business_of_it() {
        Settings settings =
                of(Map.of(), Map.of("ANDON_CANARY_TARGET", "http://shop", "ANDON_VERSION", "1", "HOME", "/root"));

        assertThat(settings.enabled()).isTrue();
    }
}
