package dev.andon.internal.canary.write;

import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.tls.TrustFiles;
import dev.andon.internal.text.HttpUri;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How the configuration says that connections are made.
 *
 * @param security whom to trust and how to prove who one is; empty for the JDK's own
 * @param proxy a company's HTTP proxy; none is used for this machine
 * @param version the HTTP version that requests offer; empty for HTTP/2 over TLS, and HTTP/1.1 without it
 */
record ConnectionSettings(Optional<SSLContext> security, Optional<Proxy> proxy, Optional<Version> version) {
    static final String PROXY = "andon.canary.proxy";
    static final String HTTP_VERSION = "andon.canary.http-version";

    /** The name of the credential {@code user:password} of the proxy. */
    private static final String CREDENTIAL = "proxy";

    /** Set by JDKs, whose clients send no password to a proxy that they ask for a connection. */
    private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    /**
     * An HTTP proxy.
     *
     * @param login {@code user:password}; empty where it asks for none
     */
    record Proxy(String host, int port, Optional<String> login) {
        InetSocketAddress address() {
            return new InetSocketAddress(host, port);
        }

        /** Returns the value of the header that proves who one is; empty where the proxy asks for none. */
        Optional<String> authorization() {
            return login.map(
                    given -> "Basic " + Base64.getEncoder().encodeToString(given.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * Reads the settings.
     *
     * @throws CanaryConfigurationException naming the one that cannot be used
     */
    static ConnectionSettings of(CanarySettings settings) {
        return new ConnectionSettings(TrustFiles.context(settings::value), proxy(settings), version(settings));
    }

    /** Returns what makes clients that connect so, and follow no redirect. */
    HttpClient.Builder clients() {
        HttpClient.Builder client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER);
        security.ifPresent(client::sslContext);
        proxy.map(ConfiguredProxy::new).ifPresent(client::proxy);
        return client;
    }

    /** Returns the proxy to a server; empty where it is contacted directly. */
    Optional<Proxy> proxyTo(URI server) {
        return proxy.filter(any -> !ProductionGuard.loopback(server));
    }

    /** Returns a request with what the proxy to its server asks for. The JDK sends it to no server through a proxy. */
    HttpRequest authorized(HttpRequest request) {
        return proxyTo(request.uri())
                .flatMap(Proxy::authorization)
                .map(value -> HttpRequest.newBuilder(request, (name, any) -> true)
                        .setHeader("Proxy-Authorization", value)
                        .build())
                .orElse(request);
    }

    private static Optional<Proxy> proxy(CanarySettings settings) {
        return settings.value(PROXY).map(text -> {
            URI uri = proxyUri(text);
            Optional<String> login = settings.credential(CREDENTIAL);
            if (login.filter(given -> !given.contains(":")).isPresent()) {
                throw new CanaryConfigurationException(
                        CanarySettings.credentialKey(CREDENTIAL) + " is not of the form user:password");
            }
            boolean tunnel = settings.target()
                    .filter(target -> "https".equalsIgnoreCase(target.getScheme()))
                    .isPresent();
            String disabled = System.getProperty(DISABLED_SCHEMES);
            if (login.isPresent()
                    && tunnel
                    && (disabled == null || disabled.toLowerCase(Locale.ROOT).contains("basic"))) {
                throw new CanaryConfigurationException(
                        PROXY + " needs a password for an https target, which the JDK sends"
                                + " only where it is allowed to: start the JVM with -D" + DISABLED_SCHEMES + "=");
            }
            return new Proxy(uri.getHost(), uri.getPort(), login);
        });
    }

    /** The value is not shown: it may hold a password. */
    private static URI proxyUri(String text) {
        try {
            URI uri = new URI(text);
            if (HttpUri.is(uri)
                    && "http".equalsIgnoreCase(uri.getScheme())
                    && uri.getPort() > 0
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            throw malformedProxy();
        }
        throw malformedProxy();
    }

    private static CanaryConfigurationException malformedProxy() {
        return new CanaryConfigurationException(PROXY + " is malformed: write for example http://proxy.acme.com:3128,"
                + " and its password as " + CanarySettings.variable(CanarySettings.credentialKey(CREDENTIAL))
                + "=user:password");
    }

    private static Optional<Version> version(CanarySettings settings) {
        return settings.value(HTTP_VERSION).map(text -> switch (text) {
            case "1.1" -> Version.HTTP_1_1;
            case "2" -> Version.HTTP_2;
            default -> throw new CanaryConfigurationException(HTTP_VERSION + " = " + text + ": write 1.1 or 2");
        });
    }
}
