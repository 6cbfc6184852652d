package dev.andon.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.TestPlan;

class PlatformVersionTest {

    /** As a plan was before JUnit Platform 1.8. */
    static final class OldPlan {
        public boolean containsTests() {
            return true;
        }
    }

    @Test
    void names_cause_and_fix_where_the_launcher_is_too_old() {
        assertThat(PlatformVersion.problem(OldPlan.class)).hasValueSatisfying(problem -> assertThat(problem)
                .startsWith("JUnit's launcher in this run is too old (test-classes), and Andon needs JUnit 5.12")
                .contains("import junit-bom 5.12 or later", "Surefire and Failsafe 3.5"));
    }

    @Test
    void accepts_the_launcher_of_these_tests() {
        assertThat(PlatformVersion.problem(TestPlan.class)).isEmpty();
        assertThat(PlatformVersion.isSupported()).isTrue();
    }
}
