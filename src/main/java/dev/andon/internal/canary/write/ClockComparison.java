package dev.andon.internal.canary.write;

import dev.andon.internal.formats.ClockOffset;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares the service's clock with the runner's. A {@code Date} header has no fractions: the service wrote it within the
 * second that it names, and between the sending of the request and the arrival of its response. Each response limits the
 * offset from both sides; together they limit it more.
 */
final class ClockComparison {
    private @Nullable Duration least;
    private @Nullable Duration most;

    /**
     * Takes the {@code Date} of a response that came from no cache; text that is no date is left out.
     *
     * @param sent when the request was sent, by the runner's clock
     * @param received when the response had arrived, by the same
     */
    synchronized void add(Instant sent, Instant received, String date) {
        Instant written;
        try {
            written = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
        } catch (DateTimeException malformed) {
            return;
        }
        Duration from = Duration.between(received, written);
        Duration to = Duration.between(sent, written.plusSeconds(1));
        least = least == null || from.compareTo(least) > 0 ? from : least;
        most = most == null || to.compareTo(most) < 0 ? to : most;
    }

    /** Returns the offset; empty where no response told its date, or where their dates contradict each other. */
    synchronized Optional<ClockOffset> offset() {
        if (least == null || most == null || least.compareTo(most) > 0) {
            return Optional.empty();
        }
        Duration bound = most.minus(least).dividedBy(2);
        return Optional.of(new ClockOffset(least.plus(bound), bound));
    }
}
