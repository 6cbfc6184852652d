package dev.andon.internal.canary.metrics;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;

/**
 * Where {@code /metrics} is answered.
 *
 * @param host a name or an address, an IPv6 one in brackets
 * @param port the port; 0 for any that is free
 */
record MetricsAddress(String host, int port) {
    private static final int FIRST_UNPRIVILEGED = 1024;

    /** Returns the address that is written as {@code host:port}. */
    static MetricsAddress of(String written) {
        int colon = written.lastIndexOf(':');
        return new MetricsAddress(written.substring(0, colon), Integer.parseInt(written.substring(colon + 1)));
    }

    /** Returns it for the system; a name is looked up. */
    InetSocketAddress socket() {
        return new InetSocketAddress(host, port);
    }

    /** Returns where to ask, once it is known which port it is. */
    String uri(int bound) {
        return "http://" + host + ":" + bound + "/metrics";
    }

    /** Returns why it cannot be used, and what to do. The system's own words may be in any language, so they are only quoted. */
    String problem(InetSocketAddress socket, IOException thrown) {
        return "`metrics: " + host + ":" + port + "` in the settings file cannot be used: " + cause(socket, thrown);
    }

    private String cause(InetSocketAddress socket, IOException thrown) {
        String quoted = " (" + thrown.getMessage() + "); ";
        if (socket.isUnresolved()) {
            return "the name " + host + " cannot be resolved; write an address, such as 127.0.0.1";
        }
        if (!isOfThisMachine(socket.getAddress())) {
            return host + " is no address of this machine" + quoted
                    + "write one that is, such as 127.0.0.1, or 0.0.0.0 for all";
        }
        boolean inUse = String.valueOf(thrown.getMessage()).contains("in use");
        if (port > 0 && port < FIRST_UNPRIVILEGED && !inUse) {
            return "ports below " + FIRST_UNPRIVILEGED + " need a privilege" + quoted + "write a port from "
                    + FIRST_UNPRIVILEGED + " on";
        }
        if (port > 0 && thrown instanceof BindException) {
            return "another process has taken the port" + quoted
                    + "end that process, or write another port, or port 0 for any that is free";
        }
        return thrown + "; write another address, such as 127.0.0.1:9464";
    }

    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }
}
