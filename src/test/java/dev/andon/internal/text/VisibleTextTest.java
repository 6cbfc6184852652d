package dev.andon.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"OrderController: unit-tests", "Größe über 日本 👩‍🚀", "می‌خواهم", "C:\\new\\tests"})
    void leaves_ordinary_text_alone(String text) {
        assertThat(VisibleText.ofLine(text)).isSameAs(text);
        assertThat(VisibleText.ofLines(text)).isSameAs(text);
    }

    @Test
    void shows_what_a_terminal_would_act_on() {
        assertThat(VisibleText.ofLine("\u001b[2K\rall met")).isEqualTo("\\u001b[2K\\u000dall met");
        assertThat(VisibleText.ofLine("a\u009bb")).isEqualTo("a\\u009bb");
        assertThat(VisibleText.ofLine("safe\u202Egnp.exe")).isEqualTo("safe\\u202egnp.exe");
        assertThat(VisibleText.ofLine("one\u2028two\0")).isEqualTo("one\\u2028two\\u0000");
        assertThat(VisibleText.ofLine("half \ud83d")).isEqualTo("half \\ud83d");
    }

    @Test
    void keeps_lines_where_there_may_be_several() {
        assertThat(VisibleText.ofLines("found\n\tOrderIT\r")).isEqualTo("found\n\tOrderIT\\u000d");
        assertThat(VisibleText.ofLine("found\n\tOrderIT")).isEqualTo("found\\u000a\\u0009OrderIT");
    }
}
