package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.internal.discover.Service;
import dev.andon.internal.frameworks.Route;
import dev.andon.internal.require.Requirements;
import java.util.Set;

/** A build with one service, and what is said of its integration tests. */
final class OrderBuild {
    static final Service ORDERS = Build.service("com.acme.OrderController", new Route("POST", "/orders"));
    static final Requirements INTEGRATION = Requirements.of(Set.of(IntegrationTestsCheck.PRACTICE));

    private OrderBuild() {}

    static Build build() {
        return new Build().with(ORDERS);
    }

    static Build.TestOf integration(Build build) {
        return build.test("com.acme.OrderControllerIT", TestKind.INTEGRATION);
    }

    static PracticeResult row(Build build) {
        return build.row(INTEGRATION, IntegrationTestsCheck.PRACTICE);
    }
}
