package dev.andon.internal.canary.write;

import dev.andon.canary.CanaryJson;
import dev.andon.canary.CanaryResponse;
import dev.andon.canary.CanaryStepError;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The response to a step, described without secrets. */
final class RecordedResponse implements CanaryResponse {
    private final String step;
    private final String traceId;
    private final Transport.Received received;
    private final Duration duration;
    private final Secrets secrets;

    RecordedResponse(String step, String traceId, Transport.Received received, Duration duration, Secrets secrets) {
        this.step = step;
        this.traceId = traceId;
        this.received = received;
        this.duration = duration;
        this.secrets = secrets;
    }

    /** How many characters of an unexpected body a message shows. */
    private static final int SHOWN = 200;

    @Override
    public int status() {
        return received.status();
    }

    @Override
    public Duration duration() {
        return duration;
    }

    @Override
    public Duration firstByte() {
        return received.firstByte();
    }

    @Override
    public List<URI> redirects() {
        return received.redirects();
    }

    @Override
    public Optional<String> header(String name) {
        return received.headers().firstValue(name);
    }

    @Override
    public String body() {
        return new String(received.body(), charset());
    }

    private Charset charset() {
        return header("Content-Type")
                .flatMap(type -> Arrays.stream(type.split(";"))
                        .map(part -> part.trim().toLowerCase(Locale.ROOT))
                        .filter(part -> part.startsWith("charset="))
                        .map(part -> part.substring("charset=".length()).replace("\"", ""))
                        .findFirst())
                .map(RecordedResponse::charset)
                .orElse(StandardCharsets.UTF_8);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    @Override
    public CanaryJson json() {
        return JsonResponse.parse(this);
    }

    @Override
    public CanaryResponse expectStatus(int expected) {
        if (status() != expected) {
            throw failure("answered " + status() + " in place of " + expected);
        }
        return this;
    }

    CanaryStepError failure(String what) {
        return new CanaryStepError(secrets.redact(step + " " + what) + ": " + excerpt() + " (trace " + traceId + ")");
    }

    private String excerpt() {
        // First masked, then shortened: half a secret would not be recognised.
        String text = secrets.redact(body()).replaceAll("\\s+", " ").trim();
        if (text.isEmpty()) {
            return "an empty body";
        }
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    @Override
    public String toString() {
        return secrets.redact(step) + " answered " + status();
    }
}
