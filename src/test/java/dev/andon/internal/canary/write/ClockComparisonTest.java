package dev.andon.internal.canary.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.formats.ClockOffset;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClockComparisonTest {
    private static final Instant NOON = Instant.parse("2027-01-31T12:00:00Z");

    private static String date(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                time.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    @Test
    void the_true_offset_lies_within_the_bound_and_more_responses_narrow_it() {
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            Duration truth = Duration.ofMillis(random.nextInt(10_000) - 5000);
            ClockComparison comparison = new ClockComparison();
            Duration bound = Duration.ofDays(1);
            for (int response = 0; response < 4; response++) {
                Instant sent = NOON.plusMillis(random.nextInt(100_000));
                long latency = random.nextInt(800);
                Instant written =
                        sent.plusMillis((long) (latency * random.nextDouble())).plus(truth);
                comparison.add(sent, sent.plusMillis(latency), date(written));

                ClockOffset offset = comparison.offset().orElseThrow();
                assertThat(truth.minus(offset.offset()).abs()).isLessThanOrEqualTo(offset.bound());
                assertThat(offset.bound()).isLessThanOrEqualTo(bound);
                bound = offset.bound();
            }
        }
    }

    @Test
    void nothing_is_known_without_a_date_or_where_dates_contradict() {
        ClockComparison comparison = new ClockComparison();
        comparison.add(NOON, NOON, "yesterday");
        assertThat(comparison.offset()).isEmpty();

        comparison.add(NOON, NOON, date(NOON));
        assertThat(comparison.offset()).isPresent();

        comparison.add(NOON, NOON, date(NOON.minusSeconds(3600)));
        assertThat(comparison.offset()).isEmpty();
    }
}
