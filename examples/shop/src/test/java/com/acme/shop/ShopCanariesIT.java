package com.acme.shop;

import dev.andon.canary.CanaryProof;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each canary of the shop is green against the healthy shop, and red as soon as anything is wrong with an answer. */
class ShopCanariesIT extends RunningShop {

    @TestFactory
    Stream<DynamicNode> canaries_turn_red(@LocalServerPort int port) {
        return CanaryProof.ofArtefacts()
                .against(URI.create("http://localhost:" + port))
                .tests();
    }
}
