package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.internal.canary.prove.RequestNumbers.RequestId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the proxy sees of one run, and the fault that it injects into it. Used by several connections at once. */
final class RunRecording {
    private static final Set<String> REWRITING = Set.of("PUT", "PATCH", "DELETE");

    private static final long DISTRUST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final @Nullable InjectedFault fault;
    private final RequestNumbers numbers;
    private final Map<RequestId, Integer> arrivals = new HashMap<>();
    private final List<RecordedRequest> requests = new ArrayList<>();
    private final StaleResponses stale = new StaleResponses();
    private final Map<String, HttpMessage> pages = new HashMap<>();
    private final Map<String, String> replaced = new LinkedHashMap<>();
    private boolean delivered;
    private boolean distrusted;
    private boolean http2;
    private @Nullable String problem;

    RunRecording(Optional<InjectedFault> fault, RequestKeys keys) {
        this.fault = fault.orElse(null);
        this.numbers = new RequestNumbers(keys);
        this.delivered = fault.filter(InjectedFault::concernsWholeRun).isPresent();
    }

    /** Numbers a request that arrives. */
    synchronized RequestId arrive(HttpMessage request) {
        http2 |= request.header("HTTP2-Settings").isPresent();
        return arrived(numbers.next(request));
    }

    /** Numbers a connection that does not speak HTTP/1.1. */
    synchronized RequestId arriveConnection() {
        HttpMessage nothing = new HttpMessage("", List.of(), new byte[0]);
        return arrived(numbers.next(nothing, RecordedRequest.CONNECTION));
    }

    private RequestId arrived(RequestId id) {
        arrivals.put(id, arrivals.size());
        return id;
    }

    /** Returns the fault for a request, if one is injected into its response. */
    synchronized Optional<InjectedFault> faultFor(RequestId id) {
        InjectedFault current = fault;
        boolean meant = current != null
                && !current.concernsWholeRun()
                && current.target().contains(id);
        delivered |= meant;
        return meant ? Optional.ofNullable(current) : Optional.empty();
    }

    /** Returns whether the fault was injected. */
    synchronized boolean delivered() {
        return delivered;
    }

    synchronized void add(RequestId id, HttpMessage request, HttpMessage response, Instant arrived) {
        InjectedFault current = fault;
        boolean faulty = current != null && current.target().contains(id);
        RecordedRequest recorded = new RecordedRequest(id, request, response, arrived, faulty);
        requests.add(recorded);
        numbers.answered(request, response);
        stale.see(recorded);
    }

    synchronized void addConnection(RequestId id) {
        requests.add(RecordedRequest.connection(id, false));
    }

    /** Records that a client did not accept the proxy's certificate. */
    synchronized void distrust() {
        distrusted = true;
        notifyAll();
    }

    /** Returns whether a client did not accept the proxy's certificate, which the proxy may learn a little later. */
    synchronized boolean distrusted() {
        long until = System.nanoTime() + DISTRUST_NANOS;
        try {
            for (long left = DISTRUST_NANOS; !distrusted && left > 0; left = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return distrusted;
    }

    /** Records that a client would speak HTTP/2 if the proxy did. */
    synchronized void offeredHttp2() {
        http2 = true;
    }

    synchronized boolean http2() {
        return http2;
    }

    /** Records that the service itself cannot be reached. */
    synchronized void fail(String why) {
        problem = why;
    }

    synchronized Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Returns every request of the run that the service answered, in the order in which they arrived. */
    synchronized List<RecordedRequest> requests() {
        return requests.stream()
                .sorted(Comparator.comparing(request -> arrivals.getOrDefault(request.id(), 0)))
                .toList();
    }

    /** Returns how many requests arrived with that key, answered or not. */
    synchronized int arrivals(String key) {
        return (int)
                arrivals.keySet().stream().filter(id -> id.key().equals(key)).count();
    }

    /** Returns how many groups of requests arrived with that key. */
    synchronized int groups(String key) {
        return numbers.groups(key);
    }

    /** Serves a page that the service does not have. */
    synchronized void addPage(String uri, HttpMessage page) {
        pages.put(uri, page);
    }

    /** Returns the page that a request asks for, by whatever method a client follows a redirect. */
    synchronized Optional<HttpMessage> page(HttpMessage request) {
        return Optional.ofNullable(pages.get(request.uri()));
    }

    synchronized void addReplaced(Map<String, String> values) {
        replaced.putAll(values);
    }

    /** Returns the new values by their places. */
    synchronized Map<String, String> replaced() {
        return Map.copyOf(replaced);
    }

    /** Returns the reads whose responses must be known before a write, so that they can be served as stale later. */
    synchronized List<HttpMessage> readsBefore(HttpMessage write) {
        List<HttpMessage> reads = new ArrayList<>();
        InjectedFault current = fault;
        if (current != null && current.fault() == Fault.STALE && RecordedRequest.writes(write)) {
            reads.add(write.asGet(write.uri()));
            writtenAbove(write).map(write::asGet).forEach(reads::add);
            current.reads().stream().map(write::asGet).forEach(reads::add);
            reads.removeIf(read -> stale.knows(read.uri()) && !rewrites(write, read));
        }
        return reads;
    }

    /** Of what is written several times, each state is one that a stale response may show. */
    private static boolean rewrites(HttpMessage write, HttpMessage read) {
        return (REWRITING.contains(write.method()) && write.uri().equals(read.uri()))
                || write.uri().startsWith(read.uri() + "/");
    }

    /** Returns the addresses above that of a write to which the canary has written itself. */
    private Stream<String> writtenAbove(HttpMessage write) {
        return requests.stream()
                .filter(request -> REWRITING.contains(request.request().method()))
                .map(request -> request.request().uri())
                .filter(uri -> uri.length() > 1 && write.uri().startsWith(uri + "/"))
                .distinct();
    }

    synchronized void addStale(HttpMessage read, HttpMessage response) {
        stale.add(read.uri(), response);
    }

    synchronized HttpMessage staleInPlaceOf(HttpMessage read, HttpMessage current) {
        return stale.inPlaceOf(read.uri(), current);
    }

    synchronized StaleResponses.Served staleServed() {
        return stale.served();
    }

    /** Returns whether a read was served the current response, since none from before the write is known. */
    synchronized boolean staleLacking() {
        return stale.lacking();
    }
}
