package dev.andon.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.assess.Settings;
import dev.andon.internal.text.AndonVariables;
import dev.andon.testing.ConfigurationPage;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

    @Test
    void the_page_has_each_key_of_readiness_with_its_variable_and_no_other() throws IOException {
        Map<String, String> page = ConfigurationPage.variables();
        page.keySet().removeIf(key -> key.startsWith("andon.canary."));

        assertThat(page)
                .isEqualTo(
                        Settings.KEYS.stream().collect(Collectors.toMap(Function.identity(), AndonVariables::nameOf)));
    }
}
