package dev.andon.internal.prove.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.prove.agent.ChangedResults.Way;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangedResultsTest {

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                -1,
                1.5,
                1e17,
                1e300,
                -1e300,
                Double.MAX_VALUE,
                Double.MIN_VALUE,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY
            })
    void a_number_becomes_another_whatever_it_is(double number) {
        assertThat(changed(number)).isNotEqualTo(number);
        assertThat(changed((float) number)).isNotEqualTo((float) number);
    }

    private static Object changed(Object value) {
        ChangedResults.Changed changed = ChangedResults.of(value, Way.VALUES);
        return changed == null ? value : changed.value();
    }

    @Test
    void the_elements_of_a_stream_are_changed_as_it_is_read() {
        assertThat(later(Way.VALUES)).isEqualTo(List.of("a (changed)", "b (changed)"));
        assertThat(later(Way.ELEMENTS)).isEqualTo(List.of("b"));
    }

    private static List<?> later(Way way) {
        return ((Stream<?>) Objects.requireNonNull(ChangedResults.later(Stream.of("a", "b"), way))).toList();
    }
}
