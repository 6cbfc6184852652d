package dev.andon.internal.canary.prove;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of a canary through the proxy: a control run, or a run with an injected fault.
 *
 * @param fault the injected fault; empty in a control run
 * @param result what JUnit says about the run
 * @param requests every request that reached the service, repeated ones too, in order
 * @param staleServed whether stale responses were served
 */
record ProofRun(
        Optional<InjectedFault> fault,
        NestedRun.Result result,
        List<RecordedRequest> requests,
        StaleResponses.Served staleServed) {

    static ProofRun of(Optional<InjectedFault> fault, NestedRun.Result result, RunRecording recording) {
        // A service that cannot be reached explains a failure better than the canary can.
        NestedRun.Result explained = recording
                .problem()
                .filter(why -> fault.isEmpty() && !result.healthy())
                .map(result::because)
                .orElse(result);
        return new ProofRun(fault, explained, recording.requests(), recording.staleServed());
    }

    /** Returns each request once, in the order of their first appearance, with the last response to it. */
    List<RecordedRequest> distinctRequests() {
        Map<String, RecordedRequest> last = new LinkedHashMap<>();
        requests.forEach(request -> last.put(request.key(), request));
        return List.copyOf(last.values());
    }
}
