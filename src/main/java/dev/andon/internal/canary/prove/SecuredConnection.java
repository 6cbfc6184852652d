package dev.andon.internal.canary.prove;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Speaks TLS to a canary, in the place of a service that does. */
final class SecuredConnection {
    private static final String HTTP_1 = "http/1.1";
    private static final String HTTP_2 = "h2";

    private SecuredConnection() {}

    /** Returns the connection as it is without TLS, else after the handshake, in which HTTP/1.1 is chosen. */
    static Socket of(Socket client, Optional<SSLContext> server, RunRecording run) throws IOException {
        if (server.isEmpty()) {
            return client;
        }
        SSLSocket secure =
                (SSLSocket) server.get().getSocketFactory().createSocket(client, null, client.getPort(), true);
        secure.setUseClientMode(false);
        secure.setHandshakeApplicationProtocolSelector((socket, offered) -> {
            if (offered.contains(HTTP_2)) {
                run.offeredHttp2();
            }
            return offered.contains(HTTP_1) ? HTTP_1 : "";
        });
        try {
            secure.startHandshake();
        } catch (IOException refused) {
            // Some clients say why, others close the connection.
            run.distrust();
            throw refused;
        }
        return secure;
    }
}
