package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import java.time.Duration;
import java.util.List;

/**
 * A fault for one run.
 *
 * @param mechanism how it is injected
 * @param target the requests into whose responses it is injected
 * @param at the request in a control run, with its repetitions and the healthy responses
 * @param tooLate the time after which a response is later than the canary's timeout
 */
record InjectedFault(FaultMechanism mechanism, FaultTarget target, FaultCase at, Duration tooLate) {

    Fault fault() {
        return mechanism.fault();
    }

    /** Returns whether it concerns every connection of a run. */
    boolean concernsWholeRun() {
        return mechanism instanceof FaultyConnection;
    }

    /** Returns the request in a control run, with the healthy response to it. */
    RecordedRequest healthy() {
        return at.healthy();
    }

    /** Returns the URIs that the request and its repetitions read, where they are the same in every run. */
    List<String> reads() {
        boolean same =
                healthy().request().method().equals("GET") && !target.key().contains("{}");
        return same
                ? at.members().stream()
                        .map(member -> member.request().uri())
                        .distinct()
                        .toList()
                : List.of();
    }
}
