package dev.andon.internal.canary.outages;

import dev.andon.internal.text.Plural;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * States an outage in words, and claims only what was observed. Seconds are rounded so that the bounds stay true. That an
 * outage lasted "at least" some time holds only if it did not recover between two bad runs, and is never said without that.
 */
public final class OutageSentence {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final int MILLIS = 1000;

    private final Outage outage;
    private LocalDate day = LocalDate.MIN;

    private OutageSentence(Outage outage) {
        this.outage = outage;
    }

    /** Returns the statement of what one location saw. */
    public static String of(OutageWindow window) {
        return of(Outage.of(window));
    }

    /** Returns the statement. */
    public static String of(Outage outage) {
        OutageSentence sentence = new OutageSentence(outage);
        return sentence.probes() + " " + sentence.bounds() + " " + sentence.unseen() + sentence.planned()
                + sentence.clock();
    }

    private String probes() {
        Instant first = outage.first().began().at();
        Instant last = outage.windows().stream()
                .map(window -> window.lastBad().failureEnd().at())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        int bad = outage.bad();
        int good = outage.goodInside();
        String which = (good > 0 ? bad + " of " + (bad + good) : all(bad)) + (bad + good == 1 ? " probe" : " probes");
        String when = bad == 1
                ? "at " + time(first.truncatedTo(ChronoUnit.SECONDS))
                : "from " + time(first.truncatedTo(ChronoUnit.SECONDS)) + " to " + time(last);
        return outage.first().operation() + " failed in " + which + " " + when + " UTC" + where() + "."
                + (outage.flapping()
                        ? " It recovered and failed again in between, so it was not down throughout."
                        : "");
    }

    /** Locations that saw it at different times had good probes meanwhile. */
    private String all(int bad) {
        if (bad == 1 || outage.windows().size() > 1) {
            return String.valueOf(bad);
        }
        return bad == 2 ? "both" : "all " + bad;
    }

    private String where() {
        String seen = String.join(", ", outage.locations());
        if (seen.isEmpty()) {
            return "";
        }
        String elsewhere =
                outage.elsewhere().isEmpty() ? "" : "; it worked from " + String.join(", ", outage.elsewhere());
        return " (location" + (outage.locations().size() > 1 ? "s " : " ") + seen + elsewhere + ")";
    }

    private String bounds() {
        String by = time(up(outage.beganBy()));
        String began = outage.beganAfter()
                .map(after -> "It began between " + time(after.truncatedTo(ChronoUnit.SECONDS)) + " and " + by)
                .orElse("It had begun by " + by + ", and no successful probe before it is in the log");
        String from = time(outage.endedFrom().truncatedTo(ChronoUnit.SECONDS));
        String ended = outage.endedBefore()
                .map(before -> " and ended between " + from + " and " + time(up(before)))
                .orElse("; it had not ended by " + from + ", and no successful probe after it is in the log");
        return began + ended + lasted() + ".";
    }

    private String lasted() {
        Duration least = outage.atLeast().truncatedTo(ChronoUnit.SECONDS);
        Optional<String> most = outage.atMost().map(duration -> text(up(duration)));
        if (outage.flapping()) {
            return most.map(time -> "; from the first failure to the last it took at most " + time)
                    .orElse("");
        }
        if (least.isZero()) {
            return most.map(time -> "; it lasted at most " + time).orElse("");
        }
        return "; if it did not recover in between, it lasted at least " + text(least)
                + most.map(time -> " and at most " + time).orElse("");
    }

    private String unseen() {
        int missing = outage.windows().stream().mapToInt(OutageWindow::missing).sum();
        int unknown = outage.windows().stream().mapToInt(OutageWindow::unknown).sum();
        Duration unobserved =
                outage.windows().stream().map(OutageWindow::unobserved).reduce(Duration.ZERO, Duration::plus);
        String without = unknown == 0 ? "" : ", " + Plural.count(unknown, "probe") + " without a result";
        String gaps = unobserved.isZero() ? "" : ": nothing is known of " + text(up(unobserved)) + " in between";
        Optional<Duration> every = outage.first().every();
        if (every.isEmpty()) {
            return "No interval is recorded" + without + gaps + ".";
        }
        String interval = every.get().compareTo(Duration.ofMinutes(2)) < 0 ? seconds(every.get()) : text(every.get());
        return "Interval " + interval + ", " + (missing == 0 ? "no probe" : Plural.count(missing, "probe")) + " missing"
                + without + gaps + "; outages under " + interval + " may go unseen.";
    }

    private String planned() {
        int planned = outage.windows().stream().mapToInt(OutageWindow::planned).sum();
        if (planned == 0) {
            return "";
        }
        return outage.allPlanned()
                ? " It was planned: " + outage.first().muted() + "."
                : " " + planned + " of the failed probes were in a maintenance window.";
    }

    private String clock() {
        Duration error = outage.windows().stream()
                .flatMap(window -> Stream.of(
                        window.lastGood().map(Probe::began),
                        Optional.of(window.firstBad().failureEnd()),
                        Optional.of(window.lastBad().failureStart()),
                        window.nextGood().map(Probe::ended)))
                .flatMap(Optional::stream)
                .map(Moment::clockError)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return error.isZero() ? "" : " The bounds include a clock error of up to " + text(up(error)) + ".";
    }

    /** The date is said once, and again where it changes. */
    private String time(Instant time) {
        LocalDate date = LocalDate.ofInstant(time, ZoneOffset.UTC);
        boolean same = date.equals(day);
        day = date;
        return (same ? TIME : DATE_TIME).format(time);
    }

    private static Instant up(Instant time) {
        Instant whole = time.truncatedTo(ChronoUnit.SECONDS);
        return whole.equals(time) ? time : whole.plusSeconds(1);
    }

    private static Duration up(Duration duration) {
        Duration whole = duration.truncatedTo(ChronoUnit.SECONDS);
        return whole.equals(duration) ? duration : whole.plusSeconds(1);
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % MILLIS == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    /** Returns a duration in words, for example {@code 9 min 59 s}. */
    public static String text(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return seconds(duration);
        }
        String minutes = part(duration.toMinutesPart(), "min") + part(duration.toSecondsPart(), "s");
        return (part(duration.toDays(), "d") + part(duration.toHoursPart(), "h") + minutes).trim();
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + " " + unit + " ";
    }
}
