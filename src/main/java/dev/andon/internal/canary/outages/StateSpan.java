package dev.andon.internal.canary.outages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A span of time in one state.
 *
 * @param state the state
 * @param from its begin, by the best estimate
 * @param to its end
 */
public record StateSpan(ServiceState state, Instant from, Instant to) {

    /** Returns how long it is. */
    public Duration length() {
        return Duration.between(from, to);
    }

    /** Appends a span to others that it follows, or makes the last one longer. */
    static void append(List<StateSpan> spans, StateSpan next) {
        if (!next.from.isBefore(next.to)) {
            return;
        }
        int last = spans.size() - 1;
        if (last >= 0
                && spans.get(last).state == next.state
                && spans.get(last).to.equals(next.from)) {
            spans.set(last, new StateSpan(next.state, spans.get(last).from, next.to));
        } else {
            spans.add(next);
        }
    }

    /** Returns the spans within a range; what no span covers is unknown. */
    static List<StateSpan> within(List<StateSpan> spans, Instant from, Instant to) {
        List<StateSpan> cut = new ArrayList<>();
        Instant covered = from;
        for (StateSpan span : spans) {
            Instant begin = span.from.isBefore(covered) ? covered : span.from;
            Instant end = span.to.isAfter(to) ? to : span.to;
            if (begin.isBefore(end)) {
                append(cut, new StateSpan(ServiceState.UNKNOWN, covered, begin));
                append(cut, new StateSpan(span.state, begin, end));
                covered = end;
            }
        }
        append(cut, new StateSpan(ServiceState.UNKNOWN, covered, to));
        return List.copyOf(cut);
    }

    /** Returns what all locations say together; each list covers the same range without holes. */
    static List<StateSpan> merged(List<List<StateSpan>> locations) {
        TreeSet<Instant> changes = new TreeSet<>();
        locations.forEach(spans -> spans.forEach(span -> {
            changes.add(span.from);
            changes.add(span.to);
        }));
        int[] at = new int[locations.size()];
        List<StateSpan> merged = new ArrayList<>();
        Optional<Instant> begin = Optional.empty();
        for (Instant end : changes) {
            if (begin.isPresent()) {
                Instant from = begin.get();
                List<ServiceState> states = new ArrayList<>();
                for (int i = 0; i < at.length; i++) {
                    List<StateSpan> spans = locations.get(i);
                    while (at[i] < spans.size() - 1 && !spans.get(at[i]).to.isAfter(from)) {
                        at[i]++;
                    }
                    if (!spans.isEmpty()) {
                        states.add(spans.get(at[i]).state);
                    }
                }
                append(merged, new StateSpan(ServiceState.of(states), from, end));
            }
            begin = Optional.of(end);
        }
        return List.copyOf(merged);
    }
}
