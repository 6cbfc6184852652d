package dev.andon.internal.canary.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplacementTest {

    @ParameterizedTest
    @CsvSource({"7, 0", "0, 0", "10, -0", "42, -2", "345, -45", "2.5, 0.5", "12.50, -2.50", "-3, -3", "0.5, 0.5"})
    void a_lower_number_is_as_long(String number, String lower) {
        assertThat(Replacement.lower(number)).isEqualByComparingTo(new BigDecimal(lower));
    }

    @ParameterizedTest
    @CsvSource({"7, 8", "99, 11", "45.6, 56.7"})
    void another_number_is_as_long(String number, String other) {
        assertThat(Replacement.number(number)).isEqualByComparingTo(new BigDecimal(other));
    }
}
