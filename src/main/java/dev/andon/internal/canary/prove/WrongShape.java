package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps status and headers, and answers with well-formed JSON of another shape. */
record WrongShape() implements FaultMechanism {
    /** So many that no response has as many by chance. */
    private static final int PARTS = 23;

    private static final String OBJECT = Stream.iterate(1, i -> i + 1)
            .limit(PARTS)
            .map(i -> "\"unexpected" + i + "\": \"shape\"")
            .collect(Collectors.joining(", ", "{", "}"));

    private static final String LIST =
            Stream.generate(() -> "\"unexpected\"").limit(PARTS).collect(Collectors.joining(", ", "[", "]"));

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
        request.send(healthy.withText(list ? OBJECT : LIST));
    }
}
