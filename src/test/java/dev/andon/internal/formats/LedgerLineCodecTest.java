package dev.andon.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerLineCodecTest {
    private static final LedgerLine LINE = new LedgerLine(
            "build \"1\"",
            "com.acme.OrderTest",
            "1f",
            Outcome.FAILED,
            "no\norder",
            Instant.parse("2026-01-02T03:04:05.006Z"),
            List.of(
                    new LedgerLine.Test("[a]/[b]", "com.acme.OrderTest", "places", Outcome.SUCCESSFUL, 1.5, List.of()),
                    new LedgerLine.Test(
                            "[a]/[c]", "com.acme.OrderTest$Of", "lists", Outcome.SKIPPED, 0, List.of("fast", "it"))),
            Map.of("../../classes", "1f-2", "../../test-classes", "2e-1"));

    @Test
    void decodes_what_it_encodes() {
        String text = LedgerLineCodec.encode(LINE);

        assertThat(text).doesNotContain("\n");
        assertThat(LedgerLineCodec.decode(text, "a.jsonl, line 1")).isEqualTo(LINE);
    }

    @Test
    void a_torn_line_still_names_its_build() {
        String text = LedgerLineCodec.encode(LINE);

        assertThat(LedgerLineCodec.buildOf(text.substring(0, 40))).contains("build \"1\"");
        assertThat(LedgerLineCodec.buildOf(text.substring(0, 12))).isEmpty();
        assertThat(LedgerLineCodec.buildOf("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"v\":1                | \"v\":2              | \"v\" is not 1",
                "\"FAILED\"             | \"BROKEN\"           | \"outcome\" is \"BROKEN\"",
                "\"hash\":\"1f\"        | \"hush\":\"1f\"      | \"hash\" is no text",
                "\"2026-01-02T03:04:05  | \"yesterday          | \"finished\" is no point in time",
                "\"1f-2\"               | 7                    | \"../../classes\" is no text",
                "]}],                   | ]},                  | it is damaged or was never finished",
            })
    void refuses_malformed_text_naming_file_and_cause(String written, String instead, String why) {
        String text = LedgerLineCodec.encode(LINE).replace(written, instead);

        assertThatThrownBy(() -> LedgerLineCodec.decode(text, "a.jsonl, line 7"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith("a.jsonl, line 7 cannot be read: ")
                .hasMessageContaining(why);
    }
}
