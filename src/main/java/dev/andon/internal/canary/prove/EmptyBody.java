package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import java.io.IOException;

/** Keeps status and headers, and leaves out the body. */
record EmptyBody() implements FaultMechanism {

    @Override
    public Fault fault() {
        return Fault.EMPTY_BODY;
    }

    @Override
    public boolean appliesTo(RecordedRequest healthy) {
        return healthy.response().hasContent();
    }

    @Override
    public void answer(FaultedRequest request) throws IOException {
        request.send(request.healthy().without("Content-Encoding").withBody(new byte[0]));
    }
}
