package dev.andon.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.CanaryStep;
import dev.andon.testing.CanaryLogSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CanaryLogCodecTest {
    private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05.006Z");
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final CanaryStep DELETED =
            new CanaryStep("DELETE /orders/1", STARTED, Duration.ZERO, "failed", true, TRACE, "b7ad6b7169203332", true);
    private static final CanaryStep PLACED = new CanaryStep(
            "POST /orders", STARTED, Duration.ofMillis(7), "201", false, TRACE, "b7ad6b7169203331", false);

    private static final RunStart FULL = new RunStart(
            TRACE,
            12345678901L,
            new RunCanary(
                    "place-an-order",
                    "com.acme.PlaceAnOrderCanary",
                    "place an order",
                    "POST /orders",
                    "1.2",
                    Optional.of(Duration.ofMinutes(1)),
                    Duration.ofSeconds(10),
                    "3/5"),
            new RunnerIdentity("7-ab", "host-1", "fra", RunMode.RUN),
            "production",
            "https://shop.acme.com",
            Optional.of(STARTED.minusMillis(3)),
            STARTED,
            Duration.ofHours(7),
            true,
            "moving house");

    private static final RunStart BARE = new RunStart(
            TRACE,
            1,
            new RunCanary("a", "A", "a", "", "dev", Optional.empty(), Duration.ofSeconds(30), ""),
            new RunnerIdentity("7-ab", "", "", RunMode.CI),
            "",
            "",
            Optional.empty(),
            STARTED,
            Duration.ZERO,
            false,
            "");

    private static final RunEnd FAILED = new RunEnd(
            FULL,
            Duration.ofMillis(1234),
            CanaryOutcome.FAILURE,
            "took 1234ms\n\"more\" than 1s",
            "java.lang.AssertionError",
            List.of(
                    new RunAttempt(STARTED, Duration.ofMillis(5), "no"),
                    new RunAttempt(STARTED, Duration.ofMillis(6), "")),
            List.of(PLACED, DELETED),
            Optional.of(PLACED),
            "not deleted",
            Optional.of(new ClockOffset(Duration.ofMillis(-1500), Duration.ofMillis(510))));

    static Stream<CanaryLogLine> lines() {
        return Stream.of(
                FULL,
                BARE,
                FAILED,
                new RunEnd(
                        BARE,
                        Duration.ZERO,
                        CanaryOutcome.UNKNOWN,
                        "",
                        "",
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        "",
                        Optional.empty()),
                new AlertNotice(STARTED, "a", "production", "fra", "pager", "a-" + TRACE, true, "it hangs"),
                new AlertNotice(STARTED, "a", "production", "", "pager", "a-" + TRACE, false, ""));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void decodes_what_it_encodes_by_its_schema(CanaryLogLine line) {
        String text = CanaryLogCodec.encode(line);

        assertThat(text).doesNotContain("\n");
        assertThat(CanaryLogSchema.errors(text)).isEmpty();
        assertThat(CanaryLogCodec.decode(text, "1.jsonl, line 1")).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"schemaVersion\":2  | \"schemaVersion\":1  | \"schemaVersion\" is not 2",
                "\"type\":\"finished\"| \"type\":\"paused\"  | \"type\" is \"paused\", which is unknown",
                "\"failure\"          | \"slow\"             | \"outcome\" is \"slow\", which is unknown",
                "\"mode\":\"run\"     | \"mode\":\"play\"    | \"mode\" is \"play\", which is unknown",
                "\"duration\":1.234   | \"duration\":\"1s\"  | \"duration\" is no number",
                "\"failed\":true      | \"failed\":1         | \"failed\" is neither true nor false",
                "\"steps\":[          | \"steps\":[7,        | \"steps\" holds something other than objects",
                "}}                   | }                    | it is damaged or was never finished",
            })
    void refuses_malformed_text_naming_file_and_cause_as_the_schema_does(String written, String instead, String why) {
        String text = CanaryLogCodec.encode(FAILED).replace(written, instead);

        assertThatThrownBy(() -> CanaryLogCodec.decode(text, "1.jsonl, line 7"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith("1.jsonl, line 7 cannot be read: ")
                .hasMessageContaining(why);
        if (!why.contains("damaged")) {
            assertThat(CanaryLogSchema.errors(text)).isNotEmpty();
        }
    }

    @Test
    void the_schema_allows_no_field_that_it_does_not_describe() {
        String text = CanaryLogCodec.encode(FULL);

        assertThat(CanaryLogSchema.errors(text.replace("\"cold\"", "\"extra\":1,\"cold\"")))
                .isNotEmpty();
    }
}
