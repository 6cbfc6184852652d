package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Level;
import dev.andon.internal.require.Practice;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LevelSummaryTest {
    private static final Practice UNIT = UnitTestsCheck.PRACTICE;
    private static final Practice INTEGRATION = IntegrationTestsCheck.PRACTICE;
    private static final Practice COVERAGE = CoverageCheck.PRACTICE;

    @Test
    void a_missing_practice_of_the_first_level_leaves_none_reached() {
        assertThat(ReachedLevel.of(List.of(INTEGRATION, UNIT), Level.OPERABLE)).isEqualTo(Level.NONE);
        assertThat(LevelSummary.sentence(List.of(INTEGRATION, UNIT), Set.of()))
                .isEqualTo("no level is reached yet; TESTED is next: 1 result of unit-tests to fix");
    }

    @Test
    void the_next_level_names_what_is_missing_of_it() {
        assertThat(LevelSummary.sentence(List.of(INTEGRATION, INTEGRATION), Set.of()))
                .isEqualTo("level TESTED is reached; INTEGRATED is next: 2 results of integration-tests to fix");
    }

    @Test
    void coverage_belongs_to_no_level_but_is_named_where_it_is_required() {
        assertThat(ReachedLevel.of(List.of(COVERAGE), Level.INTEGRATED)).isEqualTo(Level.INTEGRATED);
        assertThat(LevelSummary.sentence(List.of(COVERAGE), Set.of(COVERAGE)))
                .isEqualTo("level WATCHED is reached, which is the last; besides, 1 result of coverage to fix");
        assertThat(LevelSummary.sentence(List.of(COVERAGE), Set.of()))
                .isEqualTo("level WATCHED is reached, which is the last");
    }

    @Test
    void no_level_above_the_one_that_is_looked_at_is_reached() {
        assertThat(ReachedLevel.of(List.of(), Level.TESTED)).isEqualTo(Level.TESTED);
    }
}
