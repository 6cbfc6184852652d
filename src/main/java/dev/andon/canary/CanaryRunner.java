package dev.andon.canary;

import dev.andon.internal.spi.Providers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Runs canaries once, on the class path of the caller, which brings JUnit's launcher and engine. Each run leaves its lines in the
 * canary log. The command line runs them in a loop, and as a gate.
 *
 * <pre>{@code
 * List<CanaryResult> results = CanaryRunner.of(PlaceAnOrderCanary.class)
 *         .with("andon.canary.target", "https://shop.acme.com")
 *         .once();
 * }</pre>
 *
 * <p>Thread safety: a runner is immutable.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CanaryRunner {
    private final List<Class<?>> canaries;
    private final Map<String, String> parameters;

    private CanaryRunner(List<Class<?>> canaries, Map<String, String> parameters) {
        this.canaries = List.copyOf(canaries);
        this.parameters = Map.copyOf(parameters);
    }

    /**
     * Returns a runner of these canaries.
     *
     * @throws IllegalArgumentException if no class is named
     */
    public static CanaryRunner of(Class<?>... canaries) {
        if (canaries.length == 0) {
            throw new IllegalArgumentException("no canary to run: name the classes of the canaries");
        }
        return new CanaryRunner(List.of(canaries), Map.of());
    }

    /**
     * Returns a runner of every canary that an artefact on the class path declares in {@code META-INF/andon/canaries.json}.
     *
     * @throws IllegalStateException if there is no such file, or one of them cannot be used
     */
    public static CanaryRunner ofArtefacts() {
        return new CanaryRunner(Providers.find(Provider.class).declaredCanaries(), Map.of());
    }

    /** Returns a runner with one more configuration parameter, such as {@code andon.canary.target}. */
    public CanaryRunner with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(key, value);
        return new CanaryRunner(canaries, more);
    }

    /**
     * Runs each canary once, one after the other.
     *
     * @return how each of their tests ended; never empty, since a canary that could not be run has the outcome {@link
     *     CanaryOutcome#UNKNOWN}
     * @throws IllegalArgumentException if a class is no canary
     */
    public List<CanaryResult> once() {
        return Providers.find(Provider.class).once(canaries, parameters);
    }

    /** Runs canaries; found by {@link java.util.ServiceLoader}. */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public interface Provider {

        /** Returns the canaries that artefacts on the class path declare. */
        List<Class<?>> declaredCanaries();

        /** Runs canaries once, with these configuration parameters. */
        List<CanaryResult> once(List<Class<?>> canaries, Map<String, String> parameters);
    }
}
