package dev.andon.internal.canary.outages;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How long an operation was up, as far as runs show it. An outage between two runs that worked is not seen, and the operation
 * may have recovered between two runs that failed.
 *
 * @param up between runs that worked
 * @param down between runs that failed
 * @param undetermined between a run that worked and one that failed, or down at some locations only
 * @param unknown without runs: in neither sum
 * @param planned in maintenance windows: in neither sum
 * @param good the number of runs that worked, outside of maintenance windows
 * @param bad the number of runs that failed, outside of maintenance windows
 */
public record Availability(
        Duration up, Duration down, Duration undetermined, Duration unknown, Duration planned, long good, long bad) {

    static Availability of(List<StateSpan> spans, long good, long bad) {
        return new Availability(
                sum(spans, ServiceState.UP),
                sum(spans, ServiceState.DOWN),
                sum(spans, ServiceState.CHANGING).plus(sum(spans, ServiceState.PARTIAL)),
                sum(spans, ServiceState.UNKNOWN),
                sum(spans, ServiceState.PLANNED),
                good,
                bad);
    }

    private static Duration sum(List<StateSpan> spans, ServiceState state) {
        return spans.stream()
                .filter(span -> span.state() == state)
                .map(StateSpan::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns the least share of the observed time in which it was up, from 0 to 1; empty where nothing was observed. */
    public OptionalDouble least() {
        return share(up, bad > 0 ? 0 : 1);
    }

    /** Returns the greatest share of the observed time in which it was up, from 0 to 1; empty where nothing was observed. */
    public OptionalDouble most() {
        return share(up.plus(undetermined), good > 0 ? 1 : 0);
    }

    private OptionalDouble share(Duration part, double withoutTime) {
        double observed = up.plus(down).plus(undetermined).toMillis();
        if (observed > 0) {
            return OptionalDouble.of(part.toMillis() / observed);
        }
        return good + bad > 0 ? OptionalDouble.of(withoutTime) : OptionalDouble.empty();
    }
}
