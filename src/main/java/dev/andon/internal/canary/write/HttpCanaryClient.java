package dev.andon.internal.canary.write;

import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryConnection;
import dev.andon.canary.CanaryForm;
import dev.andon.canary.CanaryResponse;
import dev.andon.canary.CanaryStepError;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.spec.ConnectionName;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The client that is injected into a canary: builds, identifies and records requests. */
final class HttpCanaryClient implements CanaryClient {
    private static final int MOST_MEGABYTES = 100;

    private final ConfiguredTarget target;
    private final Trace trace;
    private final RecordedSteps steps;
    private final Secrets secrets;
    private final Transport transport;
    private final Choices choices;
    private final ClockComparison comparison;
    private final Clock clock;

    HttpCanaryClient(
            ConfiguredTarget target,
            Trace trace,
            RecordedSteps steps,
            Secrets secrets,
            Transport transport,
            ClockComparison comparison,
            Clock clock) {
        this(
                target,
                trace,
                steps,
                secrets,
                transport,
                comparison,
                clock,
                new Choices("", true, BoundedBody.USUAL, Map.of()));
    }

    /**
     * What a canary chose for its next requests.
     *
     * @param origin the name of the configured target; empty for the canary's own
     * @param mostBytes how many bytes the body of a response may have
     */
    private record Choices(String origin, boolean followsRedirects, int mostBytes, Map<String, String> headers) {}

    private HttpCanaryClient(
            ConfiguredTarget target,
            Trace trace,
            RecordedSteps steps,
            Secrets secrets,
            Transport transport,
            ClockComparison comparison,
            Clock clock,
            Choices choices) {
        this.target = target;
        this.trace = trace;
        this.steps = steps;
        this.secrets = secrets;
        this.transport = transport;
        this.comparison = comparison;
        this.clock = clock;
        this.choices = choices;
    }

    private CanaryClient with(Choices others) {
        return new HttpCanaryClient(target, trace, steps, secrets, transport, comparison, clock, others);
    }

    @Override
    public CanaryClient withHeader(String name, String value) {
        secrets.learnHeader(name, value);
        Map<String, String> more = new LinkedHashMap<>(choices.headers());
        more.put(name, value);
        return with(new Choices(choices.origin(), choices.followsRedirects(), choices.mostBytes(), more));
    }

    @Override
    public CanaryClient withoutRedirects() {
        return with(new Choices(choices.origin(), false, choices.mostBytes(), choices.headers()));
    }

    @Override
    public CanaryClient at(String name) {
        target.base(name);
        return with(new Choices(name, choices.followsRedirects(), choices.mostBytes(), Map.of()));
    }

    @Override
    public CanaryClient withBodiesUpTo(int megabytes) {
        if (megabytes < 1 || megabytes > MOST_MEGABYTES) {
            throw new CanaryConfigurationException(
                    "withBodiesUpTo(" + megabytes + "): write 1 to " + MOST_MEGABYTES + " megabytes");
        }
        return with(new Choices(
                choices.origin(), choices.followsRedirects(), megabytes * BoundedBody.USUAL, choices.headers()));
    }

    @Override
    public CanaryConnection connect() {
        URI server = target.connected(choices.origin());
        String name = ConnectionName.of(server);
        return recorded(name, span -> new RecordedSteps.Ended<>(transport.connect(name, server), "ok"));
    }

    @Override
    public CanaryResponse post(String path, CanaryForm form) {
        return send(request(path).setHeader("Content-Type", form.type()).POST(BodyPublishers.ofByteArray(form.body())));
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
        choices.headers().forEach(request::setHeader);
        return request;
    }

    private URI below(String path) {
        URI base = target.base(choices.origin());
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
        return recorded(name, span -> {
            Instant sent = clock.instant();
            HttpRequest traced = HttpRequest.newBuilder(built, (header, value) -> true)
                    .setHeader("traceparent", trace.parent(span))
                    .build();
            Transport.Received received = choices.followsRedirects()
                    ? transport.send(name, traced, choices.mostBytes(), this::hop)
                    : transport.send(name, traced, choices.mostBytes());
            Instant arrived = clock.instant();
            Duration took = Duration.between(sent, arrived);
            // A date that a cache kept, or another origin's, says nothing about the service's clock now.
            if (choices.origin().isEmpty()
                    && received.redirects().isEmpty()
                    && received.headers().firstValue("Age").isEmpty()) {
                received.headers().firstValue("Date").ifPresent(date -> comparison.add(sent, arrived, date));
            }
            RecordedResponse answer = new RecordedResponse(name, trace.id(), received, took, secrets);
            return new RecordedSteps.Ended<>(answer, String.valueOf(received.status()));
        });
    }

    private <T> T recorded(String name, RecordedSteps.Work<T> work) {
        try {
            return steps.record(name, work);
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Exception failed) {
            throw new CanaryStepError(name + ": " + secrets.redact(String.valueOf(failed.getMessage())));
        }
    }

    private Transport.Received hop(HttpRequest next, RecordedSteps.Work<Transport.Received> work) throws Exception {
        secrets.learnQuery(next.uri().toString());
        return steps.record("redirect to " + next.method() + " " + path(next.uri()), work);
    }

    /** Adds this client's headers even where another client began the request. */
    private HttpRequest named(HttpRequest.Builder request) {
        HttpRequest written = request.build();
        HttpRequest.Builder named = HttpRequest.newBuilder(written, (name, value) -> true)
                .setHeader("User-Agent", trace.userAgent())
                .setHeader("tracestate", trace.state());
        choices.headers().entrySet().stream()
                .filter(header -> written.headers().firstValue(header.getKey()).isEmpty())
                .forEach(header -> named.setHeader(header.getKey(), header.getValue()));
        // Without TLS, HTTP/2 needs an upgrade request, which browsers never send and some servers refuse.
        boolean plain = "http".equalsIgnoreCase(written.uri().getScheme());
        transport
                .version()
                .or(() -> plain ? Optional.of(HttpClient.Version.HTTP_1_1) : Optional.empty())
                .ifPresent(named::version);
        return named.build();
    }

    private static String path(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
