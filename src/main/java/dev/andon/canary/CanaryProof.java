package dev.andon.canary;

import dev.andon.internal.spi.Providers;
import dev.andon.internal.text.HttpUri;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.DynamicNode;

/**
 * Proves canaries, as mutation testing proves tests. A proxy between the canary and a healthy service first lets everything
 * pass (the control runs), and then injects each {@link Fault} into the responses. The canary must be green in the control
 * runs and red under each fault; a fault that it does not detect is named with the request. The practice {@code
 * canary-detects-failure} is judged by the result.
 *
 * <pre>{@code
 * @SpringBootTest(webEnvironment = RANDOM_PORT)
 * class ShopCanariesIT {
 *     @TestFactory
 *     Stream<DynamicNode> canaries_turn_red(@LocalServerPort int port) {
 *         return CanaryProof.of(PlaceAnOrderCanary.class, BrowseCanary.class)
 *                 .against(URI.create("http://localhost:" + port))
 *                 .tests();
 *     }
 * }
 * }</pre>
 *
 * <p>Thread safety: a proof is immutable; its tests run one after the other.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CanaryProof {
    private final List<Class<?>> canaries;
    private final Map<String, String> credentials;

    private CanaryProof(List<Class<?>> canaries, Map<String, String> credentials) {
        this.canaries = List.copyOf(canaries);
        this.credentials = new LinkedHashMap<>(credentials);
    }

    /** Begins a proof of these canaries. */
    public static CanaryProof of(Class<?>... canaries) {
        return new CanaryProof(List.of(canaries).stream().distinct().toList(), Map.of());
    }

    /**
     * Begins a proof of every canary that an artefact on the class path declares in {@code META-INF/andon/canaries.json}.
     *
     * @throws IllegalStateException if there is no such file, or one of them cannot be used
     */
    public static CanaryProof ofArtefacts() {
        return new CanaryProof(Providers.find(Provider.class).declaredCanaries(), Map.of());
    }

    /** Gives the canaries a credential that the local service accepts. */
    public CanaryProof credential(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(credentials);
        more.put("andon.canary.credential." + name, value);
        return new CanaryProof(canaries, more);
    }

    /**
     * Names a healthy service for another origin that the canaries call by {@link CanaryClient#at}. Faults are injected into its
     * responses too.
     *
     * @throws IllegalArgumentException if it is not an http or https URI with a host
     */
    public CanaryProof target(String name, URI service) {
        Map<String, String> more = new LinkedHashMap<>(credentials);
        more.put(
                "andon.canary.target." + name,
                checked(service, "target(\"" + name + "\", ").toString());
        return new CanaryProof(canaries, more);
    }

    /**
     * Names a test of your own that shows that a canary fails when the service does: for a canary into whose responses no fault
     * can be injected, since it speaks JDBC or another binary protocol. The test must pass in the same build.
     */
    public CanaryProof provenBy(Class<?> canary, Class<?> test) {
        Map<String, String> more = new LinkedHashMap<>(credentials);
        more.put("andon.proof.proven-by." + canary.getName(), test.getName());
        return new CanaryProof(canaries, more);
    }

    /**
     * Names the healthy service, on this machine.
     *
     * @param service its base URI, as the canaries' target is written
     * @throws IllegalArgumentException if it is not an http or https URI with a host
     */
    public Against against(URI service) {
        return new Against(this, checked(service, "against("));
    }

    private static URI checked(URI service, String call) {
        if (service == null || !HttpUri.is(service)) {
            throw new IllegalArgumentException(call + service
                    + "): name the running service by an http or https URI with a host, for example "
                    + "URI.create(\"http://localhost:\" + port)");
        }
        return service;
    }

    /**
     * A proof against a service.
     *
     * @since 0.1
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public static final class Against {
        private final CanaryProof proof;
        private final URI service;

        private Against(CanaryProof proof, URI service) {
            this.proof = proof;
            this.service = service;
        }

        /**
         * Returns the proof as dynamic tests: for each canary one of the control runs and one for each fault.
         *
         * @throws IllegalArgumentException if there is no canary, or a class is not a canary
         */
        public Stream<DynamicNode> tests() {
            if (proof.canaries.isEmpty()) {
                throw new IllegalArgumentException("no canary to prove: name the classes of the canaries");
            }
            return Providers.find(Provider.class).tests(proof.canaries, service, proof.credentials).stream();
        }
    }

    /** Runs proofs; found by {@link java.util.ServiceLoader}. */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public interface Provider {

        /**
         * Returns the canaries that artefacts on the class path declare.
         *
         * @throws IllegalStateException if there are none, or a file that declares them cannot be used
         */
        List<Class<?>> declaredCanaries();

        /** Returns the tests that prove canaries against a service, with these configuration parameters. */
        List<DynamicNode> tests(List<Class<?>> canaries, URI service, Map<String, String> parameters);
    }
}
