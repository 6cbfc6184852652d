package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import java.io.IOException;

/** Sends all but the last bytes of the body one by one, and these when it is too late. */
record SlowBody() implements FaultMechanism {
    private static final int PARTS = 10;

    @Override
    public Fault fault() {
        return Fault.SLOW_BODY;
    }

    @Override
    public boolean appliesTo(RecordedRequest healthy) {
        return healthy.response().hasContent() && healthy.response().body().length > 1;
    }

    @Override
    public void answer(FaultedRequest request) throws IOException, InterruptedException {
        HttpMessage healthy = request.healthy();
        request.begin(healthy);
        int length = healthy.body().length;
        int parts = Math.min(PARTS, length - 1);
        for (int part = 0; part < parts; part++) {
            request.write(healthy, part, 1);
            request.waitForPart(parts);
        }
        request.write(healthy, parts, length - parts);
    }
}
