package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;

/** Nothing listens where the canary connects to, from its first request on. */
record RefusedConnection() implements FaultMechanism {

    @Override
    public Fault fault() {
        return Fault.REFUSED;
    }

    @Override
    public boolean appliesTo(RecordedRequest healthy) {
        return true;
    }

    @Override
    public void answer(FaultedRequest request) {
        throw new IllegalStateException("no request arrives");
    }
}
