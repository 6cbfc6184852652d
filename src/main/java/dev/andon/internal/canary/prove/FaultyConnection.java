package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;

/** In the whole run nothing listens where the canary connects to, or the service proves its name by a wrong certificate. */
record FaultyConnection(Fault fault) implements FaultMechanism {

    @Override
    public boolean appliesTo(RecordedRequest healthy) {
        return true;
    }

    @Override
    public void answer(FaultedRequest request) {
        throw new IllegalStateException("the connection is faulty, not a response");
    }
}
