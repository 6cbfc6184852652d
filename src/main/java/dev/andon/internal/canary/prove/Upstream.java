package dev.andon.internal.canary.prove;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLSocketFactory;

/** The healthy service behind the proxy. */
record Upstream(URI service) {
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    Socket connect() throws IOException {
        boolean secure = "https".equalsIgnoreCase(service.getScheme());
        int port = service.getPort() >= 0 ? service.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
        return secure
                ? SSLSocketFactory.getDefault().createSocket(service.getHost(), port)
                : new Socket(service.getHost(), port);
    }

    /** Sends a request on a connection of its own and returns the response. */
    HttpMessage send(HttpMessage request) throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            HttpWire.write(
                    request.without("Upgrade").without("HTTP2-Settings").without("Expect"), socket.getOutputStream());
            return HttpWire.readResponse(new BufferedInputStream(socket.getInputStream()), request.method());
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
