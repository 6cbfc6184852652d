package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import java.io.IOException;

/** Keeps status and headers, and answers with well-formed JSON of another shape. */
record WrongShape() implements FaultMechanism {

    @Override
    public Fault fault() {
        return Fault.WRONG_SHAPE;
    }

    @Override
    public boolean appliesTo(RecordedRequest healthy) {
        return healthy.response().hasContent() && healthy.response().isJson();
    }

    @Override
    public void answer(FaultedRequest request) throws IOException {
        HttpMessage healthy = request.healthy();
        boolean list = healthy.text().stripLeading().startsWith("[");
        request.send(healthy.withText(list ? "{\"unexpected\": \"shape\"}" : "[\"unexpected\", \"shape\"]"));
    }
}
