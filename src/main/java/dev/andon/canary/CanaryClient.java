package dev.andon.canary;

import java.net.http.HttpRequest;
import org.apiguardian.api.API;

/**
 * Asks the target over HTTP, as one recorded step a request. Every request names the canary ({@code User-Agent:
 * place-an-order-canary/1.4 (+https://…)}, {@code tracestate: canary=place-an-order}) and carries a W3C
 * {@code traceparent}, and is bounded: by what is left of the run's timeout, by default 1 MB of body, and 5 redirects. What cannot be
 * had within the bounds throws {@link CanaryStepError}, which makes the outcome a failure.
 *
 * <p>Secrets (Authorization, Cookie, Set-Cookie, query parameters named like tokens, credential values) never appear
 * in messages or logs.
 *
 * <pre>{@code
 * CanaryResponse placed = client.post("/orders", "{\"sku\": \"tea\"}").expectStatus(201);
 * }</pre>
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface CanaryClient {

    /** Returns a client that sends this header too; its value is taken for a secret where the name says so. */
    CanaryClient withHeader(String name, String value);

    /** Returns a client that does not follow redirects: the response is the redirect itself. */
    CanaryClient withoutRedirects();

    /**
     * Returns a client for another origin, such as an identity provider, that the configuration names by
     * {@code andon.canary.target.<name>}. It has the cookies of the run, and none of the headers given before.
     *
     * @param name lower case with dashes
     * @throws org.opentest4j.TestAbortedException if no such origin is configured
     */
    CanaryClient at(String name);

    /**
     * Returns a client that reads bodies up to that size.
     *
     * @param megabytes 1 to 100; 1 where nothing is chosen
     */
    CanaryClient withBodiesUpTo(int megabytes);

    /**
     * Connects to the target without sending a request, as one recorded step, and closes the connection again. Requests do not
     * use it: they connect by themselves.
     *
     * <pre>{@code
     * client.connect().daysUntilCertificateExpires().ifPresent(days -> assertTrue(days > 14, "expires in " + days + " days"));
     * }</pre>
     *
     * @throws CanaryStepError if it cannot connect within the bounds, or the certificate is not valid for the target
     */
    CanaryConnection connect();

    /** Gets a path below the target. */
    CanaryResponse get(String path);

    /** Posts JSON to a path below the target. */
    CanaryResponse post(String path, String json);

    /** Posts a form to a path below the target. */
    CanaryResponse post(String path, CanaryForm form);

    /** Puts JSON to a path below the target. */
    CanaryResponse put(String path, String json);

    /** Patches with JSON what a path below the target names. */
    CanaryResponse patch(String path, String json);

    /** Deletes what a path below the target names. */
    CanaryResponse delete(String path);

    /** Begins a request of any other shape to a path below the target, for {@link #send}; it has no Content-Type yet. */
    HttpRequest.Builder request(String path);

    /**
     * Sends a request, and returns what was answered, whatever its status.
     *
     * @throws CanaryStepError if no complete answer came within the bounds
     */
    CanaryResponse send(HttpRequest.Builder request);
}
