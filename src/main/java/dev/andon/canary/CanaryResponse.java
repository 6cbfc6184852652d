package dev.andon.canary;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What the target answered to one request.
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface CanaryResponse {

    /** Returns the HTTP status. */
    int status();

    /** Returns the first value of a header, whatever the case of its name. */
    Optional<String> header(String name);

    /** Returns the body as text; empty where there is none. */
    String body();

    /**
     * Returns the body as JSON.
     *
     * @throws CanaryStepError if it is none
     */
    CanaryJson json();

    /** Returns the time from the request's beginning to the end of the body, redirects included. */
    Duration duration();

    /** Returns the time from the beginning of the last request to the headers of its response. */
    Duration firstByte();

    /** Returns where the request was redirected to, in order; empty where it was not, or redirects are not followed. */
    List<URI> redirects();

    /**
     * Checks the status. The failure shows what was answered in its place.
     *
     * @throws CanaryStepError if it is another one
     */
    CanaryResponse expectStatus(int expected);
}
