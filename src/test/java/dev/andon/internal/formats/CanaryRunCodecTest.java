package dev.andon.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.CanaryRun;
import dev.andon.canary.CanaryStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanaryRunCodecTest {
    private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05.006Z");
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final CanaryRun RUN = new CanaryRun(
            "place-an-order",
            "com.acme.PlaceAnOrderCanary",
            "place an order",
            "production",
            "https://shop.acme.com",
            STARTED,
            Duration.ofMillis(1234),
            CanaryOutcome.DEGRADED,
            2,
            "took 1234ms\n\"more\" than 1s",
            "",
            TRACE,
            List.of(
                    new CanaryStep(
                            "POST /orders",
                            STARTED,
                            Duration.ofMillis(7),
                            "201",
                            false,
                            TRACE,
                            "b7ad6b7169203331",
                            false),
                    new CanaryStep(
                            "DELETE /orders/1",
                            STARTED,
                            Duration.ZERO,
                            "failed",
                            true,
                            TRACE,
                            "b7ad6b7169203332",
                            true)));

    @Test
    void decodes_what_it_encodes() {
        String text = CanaryRunCodec.encode(RUN);

        assertThat(text).doesNotContain("\n");
        assertThat(CanaryRunCodec.decode(text, "1.jsonl, line 1")).isEqualTo(RUN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"schemaVersion\":1  | \"schemaVersion\":7  | \"schemaVersion\" is not 1",
                "\"degraded\"         | \"slow\"             | \"outcome\" is \"slow\", which is unknown",
                "\"duration\":1.234   | \"duration\":\"1s\"  | \"duration\" is no number",
                "\"failed\":true      | \"failed\":1         | \"failed\" is neither true nor false",
                "]}                   | ]                    | it is damaged or was never finished",
            })
    void refuses_malformed_text_naming_file_and_cause(String written, String instead, String why) {
        String text = CanaryRunCodec.encode(RUN).replace(written, instead);

        assertThatThrownBy(() -> CanaryRunCodec.decode(text, "1.jsonl, line 7"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith("1.jsonl, line 7 cannot be read: ")
                .hasMessageContaining(why);
    }
}
