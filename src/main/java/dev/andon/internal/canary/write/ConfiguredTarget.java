package dev.andon.internal.canary.write;

import dev.andon.canary.CanaryTarget;
import java.net.URI;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** The target as the configuration names it. */
final class ConfiguredTarget implements CanaryTarget {
    static final String UNNAMED = "unnamed";
    private static final String LOCAL = "local";

    private final CanarySettings settings;
    private final Secrets secrets;
    private final Optional<URI> uri;
    private volatile boolean used;

    ConfiguredTarget(CanarySettings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
        this.uri = settings.target();
    }

    @Override
    public URI uri() {
        used = true;
        return base();
    }

    /** Returns whether the canary's code asked for the address or a credential: then it may contact the service by its own means. */
    boolean used() {
        return used;
    }

    /** Returns the base URI without recording that it was asked for. */
    URI base() {
        return uri.orElseThrow(() -> new TestAbortedException("no target: set the configuration parameter "
                + CanarySettings.TARGET + " or the environment variable "
                + CanarySettings.variable(CanarySettings.TARGET)));
    }

    /** Returns the base URI of another origin that the configuration names; the target's own for the empty name. */
    URI base(String name) {
        String key = CanarySettings.TARGET + "." + name;
        return name.isEmpty()
                ? base()
                : settings.target(key)
                        .orElseThrow(() -> new TestAbortedException("no target " + name
                                + ": set the configuration parameter " + key + " or the environment variable "
                                + CanarySettings.variable(key)));
    }

    /** Returns the base URI of an origin to which the canary connects without sending a request. */
    URI connected(String name) {
        used = true;
        return base(name);
    }

    @Override
    public String environment() {
        return settings.value(CanarySettings.ENVIRONMENT)
                .or(() -> uri.map(target -> ProductionGuard.loopback(target) ? LOCAL : UNNAMED))
                .orElse("");
    }

    @Override
    public String credential(String name) {
        used = true;
        String value = settings.credential(name)
                .orElseThrow(() -> new TestAbortedException("no credential " + name
                        + "; set the environment variable "
                        + CanarySettings.variable(CanarySettings.credentialKey(name))));
        secrets.learn(value);
        return value;
    }

    /** Returns the base URI as logs show it; it cannot hold secrets. */
    String shown() {
        return uri.map(URI::toString).orElse("");
    }

    @Override
    public String toString() {
        return uri.map(target -> environment() + " at " + target).orElse("no target");
    }
}
