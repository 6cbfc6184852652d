package dev.andon.internal.frameworks;

import java.util.List;

/** Vert.x' support for tests. */
final class Vertx implements Framework {

    @Override
    public List<CallRule> assertions() {
        return List.of(
                CallRule.of(
                        "io\\.vertx\\.junit5\\.VertxTestContext",
                        "verify|completeNow|failNow|assert.*|succeeding.*|failing.*"),
                CallRule.of("io\\.vertx\\.junit5\\.Checkpoint", "flag"),
                CallRule.of("io\\.vertx\\.ext\\.unit\\.TestContext", "assert.*|asyncAssert.*|verify|fail"));
    }
}
