package dev.andon.internal.require;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Level;
import dev.andon.Practices;
import dev.andon.internal.judge.PracticeChecks;
import java.lang.reflect.Field;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PracticeCatalogueTest {
    /** What each level adds, as released. A practice that joins one was announced one minor version before. */
    private static final String RELEASED = """
            TESTED: tests-assert, tests-enabled, tests-run, unit-tests
            INTEGRATED: integration-tests
            OPERABLE: canaries, canaries-few, canary-asserts, canary-bounded, canary-detects-failure, canary-identified, \
            canary-independent, canary-single-operation, end-to-end-tests
            WATCHED: canary-alerts, canary-outages-stated
            """;

    @Test
    void there_is_one_constant_for_each_practice_named_after_its_id() throws IllegalAccessException {
        Map<String, Object> constants = new TreeMap<>();
        for (Field constant : Practices.class.getFields()) {
            constants.put(constant.getName(), constant.get(null));
        }

        assertThat(constants)
                .isEqualTo(PracticeChecks.CATALOGUE.ids().stream()
                        .collect(Collectors.toMap(
                                id -> id.toUpperCase(Locale.ROOT).replace('-', '_'), id -> id)));
    }

    @Test
    void each_level_requires_what_the_one_before_it_requires_and_none_requires_nothing() {
        assertThat(PracticeChecks.CATALOGUE.of(Level.NONE)).isEmpty();
        assertThat(PracticeChecks.CATALOGUE.of(Level.TESTED)).isNotEmpty();
        assertThat(PracticeChecks.CATALOGUE.of(Level.INTEGRATED))
                .containsAll(PracticeChecks.CATALOGUE.of(Level.TESTED));
        assertThat(PracticeChecks.CATALOGUE.of(Level.OPERABLE))
                .containsAll(PracticeChecks.CATALOGUE.of(Level.INTEGRATED));
        assertThat(PracticeChecks.CATALOGUE.of(Level.WATCHED))
                .containsAll(PracticeChecks.CATALOGUE.of(Level.OPERABLE))
                .extracting(Practice::id)
                .contains("canary-alerts", "canary-outages-stated");
        assertThat(PracticeChecks.CATALOGUE.of(Level.OPERABLE))
                .extracting(Practice::id)
                .doesNotContain("canary-alerts", "canary-outages-stated");
    }

    @Test
    void an_upgrade_adds_no_practice_to_a_level_unannounced() {
        StringBuilder now = new StringBuilder();
        for (Level level : Level.values()) {
            if (level != Level.NONE) {
                now.append(PracticeChecks.CATALOGUE.of(level).stream()
                        .filter(practice -> practice.level().orElseThrow() == level)
                        .map(Practice::id)
                        .sorted()
                        .collect(Collectors.joining(", ", level + ": ", "\n")));
            }
        }

        assertThat(now).as("CONTRIBUTING.md says how a practice joins a level").hasToString(RELEASED);
    }

    @Test
    void the_level_of_some_practices_is_the_highest_that_they_complete() {
        Set<Practice> practices = PracticeChecks.CATALOGUE.of(Level.INTEGRATED);
        assertThat(PracticeChecks.CATALOGUE.levelOf(practices)).isEqualTo(Level.INTEGRATED);
        practices.remove(PracticeChecks.CATALOGUE.get(Practices.INTEGRATION_TESTS));
        practices.add(PracticeChecks.CATALOGUE.get(Practices.CANARIES));
        assertThat(PracticeChecks.CATALOGUE.levelOf(practices)).isEqualTo(Level.TESTED);
        assertThat(PracticeChecks.CATALOGUE.levelOf(Set.of())).isEqualTo(Level.NONE);
    }
}
