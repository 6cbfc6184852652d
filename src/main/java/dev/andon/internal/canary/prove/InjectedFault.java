package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a proxy does to one exchange of a run.
 *
 * @param fault the fault
 * @param exchange the number of the exchange among those of the run, 0 the first
 * @param recorded the healthy answer to it in an undisturbed run
 * @param pointer for a changed value, the number of the change; else 0
 * @param delay for a slow answer, how long it takes
 * @param key what the exchange asks in every run, whichever comes first; empty where each run asks its own
 */
record InjectedFault(
        Fault fault, int exchange, HttpMessage recorded, int pointer, Duration delay, Optional<String> key) {
    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Something went wrong</h1></body></html>";

    /** Returns the URI that the exchange reads in every run. */
    Optional<String> read() {
        return key.filter(asked -> asked.startsWith("GET ")).map(asked -> asked.substring("GET ".length()));
    }

    /** Whether that exchange of a run, the number of which tells the order of arrival, is the one. */
    boolean hits(String asked, int number) {
        return key.map(asked::equals).orElse(number == exchange);
    }

    /** Whether the service must be asked first, since its true answer is what is changed. */
    boolean needsAnswer() {
        return fault == Fault.CHANGED_VALUE;
    }

    /** Returns what is answered in place of the service's answer. */
    HttpMessage apply(HttpMessage healthy) {
        return switch (fault) {
            case STATUS_500 -> error(500, "Internal Server Error");
            case STATUS_503 -> error(503, "Service Unavailable");
            case STATUS_404 -> error(404, "Not Found");
            case STATUS_401 -> error(401, "Unauthorized").with("WWW-Authenticate", "Bearer");
            case EMPTY_BODY ->
                HttpMessage.answer(200, healthy.header("Content-Type").orElse(""), "");
            case HTML_PAGE -> HttpMessage.answer(200, "text/html;charset=UTF-8", PAGE);
            case WRONG_SHAPE -> HttpMessage.answer(200, "application/json", otherShape(healthy));
            case CHANGED_VALUE -> changed(healthy);
            case TRUNCATED_BODY, RESET, SLOW, STALE -> healthy;
        };
    }

    private static HttpMessage error(int status, String text) {
        return HttpMessage.answer(
                status, "application/json", "{\"status\": " + status + ", \"error\": \"" + text + "\"}");
    }

    private static String otherShape(HttpMessage healthy) {
        return healthy.text().trim().startsWith("[") ? "{\"unexpected\": \"shape\"}" : "[\"unexpected\", \"shape\"]";
    }

    private HttpMessage changed(HttpMessage healthy) {
        List<JsonChanges.Change> changes = JsonChanges.of(healthy.text());
        return pointer < changes.size()
                ? healthy.with(changes.get(pointer).text().getBytes(StandardCharsets.UTF_8))
                : healthy;
    }
}
