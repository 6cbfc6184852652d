package dev.andon.internal.canary.write;

import dev.andon.canary.CanaryConnection;
import dev.andon.canary.CanaryStepError;
import dev.andon.internal.text.Durations;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/** Sends one request within the bounds, follows redirects, and says clearly why there was no response. */
final class Transport {
    private static final int MOST_REDIRECTS = 5;
    private static final Set<String> FOR_ONE_ORIGIN = Set.of("authorization", "cookie", "proxy-authorization");

    /** How much earlier than the run's own timeout a request ends, since its message is the clearer one. */
    static final Duration AHEAD = Duration.ofMillis(20);

    private final Clients clients;
    private final ConnectionSettings connections;
    private final Supplier<Deadline> deadline;
    private final Secrets secrets;

    Transport(Clients clients, ConnectionSettings connections, Supplier<Deadline> deadline, Secrets secrets) {
        this.clients = clients;
        this.connections = connections;
        this.deadline = deadline;
        this.secrets = secrets;
    }

    /**
     * A response with its whole body.
     *
     * @param firstByte the time from its request to its headers
     * @param redirects where it was redirected to, in order
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, compared never
    record Received(int status, HttpHeaders headers, byte[] body, Duration firstByte, List<URI> redirects) {}

    /** Records each request to which another is redirected. */
    @FunctionalInterface
    interface Hops {
        Received record(HttpRequest next, RecordedSteps.Work<Received> work) throws Exception;
    }

    /** Returns whether the service had closed a pooled connection that was used again. */
    private static boolean closedMeanwhile(Throwable failed) {
        String message = String.valueOf(failed.getMessage());
        return message.contains("received no bytes") || message.contains("GOAWAY") || failed instanceof EOFException;
    }

    /** Sends a request and returns its own response, a redirect too. */
    Received send(String step, HttpRequest request, int mostBytes) throws InterruptedException {
        Received received = once(step, request, mostBytes, Clients.idempotent(request.method()));
        received.headers().map().forEach((name, values) -> values.forEach(value -> secrets.learnHeader(name, value)));
        return received;
    }

    /** Sends a request and those to which it is redirected, and returns the last response. */
    Received send(String step, HttpRequest first, int mostBytes, Hops hops) throws Exception {
        HttpRequest request = first;
        Received received = send(step, request, mostBytes);
        List<URI> redirects = new ArrayList<>();
        for (Optional<HttpRequest> next = redirected(step, request, received);
                next.isPresent();
                next = redirected(step, request, received)) {
            request = next.get();
            redirects.add(request.uri());
            if (redirects.size() > MOST_REDIRECTS) {
                throw failed(
                        step,
                        "is redirected more than " + MOST_REDIRECTS + " times: "
                                + first.uri().getRawPath() + " → "
                                + redirects.stream().map(URI::getRawPath).collect(Collectors.joining(" → ")));
            }
            HttpRequest hop = request;
            received = hops.record(hop, span -> {
                Received answered = send(step, hop, mostBytes);
                return new RecordedSteps.Ended<>(answered, String.valueOf(answered.status()));
            });
        }
        return new Received(
                received.status(), received.headers(), received.body(), received.firstByte(), List.copyOf(redirects));
    }

    private Received once(String step, HttpRequest request, int mostBytes, boolean again) throws InterruptedException {
        Deadline until = deadline.get();
        Duration left = until.left().minus(AHEAD);
        if (left.isNegative() || left.isZero()) {
            throw late(step, until);
        }
        long from = System.nanoTime();
        AtomicLong firstByte = new AtomicLong();
        CompletableFuture<HttpResponse<byte[]>> future = clients.forMethod(request.method())
                .sendAsync(connections.authorized(request), info -> {
                    firstByte.set(System.nanoTime() - from);
                    return new BoundedBody(mostBytes);
                });
        try {
            HttpResponse<byte[]> response = future.get(left.toNanos(), TimeUnit.NANOSECONDS);
            boolean zipped = response.headers()
                    .firstValue("Content-Encoding")
                    .filter("gzip"::equalsIgnoreCase)
                    .isPresent();
            byte[] body = zipped && response.body().length > 0
                    ? BoundedBody.unzipped(response.body(), mostBytes)
                    : response.body();
            return new Received(
                    response.statusCode(), response.headers(), body, Duration.ofNanos(firstByte.get()), List.of());
        } catch (TimeoutException tooLate) {
            future.cancel(true);
            throw late(step, until);
        } catch (ExecutionException failed) {
            Throwable cause = Objects.requireNonNullElse(failed.getCause(), failed);
            if (again && closedMeanwhile(cause)) {
                return once(step, request, mostBytes, false);
            }
            throw failed(step, why(cause, request.uri()));
        } catch (IOException unreadable) {
            throw failed(step, why(unreadable, request.uri()));
        }
    }

    /** Returns the HTTP version that is configured; empty where none is. */
    Optional<Version> version() {
        return connections.version();
    }

    /** Connects to a server, as far as it is known before a request is sent. */
    CanaryConnection connect(String step, URI server) {
        Deadline until = deadline.get();
        try {
            return new ConnectionStep(connections, until).to(server);
        } catch (SocketTimeoutException tooLate) {
            throw late(step, until);
        } catch (IOException refused) {
            throw failed(step, why(refused, server));
        }
    }

    private CanaryStepError late(String step, Deadline until) {
        return failed(step, "has no complete answer within the run's timeout of " + Durations.text(until.bound()));
    }

    private CanaryStepError failed(String step, String why) {
        return new CanaryStepError(secrets.redact(step + " " + why));
    }

    private static String why(Throwable cause, URI uri) {
        String where = origin(uri);
        if (cause instanceof BoundedBody.TooLong) {
            return "is answered without end: " + cause.getMessage();
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return "cannot connect to " + where + " in time";
        }
        if (cause instanceof HttpTimeoutException) {
            return "is not answered in time by " + where;
        }
        if (cause instanceof UnknownHostException) {
            return "cannot connect to " + where + ": no such host";
        }
        if (cause instanceof ConnectException) {
            return "cannot connect to " + where + ": "
                    + (unresolved(cause)
                            ? "no such host"
                            : Optional.ofNullable(cause.getMessage()).orElse("connection refused"));
        }
        if (cause instanceof SSLException) {
            return "cannot connect securely to " + where + ": " + cause.getMessage();
        }
        return "is not answered by " + where + ": "
                + Optional.ofNullable(cause.getMessage())
                        .orElse(cause.getClass().getSimpleName());
    }

    private static boolean unresolved(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    private Optional<HttpRequest> redirected(String step, HttpRequest request, Received received) {
        Optional<String> location = received.headers().firstValue("Location");
        if (!Set.of(301, 302, 303, 307, 308).contains(received.status()) || location.isEmpty()) {
            return Optional.empty();
        }
        URI uri;
        try {
            uri = request.uri().resolve(location.get());
        } catch (IllegalArgumentException malformed) {
            throw failed(step, "is redirected to what is no URI");
        }
        if (uri.getHost() == null || ("https".equals(request.uri().getScheme()) && !"https".equals(uri.getScheme()))) {
            throw failed(step, "is redirected to " + origin(uri) + ", which a canary does not follow");
        }
        boolean same = origin(uri).equals(origin(request.uri()));
        HttpRequest.Builder next = HttpRequest.newBuilder(
                        request, (name, value) -> same || !FOR_ONE_ORIGIN.contains(name.toLowerCase(Locale.ROOT)))
                .uri(uri);
        boolean asGet = received.status() == 303
                || (received.status() <= 302 && request.method().equals("POST"));
        return Optional.of((asGet ? next.method("GET", BodyPublishers.noBody()) : next).build());
    }

    /** Returns scheme, host and port. */
    static String origin(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return (uri.getScheme() + "://" + uri.getHost() + ":" + port).toLowerCase(Locale.ROOT);
    }
}
