package dev.andon.internal.canary.prove;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The responses that reads had before the run's writes, and whether one was served in place of the current response. */
final class StaleResponses {
    private final Map<String, HttpMessage> responses = new HashMap<>();
    private boolean written;
    private boolean lacking;
    private Served served = Served.NONE;

    /** Whether stale responses were served. */
    enum Served {
        /** No read had a response from before the write. */
        NONE,
        /** The response from before the write was the current one too, so no canary can detect it. */
        SAME,
        /** It differed from the current one. */
        OTHER
    }

    Served served() {
        return served;
    }

    /** Returns whether a read had no response from before the write, such as of a page of a list that was not read before. */
    boolean lacking() {
        return lacking;
    }

    boolean knows(String uri) {
        return responses.containsKey(uri);
    }

    /** Keeps the response to a read from before the write, unless there is an older one. */
    void add(String uri, HttpMessage response) {
        responses.putIfAbsent(uri, response);
    }

    /** Follows the canary's own requests: what it reads before its first write is stale later. */
    void see(RecordedRequest request) {
        written |= request.writes();
        if (!written && request.request().method().equals("GET")) {
            add(request.request().uri(), request.response());
        }
    }

    /** Returns the response from before a write where there is one, else the current one. */
    HttpMessage inPlaceOf(String uri, HttpMessage current) {
        Optional<HttpMessage> stale = Optional.ofNullable(written ? responses.get(uri) : null);
        lacking |= stale.isEmpty();
        stale.ifPresent(response -> {
            boolean same =
                    response.status() == current.status() && response.text().equals(current.text());
            served = !same ? Served.OTHER : served == Served.NONE ? Served.SAME : served;
        });
        return stale.orElse(current);
    }
}
