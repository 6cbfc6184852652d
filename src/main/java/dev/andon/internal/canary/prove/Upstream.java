package dev.andon.internal.canary.prove;

import dev.andon.internal.canary.spec.ConnectionName;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Function;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * The healthy service behind the proxy.
 *
 * @param security whom to trust and how to prove who one is, where it speaks TLS; empty for the JDK's own
 */
record Upstream(URI service, Optional<SSLContext> security) {
    private static final int TIMEOUT_MILLIS = 60_000;

    /** Returns whether it speaks TLS. */
    boolean isSecure() {
        return ConnectionName.isSecure(service);
    }

    Socket connect() throws IOException {
        int port = ConnectionName.port(service);
        if (!isSecure()) {
            return new Socket(service.getHost(), port);
        }
        SocketFactory factory =
                security.<SocketFactory>map(SSLContext::getSocketFactory).orElseGet(SSLSocketFactory::getDefault);
        return factory.createSocket(service.getHost(), port);
    }

    /** Returns whether it speaks HTTP/2 over TLS with a client that offers it; false where it cannot be reached. */
    boolean speaksHttp2() {
        try (Socket socket = connect()) {
            SSLSocket secure = (SSLSocket) socket;
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            secure.setSSLParameters(parameters);
            secure.setSoTimeout(TIMEOUT_MILLIS);
            secure.startHandshake();
            return "h2".equals(secure.getApplicationProtocol());
        } catch (IOException unreachable) {
            return false;
        }
    }

    /**
     * Sends a request on a connection of its own and returns the response.
     *
     * @param events reads a stream of events that comes over the connection
     */
    HttpMessage send(HttpMessage request, Function<Socket, EventStream.Reader> events) throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            HttpWire.write(
                    request.without("Upgrade").without("HTTP2-Settings").without("Expect"), socket.getOutputStream());
            BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
            HttpMessage head = HttpWire.readHead(in);
            return EventStream.isReadAsItComes(request, head)
                    ? EventStream.read(head, in, events.apply(socket))
                    : HttpWire.readBody(in, head, request.method());
        }
    }

    /** Returns the path of the base URI, without a trailing slash. */
    String path() {
        String path = service.getRawPath() == null ? "" : service.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** Returns the response with a {@code Location} on the service replaced by the same one on the proxy. */
    HttpMessage relocated(HttpMessage response, String proxyOrigin) {
        String origin = service.getScheme() + "://" + service.getRawAuthority();
        return response.header("Location")
                .filter(location -> location.startsWith(origin))
                .map(location -> response.with("Location", proxyOrigin + location.substring(origin.length())))
                .orElse(response);
    }

    String unreachable(IOException failed) {
        return "the service at " + service + " cannot be reached: "
                + (failed instanceof UnknownHostException ? "no such host" : failed.getMessage());
    }
}
