package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import java.io.IOException;

/** Promises the whole body, sends its first half, and closes the connection. */
record TruncatedBody() implements FaultMechanism {

    @Override
    public Fault fault() {
        return Fault.TRUNCATED_BODY;
    }

    @Override
    public boolean appliesTo(RecordedRequest healthy) {
        // Of a stream of events a canary reads a part, which may be as much as half of what has come.
        return healthy.response().hasContent()
                && healthy.response().body().length > 1
                && !EventStream.is(healthy.response());
    }

    @Override
    public void answer(FaultedRequest request) throws IOException {
        HttpMessage healthy = request.healthy();
        request.begin(healthy);
        request.write(healthy, 0, healthy.body().length / 2);
    }
}
