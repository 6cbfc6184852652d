package dev.andon.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Hands out ports that another process listens on later, or that nobody may listen on. They lie outside of the range from
 * which the system gives a port to a process that asks for any, or that connects: such a port could be taken before its use.
 */
public final class FreePorts {
    /** Below the ports that systems hand out: from 32768 on Linux, from 49152 elsewhere. */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;
    private static final int MOST_TRIED = 1000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /** Returns a port of the loopback address that nobody listens on, each time another. */
    public static int next() {
        for (int tried = 0; tried < MOST_TRIED; tried++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port from " + FIRST + " to " + LAST + " is free");
    }

    private static boolean isFree(int port) {
        // On all addresses too: a server may listen there.
        return binds(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && binds(new InetSocketAddress(port));
    }

    private static boolean binds(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            // As a server does: the connections that its predecessor closed do not count.
            socket.setReuseAddress(true);
            socket.bind(address, 1);
            return true;
        } catch (BindException taken) {
            return false;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
