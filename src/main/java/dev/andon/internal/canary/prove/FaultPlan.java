package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.canary.WaiveFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which faults are injected into which requests of a canary. Each run has one fault in one request, so that a missing check
 * is not covered by an earlier check.
 *
 * @param control the control runs that show the requests
 * @param waivers the faults that the canary need not detect
 */
record FaultPlan(ControlRuns control, List<WaiveFault> waivers) {
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(300);
    private static final int CONTROL_RUNS_OF_TIMEOUT = 3;
    private static final Duration AFTER_TIMEOUT = Duration.ofSeconds(1);

    /** Returns the numbers of the requests of the operation whose responses can have this fault. */
    List<Integer> applicable(Fault fault) {
        return control.operation().stream()
                .filter(number -> applies(fault, number))
                .toList();
    }

    /** Returns the applicable requests for which the fault is not waived. */
    List<Integer> injected(Fault fault) {
        return applicable(fault).stream()
                .filter(number -> waiver(fault, number).isEmpty())
                .toList();
    }

    /** Returns the waiver of a fault of a request. */
    Optional<WaiveFault> waiver(Fault fault, int number) {
        String request = control.request(number).shown();
        return waivers.stream()
                .filter(waiver -> waiver.value() == fault && request.startsWith(waiver.request()))
                .findFirst();
    }

    /** Returns what to inject into a request, one run after the other, until the canary detects it. */
    List<InjectedFault> injections(Fault fault, int number) {
        HttpMessage response = control.request(number).response();
        int changes =
                fault == Fault.CHANGED_VALUE ? JsonChanges.of(response.text()).size() : 1;
        return IntStream.range(0, changes)
                .mapToObj(change -> new InjectedFault(
                        fault, number, response, change, timeout().plus(AFTER_TIMEOUT), control.sameKey(number)))
                .toList();
    }

    /** Returns whether a fault that is detected in one request need not be injected into the others. */
    static boolean oneDetectionSuffices(Fault fault) {
        // One detected change, or one detected stale response, shows that the canary checks values at all.
        return fault == Fault.CHANGED_VALUE || fault == Fault.STALE;
    }

    /** Returns the timeout of runs with a slow response: long enough for the requests before it. */
    Duration timeout() {
        Duration several = Duration.ofMillis(
                control.duration().multipliedBy(CONTROL_RUNS_OF_TIMEOUT).toMillis());
        return several.compareTo(SHORTEST_TIMEOUT) < 0 ? SHORTEST_TIMEOUT : several;
    }

    private boolean applies(Fault fault, int number) {
        RecordedRequest request = control.request(number);
        if (!request.isHttp()) {
            return fault == Fault.RESET || fault == Fault.SLOW;
        }
        HttpMessage response = request.response();
        return switch (fault) {
            case STATUS_500 -> response.status() != 500;
            case STATUS_503 -> response.status() != 503;
            case STATUS_404 -> response.status() != 404;
            case STATUS_401 -> response.status() != 401;
            case EMPTY_BODY, HTML_PAGE -> response.body().length > 0;
            case WRONG_SHAPE -> response.isJson();
            case CHANGED_VALUE ->
                response.isJson() && !JsonChanges.of(response.text()).isEmpty();
            case TRUNCATED_BODY -> response.body().length > 1;
            case RESET, SLOW -> true;
            case STALE -> control.readsBack(number);
        };
    }
}
