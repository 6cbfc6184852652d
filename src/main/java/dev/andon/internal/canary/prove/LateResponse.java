package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import java.io.IOException;

/** Takes the request, and answers after the canary's timeout. */
record LateResponse() implements FaultMechanism {

    @Override
    public Fault fault() {
        return Fault.SLOW;
    }

    @Override
    public boolean appliesTo(RecordedRequest healthy) {
        return true;
    }

    @Override
    public void answer(FaultedRequest request) throws IOException, InterruptedException {
        request.waitUntilTooLate();
        if (request.recorded().isHttp()) {
            request.send(request.recorded().response());
        }
    }
}
