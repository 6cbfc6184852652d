package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;

/** The service proves its name by a wrong certificate, in the whole run. */
record FaultyCertificate(Fault fault) implements FaultMechanism {

    @Override
    public boolean appliesTo(RecordedRequest healthy) {
        return true;
    }

    @Override
    public void answer(FaultedRequest request) {
        throw new IllegalStateException("the connection is faulty, not a response");
    }
}
