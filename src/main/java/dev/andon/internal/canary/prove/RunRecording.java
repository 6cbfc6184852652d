package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the proxy sees of one run, and the fault that it injects into it. Used by several connections at once. */
final class RunRecording {
    private final @Nullable InjectedFault fault;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<RecordedRequest> requests = new ArrayList<>();
    private final StaleResponses stale = new StaleResponses();
    private @Nullable String problem;

    RunRecording(Optional<InjectedFault> fault) {
        this.fault = fault.orElse(null);
    }

    /** Returns the fault for a request, if it is the one into whose response the fault is injected. */
    synchronized Optional<InjectedFault> faultFor(String request) {
        int number = numbers.computeIfAbsent(request, key -> numbers.size());
        InjectedFault current = fault;
        return current != null && current.isFor(request, number) ? Optional.of(current) : Optional.empty();
    }

    synchronized void add(RecordedRequest request) {
        requests.add(request);
        stale.see(request);
    }

    /** Records that the service itself cannot be reached. */
    synchronized void fail(String why) {
        problem = why;
    }

    synchronized Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Returns every request of the run, repeated ones too. */
    synchronized List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** Returns the reads whose responses must be known before a write, so that they can be served as stale later. */
    synchronized List<HttpMessage> readsBefore(HttpMessage write) {
        List<HttpMessage> reads = new ArrayList<>();
        InjectedFault current = fault;
        if (current != null && current.fault() == Fault.STALE && RecordedRequest.writes(write)) {
            reads.add(write.asGet(write.uri()));
            current.read().map(write::asGet).ifPresent(reads::add);
            reads.removeIf(read -> stale.knows(RecordedRequest.key(read)));
        }
        return reads;
    }

    synchronized void addStale(HttpMessage read, HttpMessage response) {
        stale.add(RecordedRequest.key(read), response);
    }

    synchronized HttpMessage staleInPlaceOf(HttpMessage read, HttpMessage current) {
        return stale.inPlaceOf(RecordedRequest.key(read), current);
    }

    synchronized StaleResponses.Served staleServed() {
        return stale.served();
    }
}
