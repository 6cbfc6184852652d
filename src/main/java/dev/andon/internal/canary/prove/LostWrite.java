package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.internal.canary.values.Document;
import java.io.IOException;
import java.util.Locale;

/**
 * Answers a write as the service did in a control run, and does not pass it on: what a canary reads afterwards is as if the
 * service had accepted the write and dropped it. A new cookie lets nobody in, and one that the canary has already stays.
 */
record LostWrite() implements FaultMechanism {

    @Override
    public Fault fault() {
        return Fault.CHANGED_VALUE;
    }

    @Override
    public boolean appliesTo(RecordedRequest healthy) {
        return healthy.wrote();
    }

    @Override
    public void answer(FaultedRequest request) throws IOException {
        HttpMessage write = request.recorded().request();
        request.send(request.recordedHere()
                .withoutHeaders(header -> renews(header, write))
                .withHeaders(LostWrite::spoilt));
    }

    /** A session that was there before goes on: the service has done nothing. */
    private static boolean renews(HttpMessage.Header header, HttpMessage write) {
        return setsCookie(header)
                && write.header("Cookie")
                        .filter(sent -> (" " + sent).contains(" " + name(header) + "="))
                        .isPresent();
    }

    private static HttpMessage.Header spoilt(HttpMessage.Header header) {
        String value = header.value().substring(header.value().indexOf('=') + 1).split(";", 2)[0];
        return setsCookie(header)
                ? new HttpMessage.Header(
                        header.name(),
                        header.value()
                                .replace(name(header) + "=" + value, name(header) + "=" + Document.another(value)))
                : header;
    }

    private static boolean setsCookie(HttpMessage.Header header) {
        return header.name().toLowerCase(Locale.ROOT).equals("set-cookie")
                && header.value().contains("=");
    }

    private static String name(HttpMessage.Header cookie) {
        return cookie.value().split("=", 2)[0].strip();
    }
}
