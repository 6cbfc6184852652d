package dev.andon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestKindTest {

    @Test
    void the_kinds_are_all_constants_but_any() {
        assertThat(TestKind.kinds())
                .isEqualTo(Arrays.stream(TestKind.values())
                        .filter(kind -> kind != TestKind.ANY)
                        .toList());
    }

    @Test
    void any_has_neither_tag_nor_practice() {
        assertThatThrownBy(TestKind.ANY::tag)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("TestKind.ANY has no tag");
        assertThatThrownBy(TestKind.ANY::practice)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("TestKind.ANY has no practice");
        assertThat(TestKind.INTEGRATION.tag()).isEqualTo("integration");
    }

    @Test
    void a_request_in_code_refuses_any_and_canaries() {
        for (TestKind kind : List.of(TestKind.ANY, TestKind.CANARY)) {
            assertThatThrownBy(() -> Readiness.of("com.acme").require(kind))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Readiness.of("com.acme").require(TestKind.UNIT)).isNotNull();
    }
}
