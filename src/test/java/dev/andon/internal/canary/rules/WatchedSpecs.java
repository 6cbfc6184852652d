package dev.andon.internal.canary.rules;

import dev.andon.internal.canary.spec.CanarySpec;
import dev.andon.internal.formats.CanaryDeclaration;
import java.util.List;

/** Canaries for the tests of exported rules. */
final class WatchedSpecs {
    static final WatchedSpec ORDERS = of("PlaceAnOrderCanary", "5m", "3/5");
    static final WatchedSpec PRODUCTS = of("BrowseTheProductsCanary", "2m", "3 in a row");

    private WatchedSpecs() {}

    static WatchedSpec of(String className, String every, String tolerance) {
        return WatchedSpec.of(List.of(spec(className, every, tolerance))).get(0);
    }

    static CanarySpec spec(String className, String every, String tolerance) {
        return CanarySpec.of(new CanaryDeclaration(
                "com.acme." + className,
                "",
                "place an \"order\"",
                "POST /orders/{id}",
                every,
                "10s",
                "",
                "shop-team",
                "https://wiki.acme.com/orders",
                tolerance,
                0));
    }
}
