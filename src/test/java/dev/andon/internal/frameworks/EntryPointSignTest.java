package dev.andon.internal.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntryPointSignTest {
    @Test
    void a_name_is_compared_by_what_all_its_forms_begin_with() {
        assertThat(EntryPointSign.type("spark\\.Route", "").beginning()).isEqualTo("spark.Rout");
        assertThat(EntryPointSign.annotation("org\\.x\\.Schedules?").beginning())
                .isEqualTo("org.x.Schedule");
        assertThat(EntryPointSign.type("io\\.vertx\\..*Verticle(?:Base|)", "").beginning())
                .isEqualTo("io.vertx");
        assertThat(EntryPointSign.type("(?:jakarta|javax)\\.servlet\\.Servlet", "")
                        .beginning())
                .isEmpty();
        assertThat(EntryPointSign.type("ratpack\\.(?:A|B)|play\\.C", "").beginning())
                .isEmpty();
        assertThat(EntryPointSign.call("spark\\.Spark", "get", "").beginning()).isEqualTo("spark.Spar");
    }

    @Test
    void what_begins_alike_still_has_to_match() {
        EntryPointSign sign = EntryPointSign.annotation("org\\.x\\.Schedules?");

        assertThat(sign.matches("org.x.Schedule")).isTrue();
        assertThat(sign.matches("org.x.Schedules")).isTrue();
        assertThat(sign.matches("org.x.Scheduled")).isFalse();
        assertThat(sign.matches("org.y.Schedule")).isFalse();
    }
}
