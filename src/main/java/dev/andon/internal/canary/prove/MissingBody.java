package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import java.io.IOException;

/** Sends status and headers in time, and no byte of the body until it is too late. */
record MissingBody() implements FaultMechanism {

    @Override
    public Fault fault() {
        return Fault.MISSING_BODY;
    }

    @Override
    public boolean appliesTo(RecordedRequest healthy) {
        return healthy.response().hasContent();
    }

    @Override
    public void answer(FaultedRequest request) throws IOException, InterruptedException {
        HttpMessage healthy = request.healthy();
        request.begin(healthy);
        request.waitUntilTooLate();
        request.write(healthy, 0, healthy.body().length);
    }
}
