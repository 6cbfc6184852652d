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

    /** Whether the canary itself asked where to go: from then on it may speak to the service by its own means. */
    boolean used() {
        return used;
    }

    /** Returns the base URI for our own use. */
    URI base() {
        return uri.orElseThrow(() -> new TestAbortedException("no target: set the configuration parameter "
                + CanarySettings.TARGET + " or the environment variable "
                + CanarySettings.variable(CanarySettings.TARGET)));
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
        String key = CanarySettings.credential(name);
        String value = settings.value(key)
                .orElseThrow(() -> new TestAbortedException(
                        "no credential " + name + ": set the environment variable " + CanarySettings.variable(key)));
        secrets.learn(value);
        return value;
    }

    /** Returns the base URI as logs show it: secrets are not allowed in it. */
    String shown() {
        return uri.map(URI::toString).orElse("");
    }

    @Override
    public String toString() {
        return uri.map(target -> environment() + " at " + target).orElse("no target");
    }
}
