package dev.andon.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FirstFewTest {

    @Test
    void names_all_where_there_are_few() {
        assertThat(FirstFew.of(List.of("a"), 2)).isEqualTo("a");
        assertThat(FirstFew.of(List.of("a", "b"), 2)).isEqualTo("a, b");
    }

    @Test
    void counts_those_that_it_leaves_out() {
        assertThat(FirstFew.of(List.of("a", "b", "c"), 2)).isEqualTo("a, b and 1 more");
    }
}
