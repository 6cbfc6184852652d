package dev.andon.internal.canary.prove;

import dev.andon.canary.CanaryRun;
import dev.andon.canary.CanaryStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a canary does when no fault is injected, in two runs. Requests are known by their number among the distinct
 * requests of the second run.
 *
 * @param first the first control run
 * @param second the second one
 */
record ControlRuns(ProofRun first, ProofRun second) {

    NestedRun.Result result() {
        return second.result();
    }

    List<RecordedRequest> requests() {
        return second.distinctRequests();
    }

    RecordedRequest request(int number) {
        return requests().get(number);
    }

    /** Returns the numbers of the requests that belong to the operation: no fault is injected into the cleanup. */
    List<Integer> operation() {
        Set<String> cleanup = result().runs().stream()
                .flatMap(run -> run.steps().stream())
                .filter(CanaryStep::cleanup)
                .map(CanaryStep::spanId)
                .collect(Collectors.toSet());
        List<RecordedRequest> requests = requests();
        return IntStream.range(0, requests.size())
                .filter(number ->
                        requests.get(number).span().filter(cleanup::contains).isEmpty())
                .boxed()
                .toList();
    }

    /** Returns what requests lack to identify the canary. */
    List<String> anonymous() {
        return second.requests().stream()
                .map(RecordedRequest::anonymous)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** Returns whether the canary contacted its target, or asked the configuration for another address. */
    boolean asked() {
        return !second.requests().isEmpty() || result().asked();
    }

    Duration duration() {
        return result().runs().stream()
                .map(CanaryRun::duration)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Returns the key of a request where it is the same in both runs. */
    Optional<String> sameKey(int number) {
        String key = request(number).key();
        return first.requests().stream()
                .map(RecordedRequest::key)
                .filter(key::equals)
                .findFirst();
    }

    /** Returns whether a request reads, the last time it is sent, what an earlier request may have written. */
    boolean readsBack(int number) {
        return !request(number).writes() && earlier(number).stream().anyMatch(RecordedRequest::wrote);
    }

    /**
     * Returns whether a request reads what an earlier one wrote: at its path, below it or above it, or what the canary had
     * read before it wrote.
     */
    boolean readsWhatWasWritten(int number) {
        RecordedRequest read = request(number);
        List<RecordedRequest> earlier = earlier(number);
        boolean readBefore = earlier.stream()
                .takeWhile(request -> !request.writes())
                .anyMatch(request -> request.key().equals(read.key()));
        return readBefore
                || earlier.stream()
                        .filter(RecordedRequest::wrote)
                        .anyMatch(write -> isRelated(path(read), path(write)));
    }

    private static boolean isRelated(String read, String written) {
        return read.equals(written)
                || read.startsWith(written + "/")
                || (read.length() > 1 && written.startsWith(read + "/"));
    }

    /** Returns whether a request reads what was written, at an address that only this run uses. */
    boolean readsItsOwn(int number) {
        return sameKey(number).isEmpty() && readsWhatWasWritten(number);
    }

    private List<RecordedRequest> earlier(int number) {
        List<RecordedRequest> all = second.requests();
        String key = request(number).key();
        int last = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).key().equals(key)) {
                last = i;
            }
        }
        return all.subList(0, last);
    }

    private static String path(RecordedRequest request) {
        return request.request().uri().split("\\?", 2)[0];
    }
}
