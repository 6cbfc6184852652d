package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.internal.canary.values.ErrorPage;
import java.io.IOException;

/** Redirects to a login page, as a service does whose users' sessions were lost. */
record LoginRedirect() implements FaultMechanism {

    @Override
    public Fault fault() {
        return Fault.LOGIN_REDIRECT;
    }

    @Override
    public boolean appliesTo(RecordedRequest healthy) {
        return healthy.isHttp();
    }

    @Override
    public void answer(FaultedRequest request) throws IOException {
        HttpMessage healthy = request.recorded().response();
        request.redirect(HttpMessage.response(200, "OK", "text/html;charset=UTF-8", ErrorPage.login(healthy.text())));
    }
}
