package dev.andon.canary;

import java.time.Duration;
import java.util.OptionalLong;
import org.apiguardian.api.API;

/**
 * What a connection to the target took, and the certificate that it showed, as {@link CanaryClient#connect} returns it.
 *
 * @param dns the time to resolve the host's name; within the JDK's cache of names it is almost none
 * @param connect the time to connect to an address, and to ask a proxy for a connection where one is configured
 * @param tls the time of the TLS handshake; zero without TLS
 * @param daysUntilCertificateExpires whole days that the server's certificate is still valid; empty without TLS
 * @param protocol the version of TLS, for example {@code TLSv1.3}, or {@code TCP} without it
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public record CanaryConnection(
        Duration dns, Duration connect, Duration tls, OptionalLong daysUntilCertificateExpires, String protocol) {}
