package dev.andon.internal.canary.prove;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One request into whose response a fault is injected, and what a fault can do to it. */
final class FaultedRequest {
    /** Asks the service. */
    @FunctionalInterface
    interface Service {
        /**
         * Returns the response.
         *
         * @param events reads a stream of events that comes over a connection to the service
         */
        HttpMessage ask(Function<Socket, EventStream.Reader> events) throws IOException;
    }

    private final RunRecording run;
    private final InjectedFault injected;
    private final HttpMessage request;
    private final Socket socket;
    private final Service service;

    FaultedRequest(RunRecording run, InjectedFault injected, HttpMessage request, Socket socket, Service service) {
        this.run = run;
        this.injected = injected;
        this.request = request;
        this.socket = socket;
        this.service = service;
    }

    /** Returns the request of a control run, with the healthy response to it. */
    RecordedRequest recorded() {
        return injected.healthy();
    }

    /** Returns the response of the control run, with what it repeats of this request in place of that one. */
    HttpMessage recordedHere() {
        return Echo.between(recorded().request(), request).in(recorded().response());
    }

    /**
     * Lets the service carry out the request, and returns its response; of events to which the canary subscribes, those of
     * the control run, since new ones may only come after what it does next.
     */
    HttpMessage healthy() throws IOException {
        int enough = recorded().response().body().length;
        return isSubscription() ? recorded().response() : service.ask(any -> EventStream.upTo(enough));
    }

    /** Returns whether the canary subscribes to events. */
    boolean isSubscription() {
        return EventStream.isSubscription(request, recorded().response());
    }

    /** Sends the events to which the canary subscribes as they come, each one changed. */
    void sendEvents(UnaryOperator<HttpMessage> change) throws IOException {
        HttpMessage response = service.ask(connection -> EventStream.changed(socket, connection, change));
        if (!EventStream.isReadAsItComes(request, response)) {
            send(change.apply(response));
        }
    }

    void send(HttpMessage response) throws IOException {
        HttpWire.write(response, socket.getOutputStream(), request.method().equals("HEAD"));
    }

    /** Sends status and headers, which promise the whole body. */
    void begin(HttpMessage response) throws IOException {
        HttpWire.writeHead(response, socket.getOutputStream());
    }

    /** Sends a part of the body. */
    void write(HttpMessage response, int from, int bytes) throws IOException {
        socket.getOutputStream().write(response.body(), from, bytes);
        socket.getOutputStream().flush();
    }

    void reset() throws IOException {
        socket.setSoLinger(true, 0);
    }

    /** Redirects to a page that is not the service's. */
    void redirect(HttpMessage page) throws IOException {
        String uri = "/login?continue=" + request.uri().split("\\?", 2)[0];
        run.addPage(uri, page);
        send(new HttpMessage("HTTP/1.1 302 Found", List.of(), new byte[0]).with("Location", uri));
    }

    /** Returns the response from before the canary's write where there is one, else the current one. */
    HttpMessage stale() throws IOException {
        return run.staleInPlaceOf(request, healthy());
    }

    /** Records which values were replaced. */
    void replaced(Map<String, String> values) {
        run.addReplaced(values);
    }

    void waitUntilTooLate() throws InterruptedException {
        Thread.sleep(injected.tooLate().toMillis());
    }

    void waitForPart(int parts) throws InterruptedException {
        Thread.sleep(
                injected.tooLate().dividedBy(parts).plus(Duration.ofMillis(1)).toMillis());
    }
}
