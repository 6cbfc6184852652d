package dev.andon.internal.junit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.internal.require.ConfigurationException;
import org.junit.jupiter.api.Test;

class NeededLibrariesTest {

    @Test
    void what_is_missing_is_named_with_what_to_add() {
        for (String missing : new String[] {"org.objectweb.asm.ClassReader", "org.jacoco.core.analysis.Analyzer"}) {
            assertThatThrownBy(() -> NeededLibraries.check(name -> !name.equals(missing)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContainingAll(
                            "excludes it from andon-junit", "<artifactId>org.jacoco.core</artifactId>");
        }
    }

    @Test
    void they_are_there_as_a_rule() {
        assertThatCode(NeededLibraries::check).doesNotThrowAnyException();
    }
}
