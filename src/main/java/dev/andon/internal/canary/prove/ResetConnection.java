package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import java.io.IOException;

/** Resets the connection. */
record ResetConnection() implements FaultMechanism {

    @Override
    public Fault fault() {
        return Fault.RESET;
    }

    @Override
    public boolean appliesTo(RecordedRequest healthy) {
        return true;
    }

    @Override
    public void answer(FaultedRequest request) throws IOException {
        request.reset();
    }
}
