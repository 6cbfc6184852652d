package dev.andon.internal.canary.outages;

import dev.andon.internal.canary.outages.OutageWindow.Gap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows the runs of one canary at one location, in order. Keeps changes of state, not runs. */
final class LocationTrack {
    /** Bad runs with fewer good ones in a row between them belong to one window, which flaps. */
    static final int RECOVERED = 3;

    private final String location;
    private final OutageRange range;
    private final List<OutageWindow> windows = new ArrayList<>();
    private final List<StateSpan> spans = new ArrayList<>();
    private @Nullable Probe last;
    private @Nullable Probe lastGood;
    private @Nullable OutageWindow window;
    private @Nullable Instant position;
    private int goodSince;
    private int unknownSince;
    private long good;
    private long bad;
    private long unknown;
    private long unfinished;
    private long retried;
    private long degraded;

    LocationTrack(String location, OutageRange range) {
        this.location = location;
        this.range = range;
    }

    void accept(Probe probe) {
        count(probe);
        if (probe.result() == ProbeResult.UNKNOWN) {
            unknownSince++;
            return;
        }
        Probe before = last;
        Gap gap = before == null ? Gap.NONE : Gap.between(before, probe);
        span(before, probe, gap);
        if (probe.bad()) {
            bad(probe, gap);
        } else {
            good(probe, gap);
        }
        last = probe;
    }

    private void bad(Probe probe, Gap gap) {
        closeAfter(gap);
        OutageWindow open = window;
        window = open == null
                ? OutageWindow.of(Optional.ofNullable(lastGood), probe)
                : open.andBad(probe, goodSince, unknownSince, gap);
        goodSince = 0;
        unknownSince = 0;
    }

    private void good(Probe probe, Gap gap) {
        closeAfter(gap);
        goodSince++;
        lastGood = probe;
        OutageWindow open = window;
        if (open != null) {
            window = open.andGood(probe);
            if (goodSince >= RECOVERED) {
                windows.add(window);
                window = null;
            }
        }
    }

    /** What fails after it worked, and after a time without runs, is no flapping. */
    private void closeAfter(Gap gap) {
        OutageWindow open = window;
        if (open != null && goodSince > 0 && !gap.none()) {
            windows.add(open);
            window = null;
        }
    }

    private void span(@Nullable Probe before, Probe probe, Gap gap) {
        Instant from = position;
        Instant to = probe.began().at();
        if (before == null || from == null) {
            position = to;
            return;
        }
        if (to.isBefore(from)) {
            to = from;
        }
        ServiceState state = state(before, probe);
        if (gap.none()) {
            StateSpan.append(spans, new StateSpan(state, from, to));
        } else {
            StateSpan.append(spans, new StateSpan(ServiceState.UNKNOWN, from, to));
        }
        position = to;
    }

    private static ServiceState state(Probe before, Probe probe) {
        if (before.planned() || probe.planned()) {
            return ServiceState.PLANNED;
        }
        if (before.good() != probe.good()) {
            return ServiceState.CHANGING;
        }
        return probe.good() ? ServiceState.UP : ServiceState.DOWN;
    }

    private void count(Probe probe) {
        if (!range.contains(probe.began().at())) {
            return;
        }
        if (!probe.planned()) {
            good += probe.good() ? 1 : 0;
            bad += probe.bad() ? 1 : 0;
        }
        unknown += probe.result() == ProbeResult.UNKNOWN ? 1 : 0;
        unfinished += probe.unfinished() ? 1 : 0;
        retried += probe.retried() && probe.good() ? 1 : 0;
        degraded += probe.degraded() ? 1 : 0;
    }

    /** Returns what the runs say about the range, cut to what was observed where the range is open. */
    LocationOutages outages(Instant from, Instant to) {
        List<OutageWindow> all = new ArrayList<>(windows);
        if (window != null) {
            all.add(window);
        }
        List<StateSpan> cut = StateSpan.within(spans, from, to);
        return new LocationOutages(
                location,
                all.stream().filter(outage -> touches(outage, from, to)).toList(),
                cut,
                Availability.of(cut, good, bad),
                unknown,
                unfinished,
                retried,
                degraded);
    }

    private static boolean touches(OutageWindow outage, Instant from, Instant to) {
        Instant begin = outage.beganAfter().orElse(outage.firstBad().began().earliest());
        Instant end = outage.endedBefore().orElse(outage.lastBad().ended().latest());
        return !begin.isAfter(to) && !end.isBefore(from);
    }
}
