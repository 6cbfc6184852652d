package dev.andon.internal.canary.run;

import dev.andon.internal.canary.outages.OutageWindow;

/** An outage in a sentence, as an alert carries it. */
final class OutageStatement {
    private OutageStatement() {}

    static String of(OutageWindow window) {
        return window.firstBad().operation() + " failed in " + window.bad() + " probes from "
                + window.firstBad().began().at() + " on: " + window.lastBad().reason();
    }
}
