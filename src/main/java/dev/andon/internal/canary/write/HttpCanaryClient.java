package dev.andon.internal.canary.write;

import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryResponse;
import dev.andon.canary.CanaryStepError;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The client that is injected into a canary: builds, identifies and records requests. */
final class HttpCanaryClient implements CanaryClient {
    private final ConfiguredTarget target;
    private final Trace trace;
    private final RecordedSteps steps;
    private final Secrets secrets;
    private final Transport transport;
    private final Map<String, String> headers;

    HttpCanaryClient(ConfiguredTarget target, Trace trace, RecordedSteps steps, Secrets secrets, Transport transport) {
        this(target, trace, steps, secrets, transport, Map.of());
    }

    private HttpCanaryClient(
            ConfiguredTarget target,
            Trace trace,
            RecordedSteps steps,
            Secrets secrets,
            Transport transport,
            Map<String, String> headers) {
        this.target = target;
        this.trace = trace;
        this.steps = steps;
        this.secrets = secrets;
        this.transport = transport;
        this.headers = headers;
    }

    @Override
    public CanaryClient withHeader(String name, String value) {
        secrets.learnHeader(name, value);
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpCanaryClient(target, trace, steps, secrets, transport, more);
    }

    @Override
    public CanaryResponse get(String path) {
        return send(request(path).GET());
    }

    @Override
    public CanaryResponse post(String path, String json) {
        return send(json(path).POST(body(json)));
    }

    @Override
    public CanaryResponse put(String path, String json) {
        return send(json(path).PUT(body(json)));
    }

    @Override
    public CanaryResponse patch(String path, String json) {
        return send(json(path).method("PATCH", body(json)));
    }

    @Override
    public CanaryResponse delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder json(String path) {
        return request(path).setHeader("Content-Type", "application/json");
    }

    private static BodyPublisher body(String json) {
        return BodyPublishers.ofString(json);
    }

    @Override
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(below(path));
        headers.forEach(request::setHeader);
        return request;
    }

    private URI below(String path) {
        URI base = target.base();
        try {
            URI written = URI.create(path);
            if (written.isAbsolute()) {
                return sameOrigin(base, written);
            }
        } catch (IllegalArgumentException malformed) {
            throw new CanaryConfigurationException(
                    "\"" + secrets.redact(path) + "\" is not a valid path: percent-encode its special characters");
        }
        if (!path.startsWith("/")) {
            throw new CanaryConfigurationException(
                    "\"" + secrets.redact(path) + "\" is not a path below the target: begin it with a slash");
        }
        return URI.create(base + path);
    }

    /** A link from a response may be followed as long as it leads to the same service. */
    private static URI sameOrigin(URI base, URI written) {
        if (!Transport.origin(base).equals(Transport.origin(written))) {
            throw new CanaryStepError(
                    "asks " + Transport.origin(written) + ", which is not the target " + Transport.origin(base));
        }
        return written;
    }

    @Override
    public CanaryResponse send(HttpRequest.Builder request) {
        HttpRequest built = named(request);
        built.headers().map().forEach((name, values) -> values.forEach(value -> secrets.learnHeader(name, value)));
        secrets.learnQuery(built.uri().toString());
        String name = built.method() + " " + path(built.uri());
        try {
            return steps.record(name, span -> {
                long from = System.nanoTime();
                HttpRequest traced = HttpRequest.newBuilder(built, (header, value) -> true)
                        .setHeader("traceparent", trace.parent(span))
                        .build();
                Transport.Received received = transport.send(name, traced);
                Duration took = Duration.ofNanos(System.nanoTime() - from);
                received.headers()
                        .map()
                        .forEach((header, values) -> values.forEach(value -> secrets.learnHeader(header, value)));
                RecordedResponse answer = new RecordedResponse(name, trace.id(), received, took, secrets);
                return new RecordedSteps.Ended<>(answer, String.valueOf(received.status()));
            });
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Exception failed) {
            throw new CanaryStepError(name + ": " + secrets.redact(String.valueOf(failed.getMessage())));
        }
    }

    /** Adds this client's headers even where another client began the request. */
    private HttpRequest named(HttpRequest.Builder request) {
        HttpRequest written = request.build();
        HttpRequest.Builder named = HttpRequest.newBuilder(written, (name, value) -> true)
                .setHeader("User-Agent", trace.userAgent())
                .setHeader("tracestate", trace.state());
        headers.entrySet().stream()
                .filter(header -> written.headers().firstValue(header.getKey()).isEmpty())
                .forEach(header -> named.setHeader(header.getKey(), header.getValue()));
        if ("http".equalsIgnoreCase(written.uri().getScheme())) {
            // Without TLS, HTTP/2 would need an upgrade request, which browsers never send and some servers refuse.
            named.version(HttpClient.Version.HTTP_1_1);
        }
        return named.build();
    }

    private static String path(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
