package dev.andon.internal.canary.write;

import dev.andon.canary.CanaryConnection;
import dev.andon.internal.canary.spec.ConnectionName;
import dev.andon.internal.canary.write.ConnectionSettings.Proxy;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Connects to a server as an HTTP client does, and measures each part, which the JDK's client does not tell. */
final class ConnectionStep {
    private static final int LONGEST_REPLY = 1 << 14;

    private final ConnectionSettings settings;
    private final Deadline until;

    ConnectionStep(ConnectionSettings settings, Deadline until) {
        this.settings = settings;
        this.until = until;
    }

    /** Connects to a server, and closes the connection. */
    CanaryConnection to(URI server) throws IOException {
        Optional<Proxy> proxy = settings.proxyTo(server);
        String host = proxy.map(Proxy::host).orElse(server.getHost());
        long from = System.nanoTime();
        InetAddress[] addresses = InetAddress.getAllByName(host);
        long resolved = System.nanoTime();
        try (Socket socket = connected(addresses, proxy.map(Proxy::port).orElse(ConnectionName.port(server)))) {
            if (proxy.isPresent() && ConnectionName.isSecure(server)) {
                tunnel(socket, proxy.get(), server);
            }
            long connected = System.nanoTime();
            Duration dns = Duration.ofNanos(resolved - from);
            Duration connect = Duration.ofNanos(connected - resolved);
            if (!ConnectionName.isSecure(server)) {
                return new CanaryConnection(dns, connect, Duration.ZERO, OptionalLong.empty(), "TCP");
            }
            try (SSLSocket secure = shakenHands(socket, server)) {
                Duration tls = Duration.ofNanos(System.nanoTime() - connected);
                return new CanaryConnection(
                        dns, connect, tls, daysLeft(secure), secure.getSession().getProtocol());
            }
        }
    }

    private int millisLeft() throws SocketTimeoutException {
        long left = until.left().minus(Transport.AHEAD).toMillis();
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }

    private Socket connected(InetAddress[] addresses, int port) throws IOException {
        IOException failed = new IOException("no address");
        for (InetAddress address : addresses) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, port), millisLeft());
                return socket;
            } catch (IOException another) {
                socket.close();
                failed = another;
            }
        }
        throw failed;
    }

    /** Asks a proxy for a connection, through which TLS is spoken to the server itself. */
    private void tunnel(Socket socket, Proxy proxy, URI server) throws IOException {
        String login = proxy.authorization()
                .map(value -> "Proxy-Authorization: " + value + "\r\n")
                .orElse("");
        String request = "CONNECT " + ConnectionName.authority(server) + " HTTP/1.1\r\nHost: "
                + ConnectionName.authority(server) + "\r\n" + login + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        InputStream in = socket.getInputStream();
        StringBuilder reply = new StringBuilder();
        while (reply.length() < LONGEST_REPLY && reply.indexOf("\r\n\r\n") < 0) {
            socket.setSoTimeout(millisLeft());
            int next = in.read();
            if (next < 0) {
                break;
            }
            reply.append((char) next);
        }
        String[] status = reply.toString().split("[ \r]", 3);
        if (status.length < 2 || !status[1].equals("200")) {
            throw new IOException("the proxy " + proxy + " answered " + (status.length < 2 ? "nothing" : status[1])
                    + " in place of 200");
        }
    }

    private SSLSocket shakenHands(Socket socket, URI server) throws IOException {
        SSLSocketFactory factory = settings.security()
                .map(context -> context.getSocketFactory())
                .orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
        SSLSocket secure =
                (SSLSocket) factory.createSocket(socket, server.getHost(), ConnectionName.port(server), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.setSoTimeout(millisLeft());
        secure.startHandshake();
        return secure;
    }

    private static OptionalLong daysLeft(SSLSocket secure) throws IOException {
        for (Certificate certificate : secure.getSession().getPeerCertificates()) {
            if (certificate instanceof X509Certificate own) {
                Instant end = own.getNotAfter().toInstant();
                return OptionalLong.of(Duration.between(Instant.now(), end).toDays());
            }
        }
        return OptionalLong.empty();
    }
}
