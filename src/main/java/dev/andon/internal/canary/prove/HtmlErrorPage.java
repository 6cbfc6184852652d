package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.internal.canary.values.ErrorPage;
import java.io.IOException;

/** Keeps the status, and answers with an error page as long as the healthy body. */
record HtmlErrorPage() implements FaultMechanism {

    @Override
    public Fault fault() {
        return Fault.HTML_PAGE;
    }

    @Override
    public boolean appliesTo(RecordedRequest healthy) {
        return healthy.response().hasContent();
    }

    @Override
    public void answer(FaultedRequest request) throws IOException {
        HttpMessage healthy = request.healthy();
        request.send(healthy.withText("text/html;charset=UTF-8", ErrorPage.inPlaceOf(healthy.text())));
    }
}
