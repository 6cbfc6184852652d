package dev.andon.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ExtensionDetectionTest {
    private String enabledBefore;
    private String includeBefore;

    @BeforeEach
    void clear() {
        enabledBefore = System.clearProperty(ExtensionDetection.ENABLED);
        includeBefore = System.clearProperty(ExtensionDetection.INCLUDE);
    }

    @AfterEach
    void putBack() {
        ExtensionDetection.restore();
        put(ExtensionDetection.ENABLED, enabledBefore);
        put(ExtensionDetection.INCLUDE, includeBefore);
    }

    private static void put(String key, String value) {
        if (value != null) {
            System.setProperty(key, value);
        }
    }

    private static void enable(Map<String, String> parameters) {
        ExtensionDetection.enable(key -> Optional.ofNullable(parameters.get(key)));
    }

    @Test
    void detects_our_own_extension_and_no_other() {
        enable(Map.of());

        assertThat(System.getProperty(ExtensionDetection.ENABLED)).isEqualTo("true");
        assertThat(System.getProperty(ExtensionDetection.INCLUDE))
                .isEqualTo("dev.andon.internal.evidence.coverage.SetUpExtension");
    }

    @Test
    void leaves_the_user_s_choice_alone() {
        for (String choice : new String[] {"true", "false"}) {
            enable(Map.of(ExtensionDetection.ENABLED, choice));
            assertThat(System.getProperty(ExtensionDetection.ENABLED)).isNull();
            assertThat(System.getProperty(ExtensionDetection.INCLUDE)).isNull();
        }
    }

    @Test
    void is_undone_when_the_session_ends() {
        enable(Map.of());
        ExtensionDetection.restore();

        assertThat(System.getProperty(ExtensionDetection.ENABLED)).isNull();
        assertThat(System.getProperty(ExtensionDetection.INCLUDE)).isNull();
    }
}
