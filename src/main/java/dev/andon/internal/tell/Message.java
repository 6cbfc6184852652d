package dev.andon.internal.tell;

import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.internal.judge.Report;
import java.util.ArrayList;
import java.util.List;

/**
 * A failure message. Its first line is what was found; then come the service, the practice, the fix and the page of the
 * practice.
 */
public final class Message {
    /** Where the pages of the practices are. */
    static final String PAGES = "https://github.com/andon-dev/andon/blob/main/docs/practices/";

    private Message() {}

    /** Returns the message for a result of a service or canary. */
    public static String of(ServiceResult service, PracticeResult result) {
        return text(service.name() + " (module " + service.module() + ")", result);
    }

    /** Returns the message for a result of the code base. */
    public static String ofCodebase(PracticeResult result) {
        return text("the whole code base", result);
    }

    /** Returns the messages for all results that fail, each after the name of its test. */
    public static List<String> ofFailing(Report report) {
        List<String> messages = new ArrayList<>();
        report.subjects().forEach(subject -> subject.practices().stream()
                .filter(result -> result.verdict().fails())
                .forEach(result -> messages.add(subject.label() + ": " + result.id() + ": " + of(subject, result))));
        report.codebase().stream()
                .filter(result -> result.verdict().fails())
                .forEach(result -> messages.add("codebase: " + result.id() + ": " + ofCodebase(result)));
        return messages;
    }

    /** Returns the address of a practice's page. */
    static String page(String practice) {
        return PAGES + practice + ".md";
    }

    private static String text(String service, PracticeResult result) {
        return result.found()
                + "\n  service:  " + service
                + "\n  practice: " + result.id() + " (" + result.verdict().word() + ")"
                + (result.fix().isEmpty() ? "" : "\n  fix:      " + result.fix())
                + "\n  see:      " + page(result.id());
    }
}
