package dev.andon.canary;

import java.net.URI;
import org.apiguardian.api.API;

/**
 * Where a canary goes: configuration, never code. Read from JUnit configuration parameters or the environment:
 *
 * <pre>{@code
 * andon.canary.target            ANDON_CANARY_TARGET            https://shop.acme.com
 * andon.canary.environment       ANDON_CANARY_ENVIRONMENT       production
 * andon.canary.credential.<name> ANDON_CANARY_CREDENTIAL_<NAME> …
 * }</pre>
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface CanaryTarget {

    /**
     * Returns the base URI, without a trailing slash.
     *
     * @throws org.opentest4j.TestAbortedException if none is configured: the outcome is unknown, never green
     */
    URI uri();

    /**
     * Returns the environment's name; {@code local} for a loopback target without one, {@code unnamed} for any other, and
     * nothing at all where there is no target either.
     */
    String environment();

    /**
     * Returns a configured credential. Its value is kept out of every log.
     *
     * @param name lower case with dashes, for example {@code api-key}, read from {@code ANDON_CANARY_CREDENTIAL_API_KEY}
     * @throws org.opentest4j.TestAbortedException if it is not configured
     */
    String credential(String name);
}
