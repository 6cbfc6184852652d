package dev.andon.cli;

import dev.andon.internal.canary.record.MergedRunLogs;
import dev.andon.internal.files.FileProblem;
import dev.andon.internal.formats.CanaryLogLine;
import dev.andon.internal.text.VisibleText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Parameters;

/** Reads the canary logs and the range of time that a command names. */
final class CanaryLogs {
    private static final String STANDARD_INPUT = "-";
    private static final int SHOWN = 10;

    @Parameters(
            arity = "1..*",
            paramLabel = "<log>",
            description = "canary logs, folders of them, or - for standard input; those of all locations together")
    @SuppressWarnings("NullAway.Init")
    private List<String> logs;

    /**
     * Hands over the lines of the logs, and reports what is no line of a log, the first ones each.
     *
     * @throws Misuse if there is no log, or one cannot be read
     */
    void read(PrintWriter err, Consumer<CanaryLogLine> lines) {
        read(logs, err, lines);
    }

    /**
     * Hands over the lines of these logs, as {@link #read(PrintWriter, Consumer)} does.
     *
     * @throws Misuse if there is no log, or one cannot be read
     */
    static void read(List<String> logs, PrintWriter err, Consumer<CanaryLogLine> lines) {
        AtomicLong skipped = new AtomicLong();
        MergedRunLogs merged = new MergedRunLogs(problem -> {
            if (skipped.incrementAndGet() <= SHOWN) {
                err.println("andon: skipped: " + VisibleText.ofLine(problem));
            }
        });
        String reading = "";
        try {
            for (String log : logs) {
                reading = log;
                if (log.equals(STANDARD_INPUT)) {
                    merged.add(System.in, "standard input");
                } else if (Files.exists(Path.of(log))) {
                    merged.add(Path.of(log));
                } else {
                    throw new Misuse(
                            log + " does not exist: name canary logs, folders of them, or - for standard input");
                }
            }
            merged.forEach(lines);
        } catch (IOException unreadable) {
            throw new Misuse("the canary log " + reading + " cannot be read: " + FileProblem.of(unreadable));
        }
        if (skipped.get() > SHOWN) {
            err.println("andon: " + (skipped.get() - SHOWN) + " more lines were skipped");
        }
        err.flush();
    }

    /**
     * Returns a point in time: with an offset, or in UTC; a date is its begin.
     *
     * @throws Misuse if it is not one
     */
    static Instant time(String option, String text) {
        return Stream.<Function<String, Instant>>of(
                        Instant::parse,
                        written -> OffsetDateTime.parse(written).toInstant(),
                        written -> LocalDateTime.parse(written).toInstant(ZoneOffset.UTC),
                        written -> LocalDate.parse(written).atStartOfDay().toInstant(ZoneOffset.UTC))
                .flatMap(form -> parsed(form, text).stream())
                .findFirst()
                .orElseThrow(() -> new Misuse(option + " " + text
                        + ": write a point in time such as 2026-03-02T11:30:00Z, or a date, both in UTC"));
    }

    private static Optional<Instant> parsed(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }
}
