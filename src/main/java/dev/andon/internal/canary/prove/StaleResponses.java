package dev.andon.internal.canary.prove;

import dev.andon.internal.canary.prove.HttpMessage.Header;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The responses that reads had before the run's writes, and whether one was served in place of the current response. */
final class StaleResponses {
    private static final Set<String> OF_NOW =
            Set.of("date", "age", "expires", "set-cookie", "content-length", "transfer-encoding");

    /** The latest first. */
    private final Map<String, Deque<HttpMessage>> responses = new HashMap<>();

    private boolean written;
    private boolean lacking;
    private Served served = Served.NONE;

    /** Whether stale responses were served. */
    enum Served {
        /** No read had a response from before the write. */
        NONE,
        /** The response from before the write was the current one too, so no canary can detect it. */
        SAME,
        /** It differed from the current one in headers alone, most of which no canary reads. */
        HEADERS,
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

    /** Keeps the response to a read from before a write. */
    void add(String uri, HttpMessage response) {
        responses.computeIfAbsent(uri, any -> new ArrayDeque<>()).addFirst(response);
    }

    /** Follows the canary's own requests: what it reads before its first write is stale later. */
    void see(RecordedRequest request) {
        written |= request.writes();
        if (!written
                && request.request().method().equals("GET")
                && !knows(request.request().uri())) {
            add(request.request().uri(), request.response());
        }
    }

    /** Returns the latest other response from before a write, else the current one. */
    HttpMessage inPlaceOf(String uri, HttpMessage current) {
        Deque<HttpMessage> known = written ? responses.getOrDefault(uri, new ArrayDeque<>()) : new ArrayDeque<>();
        lacking |= known.isEmpty();
        Optional<HttpMessage> other =
                known.stream().filter(response -> !isSame(response, current)).findFirst();
        Optional<HttpMessage> otherHeaders = known.stream()
                .filter(response -> !kept(response).equals(kept(current)))
                .findFirst()
                .map(response -> withHeaders(current, response));
        if (other.isPresent()) {
            served = Served.OTHER;
        } else if (otherHeaders.isPresent() && served != Served.OTHER) {
            served = Served.HEADERS;
        } else if (!known.isEmpty() && served == Served.NONE) {
            served = Served.SAME;
        }
        return other.or(() -> otherHeaders).orElse(current);
    }

    private static List<Header> kept(HttpMessage response) {
        return response.withoutHeaders(StaleResponses::isOfNow).headers();
    }

    private static HttpMessage withHeaders(HttpMessage current, HttpMessage earlier) {
        List<Header> headers = Stream.concat(
                        kept(earlier).stream(), current.headers().stream().filter(StaleResponses::isOfNow))
                .toList();
        return new HttpMessage(current.startLine(), headers, current.body());
    }

    private static boolean isOfNow(Header header) {
        return OF_NOW.contains(header.name().toLowerCase(Locale.ROOT));
    }

    private static boolean isSame(HttpMessage one, HttpMessage other) {
        return one.status() == other.status() && one.text().equals(other.text());
    }
}
