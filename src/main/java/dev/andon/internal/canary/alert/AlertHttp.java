package dev.andon.internal.canary.alert;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * Sends one request within bounds. No redirect is followed: what is told is for the receiver alone. A problem names the host
 * and nothing else of an address, since path, query and user can be secrets, and nothing that the receiver answered.
 */
final class AlertHttp {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final HttpClient client;
    private final Duration answer;

    private AlertHttp(Duration connect, Duration answer, Optional<SSLContext> security) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1);
        security.ifPresent(builder::sslContext);
        this.client = builder.build();
        this.answer = answer;
    }

    /** Returns a client with the bounds of production. A process makes one: each has threads and descriptors of its own. */
    static AlertHttp bounded(Optional<SSLContext> security) {
        return new AlertHttp(CONNECT, ANSWER, security);
    }

    static AlertHttp bounded(Duration answer, Optional<SSLContext> security) {
        return new AlertHttp(answer, answer, security);
    }

    /** Posts JSON. */
    AlertDelivery post(URI uri, Optional<String> authorization, String json) {
        return send(uri, authorization, builder -> builder.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** Asks for an address, for a ping. */
    AlertDelivery get(URI uri) {
        return send(uri, Optional.empty(), HttpRequest.Builder::GET);
    }

    private interface Method {
        HttpRequest.Builder on(HttpRequest.Builder builder);
    }

    private AlertDelivery send(URI uri, Optional<String> authorization, Method method) {
        String host = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        HttpRequest.Builder builder = method.on(
                HttpRequest.newBuilder(withoutUser(uri)).timeout(answer).header("User-Agent", "Andon"));
        authorization.or(() -> basic(uri)).ifPresent(value -> builder.header("Authorization", value));
        CompletableFuture<HttpResponse<InputStream>> sent =
                client.sendAsync(builder.build(), BodyHandlers.ofInputStream());
        try {
            return judge(host, sent.get(answer.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException failed) {
            return AlertDelivery.unreachable(host + " " + problem(failed));
        } catch (TimeoutException slow) {
            sent.cancel(true);
            return AlertDelivery.unreachable(host + " " + noAnswer());
        } catch (InterruptedException interrupted) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return AlertDelivery.unreachable(host + " was not waited for: the process ends");
        }
    }

    private static AlertDelivery judge(String host, HttpResponse<InputStream> response) {
        closeUnread(response.body());
        int status = response.statusCode();
        if (status / 100 == 2) {
            return AlertDelivery.delivered();
        }
        return AlertDelivery.refused(host + " answered " + status
                + (status / 100 == 3 ? ", and no redirect is followed: write the final address" : ""));
    }

    /** The status says all, and a body may never end. */
    private static void closeUnread(InputStream body) {
        try {
            body.close();
        } catch (IOException broken) {
            // The answer is known by then.
            return;
        }
    }

    private String problem(ExecutionException thrown) {
        Throwable failed = Objects.requireNonNullElse(thrown.getCause(), thrown);
        if (failed instanceof HttpConnectTimeoutException || failed instanceof ConnectException) {
            return "cannot be connected to";
        }
        if (failed instanceof HttpTimeoutException) {
            return noAnswer();
        }
        if (Stream.iterate(failed, Objects::nonNull, Throwable::getCause).anyMatch(SSLException.class::isInstance)) {
            return "is not trusted: its certificate, its name or its TLS version does not match";
        }
        return "gave no answer (" + failed.getClass().getSimpleName() + ")";
    }

    private String noAnswer() {
        return "gave no answer within " + answer.toMillis() + " ms";
    }

    private static Optional<String> basic(URI uri) {
        return Optional.ofNullable(uri.getUserInfo())
                .map(user -> "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }

    private static URI withoutUser(URI uri) {
        return uri.getRawUserInfo() == null ? uri : URI.create(uri.toString().replace(uri.getRawUserInfo() + "@", ""));
    }
}
