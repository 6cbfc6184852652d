package dev.andon.internal.canary.alert;

import java.time.Instant;
import java.util.Optional;

/** Alerts for tests. */
final class Alerts {
    static final Instant BEGIN = Instant.parse("2027-01-31T11:35:02Z");
    static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private Alerts() {}

    static Alert firing(String canary) {
        return of(canary, Optional.empty(), BEGIN);
    }

    static Alert resolved(String canary) {
        return of(canary, Optional.of(BEGIN.plusSeconds(601)), BEGIN);
    }

    static Alert of(String canary, Optional<Instant> end, Instant begin) {
        return new Alert(
                canary + "-" + TRACE,
                canary,
                "place an order",
                "shop-team",
                AlertSeverity.SERVICE,
                "https://wiki.acme.com/place-an-order",
                "POST /orders",
                TRACE,
                begin,
                end,
                "POST /orders failed in all 3 probes (location fra).",
                "production",
                "fra");
    }
}
