package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.internal.canary.values.Document;
import java.io.IOException;
import java.util.Locale;

/**
 * Answers a write as the service did in a control run, and does not pass it on: what a canary reads afterwards is as if the
 * service had accepted the write and lost it. A cookie that the answer sets lets nobody in.
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
        request.send(request.recordedHere().withHeaders(LostWrite::withoutSession));
    }

    private static HttpMessage.Header withoutSession(HttpMessage.Header header) {
        String[] cookie = header.value().split(";", 2);
        String[] pair = cookie[0].split("=", 2);
        boolean sets = header.name().toLowerCase(Locale.ROOT).equals("set-cookie") && pair.length > 1;
        return sets
                ? new HttpMessage.Header(
                        header.name(),
                        pair[0] + "=" + Document.another(pair[1]) + (cookie.length > 1 ? ";" + cookie[1] : ""))
                : header;
    }
}
