package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.internal.canary.values.ErrorPage;
import java.io.IOException;

/** Answers a status, and does not ask the service: what it would have done is not done. */
record WrongStatus(Fault fault, int status, String phrase) implements FaultMechanism {

    @Override
    public boolean appliesTo(RecordedRequest healthy) {
        return healthy.isHttp() && healthy.response().status() != status;
    }

    @Override
    public void answer(FaultedRequest request) throws IOException {
        HttpMessage healthy = request.recorded().response();
        HttpMessage error = healthy.type().contains("html")
                ? HttpMessage.response(status, phrase, "text/html;charset=UTF-8", ErrorPage.inPlaceOf(healthy.text()))
                : HttpMessage.response(
                        status,
                        phrase,
                        "application/json",
                        "{\"status\": " + status + ", \"error\": \"" + phrase + "\"}");
        request.send(
                switch (status) {
                    case 401 -> error.with("WWW-Authenticate", "Bearer");
                    case 429, 503 -> error.with("Retry-After", "1");
                    default -> error;
                });
    }
}
