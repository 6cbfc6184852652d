package dev.andon.internal.canary.write;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** Lets a client use the configured proxy, for every server but those of this machine. */
final class ConfiguredProxy extends ProxySelector {
    private final Proxy proxy;

    ConfiguredProxy(ConnectionSettings.Proxy proxy) {
        this.proxy = new Proxy(Proxy.Type.HTTP, proxy.address());
    }

    @Override
    public List<Proxy> select(URI server) {
        return List.of(ProductionGuard.loopback(server) ? Proxy.NO_PROXY : proxy);
    }

    @Override
    public void connectFailed(URI server, SocketAddress address, IOException failed) {
        // The request fails, and says why.
    }
}
