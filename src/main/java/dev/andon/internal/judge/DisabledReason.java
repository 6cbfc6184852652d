package dev.andon.internal.judge;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the reason for which a test is disabled holds: it names a ticket, or a date that is not past. */
public final class DisabledReason {
    private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");
    private static final Pattern TICKET =
            Pattern.compile("\\b[A-Z][A-Z0-9_]*-\\d+\\b|(?<![\\w#])#\\d+\\b|https?://\\S+");

    private DisabledReason() {}

    /** Returns what is wrong with a reason, in words that follow the test's name; empty where it holds. */
    public static Optional<String> fault(String reason, LocalDate today) {
        if (reason.isBlank()) {
            return Optional.of("is disabled without a reason");
        }
        Matcher date = DATE.matcher(reason);
        boolean dated = false;
        while (date.find()) {
            try {
                LocalDate until = LocalDate.parse(date.group());
                dated = true;
                if (until.isBefore(today)) {
                    return Optional.of("is disabled until " + until + ", which is past");
                }
            } catch (DateTimeParseException noDate) {
                return Optional.of("is disabled until " + date.group() + ", which is not a date");
            }
        }
        return dated || TICKET.matcher(reason).find()
                ? Optional.empty()
                : Optional.of("gives neither a ticket nor a date: \"" + reason + "\"");
    }
}
