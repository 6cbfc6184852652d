package dev.andon.internal.canary.prove;

import dev.andon.canary.CanaryRun;
import dev.andon.canary.CanaryStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a canary does when nothing disturbs it, seen twice.
 *
 * @param result the second of two runs
 * @param first the exchanges of the first run, each once
 * @param second those of the second
 * @param all those of the second, those asked again too
 * @param cleanup the numbers of the exchanges that only clean up: faults are not tried on them
 * @param anonymous what requests lack to be known for the canary's
 */
record ControlRun(
        NestedRun.Result result,
        List<RecordedRequest> first,
        List<RecordedRequest> second,
        List<RecordedRequest> all,
        Set<Integer> cleanup,
        List<String> anonymous) {

    static ControlRun of(NestedRun.Result result, List<RecordedRequest> first, FaultProxy proxy) {
        List<RecordedRequest> second = proxy.exchanges();
        Set<String> spans = new HashSet<>();
        for (CanaryRun run : result.runs()) {
            run.steps().stream()
                    .filter(CanaryStep::cleanup)
                    .map(CanaryStep::spanId)
                    .forEach(spans::add);
        }
        Set<Integer> cleanup = new HashSet<>();
        for (int i = 0; i < second.size(); i++) {
            if (second.get(i).span().filter(spans::contains).isPresent()) {
                cleanup.add(i);
            }
        }
        List<String> anonymous = new ArrayList<>();
        proxy.all().stream()
                .map(RecordedRequest::anonymous)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(anonymous::add);
        return new ControlRun(
                result, List.copyOf(first), second, proxy.all(), Set.copyOf(cleanup), List.copyOf(anonymous));
    }

    /** Returns the numbers of the exchanges that belong to the operation. */
    List<Integer> operation() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < second.size(); i++) {
            if (!cleanup.contains(i)) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    /** Whether the canary went to its target, or asked the configuration for another address. */
    boolean asked() {
        return !second.isEmpty() || result.asked();
    }

    Duration duration() {
        return result.runs().stream()
                .map(CanaryRun::duration)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Whether the exchange reads, the last time it is asked, what an earlier one may have written. */
    boolean readsBack(int number) {
        return !second.get(number).writes() && earlier(number).stream().anyMatch(RecordedRequest::wrote);
    }

    private List<RecordedRequest> earlier(int number) {
        int last = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).key().equals(second.get(number).key())) {
                last = i;
            }
        }
        return all.subList(0, last);
    }

    /** Returns what the exchange asks, where it is the same in both runs. */
    Optional<String> sameKey(int number) {
        String key = second.get(number).key();
        return first.stream().map(RecordedRequest::key).filter(key::equals).findFirst();
    }

    /**
     * Whether the exchange reads what an earlier one wrote: its path, one below it or above it, or what the canary itself
     * had read before it wrote.
     */
    boolean readsWhatWasWritten(int number) {
        RecordedRequest now = second.get(number);
        String read = path(now);
        List<RecordedRequest> before = earlier(number);
        return before.stream().takeWhile(exchange -> !exchange.writes()).anyMatch(exchange -> exchange.key()
                        .equals(now.key()))
                || before.stream()
                        .filter(RecordedRequest::wrote)
                        .map(ControlRun::path)
                        .anyMatch(written -> read.equals(written)
                                || read.startsWith(written + "/")
                                || (read.length() > 1 && written.startsWith(read + "/")));
    }

    /** Whether the exchange reads what was written at an address of this run alone. */
    boolean readsItsOwn(int number) {
        return sameKey(number).isEmpty() && readsWhatWasWritten(number);
    }

    private static String path(RecordedRequest exchange) {
        return exchange.request().uri().split("\\?", 2)[0];
    }
}
