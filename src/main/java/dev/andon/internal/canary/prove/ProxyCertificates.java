package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.internal.canary.tls.ProofAuthority;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The certificates by which the proxies of a proof stand for a service that speaks TLS. Only canary clients trust them. */
final class ProxyCertificates {
    private static final String HOST = "localhost";
    private static final Duration LONG = Duration.ofDays(365);
    private static final Duration UNTIL_TOMORROW = Duration.ofHours(36);

    private final ProofAuthority authority;
    private final SSLContext healthy;

    ProxyCertificates() {
        try {
            authority = ProofAuthority.create();
            healthy = authority.certify(HOST, LONG).server();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns the authority's own certificate as a PEM file holds it. */
    String authority() {
        try {
            return authority.pem();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns what a proxy needs that has no faulty certificate. */
    SSLContext healthy() {
        return healthy;
    }

    /** Returns what a proxy needs in a run with that fault. */
    SSLContext under(Optional<Fault> fault) {
        try {
            return switch (fault.orElse(Fault.RESET)) {
                case CERTIFICATE_EXPIRES ->
                    authority.certify(HOST, UNTIL_TOMORROW).server();
                case CERTIFICATE_HOST ->
                    authority.certify("another-host.invalid", LONG).server();
                case CERTIFICATE_UNTRUSTED ->
                    ProofAuthority.create().certify(HOST, LONG).server();
                default -> healthy;
            };
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
