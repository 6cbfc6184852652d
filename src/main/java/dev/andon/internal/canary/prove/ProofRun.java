package dev.andon.internal.canary.prove;

import dev.andon.canary.CanaryStep;
import dev.andon.internal.canary.spec.ConnectionName;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run of a canary through the proxy: a control run, or a run with an injected fault.
 *
 * @param fault the injected fault; empty in a control run
 * @param result what JUnit says about the run
 * @param recording what the proxy saw
 * @param target where the canary was sent
 * @param took how long the whole run took, its cleanup included
 */
record ProofRun(
        Optional<InjectedFault> fault, NestedRun.Result result, RunRecording recording, URI target, Duration took) {
    private static final int FIRST_ERROR_STATUS = 400;

    static ProofRun of(
            Optional<InjectedFault> fault, NestedRun.Result result, RunRecording recording, URI target, Duration took) {
        // A service that cannot be reached explains a failure better than the canary can.
        NestedRun.Result explained = recording
                .problem()
                .filter(why -> fault.isEmpty() && !result.healthy())
                .map(result::because)
                .orElse(result);
        return new ProofRun(fault, explained, recording, target, took);
    }

    /** Returns every request that reached the service, repeated ones too, in order. */
    List<RecordedRequest> requests() {
        return recording.requests();
    }

    /** Returns whether the operation connected to the service without a request, as a check of its certificate does. */
    boolean connected() {
        return result.runs().stream()
                .flatMap(run -> run.steps().stream())
                .anyMatch(step -> !step.cleanup() && step.name().equals(ConnectionName.of(target)));
    }

    /** Returns the requests before the cleanup. */
    List<RecordedRequest> operation() {
        Map<String, Boolean> cleanup = result.runs().stream()
                .flatMap(run -> run.steps().stream())
                .collect(Collectors.toMap(CanaryStep::spanId, CanaryStep::cleanup, (one, other) -> one));
        Instant end = result.operationEnded().orElse(Instant.MAX);
        return requests().stream()
                .filter(request -> request.span()
                        .flatMap(span -> Optional.ofNullable(cleanup.get(span)))
                        .map(cleans -> !cleans)
                        .orElseGet(() -> request.arrived().isBefore(end)))
                .toList();
    }

    /** Returns whether it took all the time that its operation or its cleanup has. */
    boolean timedOut(Duration timeout) {
        return took.compareTo(timeout.multipliedBy(9).dividedBy(10)) >= 0;
    }

    /** Returns the requests of the operation after the faulty response. */
    List<RecordedRequest> afterFault() {
        List<RecordedRequest> all = operation();
        int last = -1;
        for (int i = 0; i < all.size(); i++) {
            last = all.get(i).faulty() ? i : last;
        }
        return all.subList(last + 1, all.size());
    }

    /** Returns whether the service itself answered an error after the fault where it answers none in a control run. */
    boolean hasConsequence(ControlRuns control) {
        return afterFault().stream()
                .filter(request -> request.response().status() >= FIRST_ERROR_STATUS)
                .anyMatch(request -> !control.statuses(request.key())
                        .contains(request.response().status()));
    }

    /**
     * Returns whether a request after the faulty response uses a value that was replaced in it, and not in a control run too;
     * or whether the run ended before it, after another that did.
     *
     * @param healthy the requests after that response in a control run, up to the one that is meant
     */
    boolean usesReplaced(List<RecordedRequest> healthy) {
        List<RecordedRequest> after = withoutRepetitions(afterFault());
        int last = healthy.size() - 1;
        for (int i = after.size() > last ? last : 0; i >= 0 && i <= last && i < after.size(); i++) {
            HttpMessage request = after.get(i).request();
            HttpMessage otherwise = healthy.get(i).request();
            if (replacements().anyMatch(value -> UsedValue.in(request, value) && !UsedValue.in(otherwise, value))) {
                return true;
            }
        }
        return false;
    }

    private Stream<String> replacements() {
        return recording.replaced().values().stream().flatMap(String::lines);
    }

    /** Returns the requests, those that are repeated at once as one. */
    static List<RecordedRequest> withoutRepetitions(List<RecordedRequest> requests) {
        List<RecordedRequest> left = new ArrayList<>();
        for (RecordedRequest one : requests) {
            boolean again = !left.isEmpty()
                    && left.get(left.size() - 1)
                            .request()
                            .startLine()
                            .equals(one.request().startLine());
            if (!again) {
                left.add(one);
            }
        }
        return left;
    }

    /** Returns the places of replaced values that the canary used in later requests. */
    Set<String> used() {
        List<RecordedRequest> after = afterFault();
        return recording.replaced().entrySet().stream()
                .filter(value -> after.stream().anyMatch(request -> value.getValue()
                        .lines()
                        .anyMatch(replacement -> UsedValue.in(request.request(), replacement))))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
