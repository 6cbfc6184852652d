package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import java.io.IOException;

/** Answers a read as before the canary's write. Whether there is such a response, only the run shows. */
record StaleResponse() implements FaultMechanism {

    @Override
    public Fault fault() {
        return Fault.STALE;
    }

    @Override
    public boolean appliesTo(RecordedRequest healthy) {
        return healthy.isHttp() && !healthy.writes();
    }

    @Override
    public void answer(FaultedRequest request) throws IOException {
        request.send(request.stale());
    }
}
