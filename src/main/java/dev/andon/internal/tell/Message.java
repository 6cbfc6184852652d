package dev.andon.internal.tell;

import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.internal.judge.Report;
import java.util.ArrayList;
import java.util.List;

/** The four parts of a failure message: the service, the practice, what was found, how to fix it. */
public final class Message {
    private Message() {}

    /** Returns the message for a row of a service. */
    public static String of(ServiceResult service, PracticeResult result) {
        return text(service.name() + " (module " + service.module() + ")", result);
    }

    /** Returns the message for a row of the code base. */
    public static String ofCodebase(PracticeResult result) {
        return text("the whole code base", result);
    }

    /** Returns the messages for all rows that fail, each headed by the row's name. */
    public static List<String> ofFailing(Report report) {
        List<String> messages = new ArrayList<>();
        for (ServiceResult service : report.services()) {
            service.practices().stream()
                    .filter(result -> result.verdict().fails())
                    .forEach(result -> messages.add(service.label() + ": " + result.id() + " " + of(service, result)));
        }
        report.codebase().stream()
                .filter(result -> result.verdict().fails())
                .forEach(result -> messages.add("codebase: " + result.id() + " " + ofCodebase(result)));
        return messages;
    }

    private static String text(String service, PracticeResult result) {
        StringBuilder text = new StringBuilder()
                .append(result.verdict().word())
                .append("\n  service:  ")
                .append(service)
                .append("\n  practice: ")
                .append(result.id())
                .append("\n  found:    ")
                .append(result.found());
        if (!result.fix().isEmpty()) {
            text.append("\n  fix:      ").append(result.fix());
        }
        return text.toString();
    }
}
