package dev.andon.internal.canary.prove;

import dev.andon.internal.canary.spec.ConfiguredValues;
import dev.andon.internal.canary.spec.ConnectionName;
import dev.andon.internal.canary.spec.RunOverrides;
import dev.andon.internal.canary.tls.TrustFiles;
import dev.andon.internal.formats.RunMode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.junit.platform.engine.ConfigurationParameters;

/** Runs a canary against the service, through a proxy of its own for each run. */
final class ProxiedCanary {
    private static final String ENVIRONMENT = "andon.canary.environment";
    private static final String TARGET = "andon.canary.target";
    private static final String PRODUCTION = "production";

    private final Class<?> canary;
    private final URI service;
    private final Map<String, String> parameters;
    /** What the proxy, which connects to the service in the canary's place, is configured with. */
    private final ConfiguredValues settings;

    private final Optional<SSLContext> security;
    private final Optional<ProxyCertificates> certificates;
    private boolean trusted = true;
    private CreatedEntities created = CreatedEntities.NONE;

    /**
     * Prepares runs.
     *
     * @param parameters those of the proof
     * @param configuration what the canary reads, these parameters among it
     */
    ProxiedCanary(Class<?> canary, URI service, Map<String, String> parameters, ConfigurationParameters configuration) {
        this.canary = canary;
        this.service = service;
        this.parameters = parameters.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("andon.canary."))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        this.settings = ConfiguredValues.of(configuration::get);
        this.security = TrustFiles.context(settings::value);
        boolean secure = this.parameters.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(TARGET + "."))
                .map(entry -> URI.create(entry.getValue()))
                .anyMatch(ConnectionName::isSecure);
        this.certificates =
                secure || ConnectionName.isSecure(service) ? Optional.of(new ProxyCertificates()) : Optional.empty();
    }

    /** Makes later runs do without TLS, since the canary's client does not trust the proxy. */
    void withoutTls() {
        trusted = false;
    }

    /** Returns whether the canary's connections to the service are secured. */
    boolean secures() {
        return trusted && ConnectionName.isSecure(service);
    }

    /** Returns the service. */
    Upstream upstream() {
        return upstream(service);
    }

    private Upstream upstream(URI any) {
        return new Upstream(any, security);
    }

    private Optional<SSLContext> certificate(URI any, Function<ProxyCertificates, SSLContext> which) {
        return certificates
                .filter(known -> trusted && ConnectionName.isSecure(any))
                .map(which);
    }

    /** Makes later runs clean up after a canary that could not, as its control run shows how. */
    void cleanUp(CreatedEntities entities) {
        created = entities;
    }

    /**
     * Runs the canary.
     *
     * @param timeout the time that the run may take, as a canary declares it; empty for the declared time
     */
    ProofRun run(Optional<InjectedFault> fault, RequestKeys keys, Optional<String> timeout) throws IOException {
        Optional<SSLContext> certificate = certificate(service, known -> known.under(fault.map(InjectedFault::fault)));
        try (FaultProxy proxy = new FaultProxy(upstream(), certificate)) {
            Map<String, String> all = new HashMap<>();
            // A canary must not recognise a proof by what it reads in production too.
            all.put(ENVIRONMENT, settings.value(ENVIRONMENT).orElse(PRODUCTION));
            all.putAll(parameters);
            all.put(TARGET, proxy.uri().toString());
            Map<String, String> overrides = new HashMap<>();
            overrides.put("andon.canary.retries", "0");
            overrides.put("andon.canary.pause", "20ms");
            overrides.put("andon.canary.production", "allowed");
            overrides.put("andon.canary.mode", RunMode.PROOF.id());
            timeout.ifPresent(text -> overrides.put("andon.canary.timeout", text));
            certificates.ifPresent(known -> overrides.put(TrustFiles.PROOF_AUTHORITY, known.authority()));
            RunRecording recording = proxy.begin(fault, keys);
            for (Map.Entry<String, String> other : parameters.entrySet()) {
                if (other.getKey().startsWith(TARGET + ".")) {
                    URI origin = URI.create(other.getValue());
                    FaultProxy second =
                            new FaultProxy(upstream(origin), certificate(origin, ProxyCertificates::healthy));
                    proxy.with(second);
                    all.put(other.getKey(), second.uri().toString());
                }
            }
            long from = System.nanoTime();
            NestedRun.Result result = RunOverrides.with(overrides, () -> NestedRun.of(canary, all));
            ProofRun run =
                    ProofRun.of(fault, result, recording, proxy.uri(), Duration.ofNanos(System.nanoTime() - from));
            List<HttpMessage> left = created.leftBehind(run);
            left.forEach(proxy::send);
            return run;
        }
    }
}
