package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A fault for one request of a run.
 *
 * @param fault the fault
 * @param request the number of the request among those of the run, 0 the first
 * @param recorded the healthy response to it in a control run
 * @param change for a changed value, the number of the change; else 0
 * @param delay for a slow response, how long it takes
 * @param key the request's method and URI where they are the same in every run, whichever comes first; empty where they
 *     differ from run to run
 */
record InjectedFault(Fault fault, int request, HttpMessage recorded, int change, Duration delay, Optional<String> key) {
    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Something went wrong</h1></body></html>";

    /** Returns the URI that the request reads in every run. */
    Optional<String> read() {
        return key.filter(known -> known.startsWith("GET ")).map(known -> known.substring("GET ".length()));
    }

    /** Returns whether a request of the run is the one; its number tells the order of arrival. */
    boolean isFor(String requestKey, int number) {
        return key.map(requestKey::equals).orElse(number == request);
    }

    /** Returns whether the service must respond first, since it is the current response that is changed. */
    boolean needsCurrentResponse() {
        return fault == Fault.CHANGED_VALUE;
    }

    /** Returns the faulty response in place of a healthy one. */
    HttpMessage apply(HttpMessage healthy) {
        return switch (fault) {
            case STATUS_500 -> error(500, "Internal Server Error");
            case STATUS_503 -> error(503, "Service Unavailable");
            case STATUS_404 -> error(404, "Not Found");
            case STATUS_401 -> error(401, "Unauthorized").with("WWW-Authenticate", "Bearer");
            case EMPTY_BODY ->
                HttpMessage.response(200, healthy.header("Content-Type").orElse(""), "");
            case HTML_PAGE -> HttpMessage.response(200, "text/html;charset=UTF-8", PAGE);
            case WRONG_SHAPE -> HttpMessage.response(200, "application/json", otherShape(healthy));
            case CHANGED_VALUE -> changed(healthy);
            case TRUNCATED_BODY, RESET, SLOW, STALE -> healthy;
        };
    }

    private static HttpMessage error(int status, String text) {
        return HttpMessage.response(
                status, "application/json", "{\"status\": " + status + ", \"error\": \"" + text + "\"}");
    }

    private static String otherShape(HttpMessage healthy) {
        return healthy.text().trim().startsWith("[") ? "{\"unexpected\": \"shape\"}" : "[\"unexpected\", \"shape\"]";
    }

    private HttpMessage changed(HttpMessage healthy) {
        List<JsonChanges.Change> changes = JsonChanges.of(healthy.text());
        return change < changes.size()
                ? healthy.withBody(changes.get(change).text().getBytes(StandardCharsets.UTF_8))
                : healthy;
    }
}
