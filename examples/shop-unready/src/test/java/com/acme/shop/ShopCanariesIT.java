package com.acme.shop;

import com.acme.shop.canaries.Canaries;
import dev.andon.canary.CanaryProof;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Proves the four canaries; what stays green under a fault fails here, and in {@code canary-detects-failure}. */
class ShopCanariesIT extends RunningShop {

    @TestFactory
    Stream<DynamicNode> canaries_turn_red(@LocalServerPort int port) {
        return CanaryProof.of(Canaries.all())
                .against(URI.create("http://localhost:" + port))
                .tests();
    }
}
