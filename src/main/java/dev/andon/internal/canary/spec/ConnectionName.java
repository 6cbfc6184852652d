package dev.andon.internal.canary.spec;

import java.net.URI;

/** The name of the step in which a canary connects to a server. Pure. */
public final class ConnectionName {
    private ConnectionName() {}

    /** Returns the name of the step. */
    public static String of(URI server) {
        return "connect to " + authority(server);
    }

    /** Returns host and port of a server. */
    public static String authority(URI server) {
        return server.getHost() + ":" + port(server);
    }

    /** Returns the port of a server, that of its scheme where none is written. */
    public static int port(URI server) {
        return server.getPort() >= 0 ? server.getPort() : isSecure(server) ? 443 : 80;
    }

    /** Returns whether a server speaks TLS. */
    public static boolean isSecure(URI server) {
        return "https".equalsIgnoreCase(server.getScheme());
    }
}
