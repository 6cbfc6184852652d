package dev.andon.internal.judge;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges the reason for which a test is disabled: it must name a ticket, or a date that is not past. */
final class DisabledReason {
    private static final Pattern DATE = Pattern.compile("\\b(?:(?i)(until|till|by|before) )?(\\d{4}-\\d{2}-\\d{2})\\b");
    // Standards and codes are written as tickets are.
    private static final String NO_PROJECT =
            "UTF|SHA|ISO|RFC|JSR|JEP|MD|AES|RSA|TLS|SSL|HTTPS?|IEEE|ECMA|CP|UTC|GMT|JAVA|JDK|"
                    + "JUNIT|CVE|CWE|STATUS|ERROR|CODE|PORT|PHASE|STEP|VERSION|RELEASE|SPRINT|TODO|FIXME|TESTS?|CASE|LINE|PART";
    private static final String NO_TICKET_BEFORE =
            "steps?|cases?|tests?|scenarios?|examples?|lines?|parts?|runs?|attempts?|"
                    + "numbers?|no\\.?|rows?|columns?|items?|phases?|rules?|points?|options?|versions?";
    private static final Pattern TICKET = Pattern.compile("\\b(?!(?:" + NO_PROJECT + ")-)[A-Z][A-Z0-9_]*-\\d+\\b"
            + "|\\b(?i:gh|gl|ab)[-#]\\d+\\b|\\b[\\w.-]+/[\\w.-]+#\\d+\\b"
            + "|(?<![\\w#])(?<!(?i:\\b(?:" + NO_TICKET_BEFORE + "))\\s)#\\d+\\b"
            + "|https?://\\S+");

    private DisabledReason() {}

    /** Returns what is wrong with the reason; empty where it is valid. */
    static Optional<Finding> fault(String test, String reason, LocalDate today) {
        if (reason.isBlank()) {
            return Optional.of(TestsEnabledCheck.NO_REASON.with("test", test));
        }
        boolean ticket = TICKET.matcher(reason).find();
        Matcher date = DATE.matcher(reason);
        boolean dated = false;
        while (date.find()) {
            // Beside a ticket, a date may say when it began.
            if (!ticket || date.group(1) != null) {
                try {
                    LocalDate until = LocalDate.parse(date.group(2));
                    dated = true;
                    if (until.isBefore(today)) {
                        return Optional.of(TestsEnabledCheck.PAST_DATE.with("test", test, "date", until));
                    }
                } catch (DateTimeParseException invalid) {
                    return Optional.of(TestsEnabledCheck.INVALID_DATE.with("test", test, "date", date.group(2)));
                }
            }
        }
        return dated || ticket
                ? Optional.empty()
                : Optional.of(TestsEnabledCheck.NO_TICKET.with("test", test, "reason", reason));
    }
}
