package dev.andon.internal.canary.outages;

import dev.andon.internal.formats.CanaryLogLine;
import dev.andon.internal.formats.RunMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Collects the lines of canary logs, those of several locations in any mixture, into a report. Its memory grows with the
 * number of outages, not of runs.
 */
public final class OutageCollector {
    /** How far lines may be out of order, which a collector of logs makes of several sources. */
    private static final Duration DISORDER = Duration.ofMinutes(10);

    private final OutageRange range;
    private final ProbeAssembler assembler;
    private final Consumer<Probe> inOrder;
    private final PriorityQueue<Probe> waiting =
            new PriorityQueue<>(Comparator.comparing(probe -> probe.began().at()));
    private final SortedMap<String, Tracks> canaries = new TreeMap<>();
    private Instant newest = Instant.MIN;
    private Instant judged = Instant.MIN;
    private Instant first = Instant.MAX;
    private long runs;
    private long late;

    private record Tracks(Probe sample, SortedMap<String, LocationTrack> locations) {}

    /** Collects the runs of the modes that watch the deployed system. */
    public OutageCollector(OutageRange range) {
        this(range, ProbeAssembler.WATCHING, probe -> {});
    }

    /**
     * Collects the runs of some modes.
     *
     * @param inOrder takes each run in the range, in the order of time
     */
    public OutageCollector(OutageRange range, Set<RunMode> modes, Consumer<Probe> inOrder) {
        this.range = range;
        this.inOrder = inOrder;
        assembler = new ProbeAssembler(modes);
    }

    /** Takes the next line. */
    public void accept(CanaryLogLine line) {
        assembler.accept(line).forEach(this::wait);
        while (!waiting.isEmpty()
                && waiting.element().began().at().plus(DISORDER).isBefore(newest)) {
            judge(waiting.remove());
        }
    }

    private void wait(Probe probe) {
        Instant at = probe.began().at();
        newest = at.isAfter(newest) ? at : newest;
        waiting.add(probe);
    }

    private void judge(Probe probe) {
        Instant at = probe.began().at();
        if (at.isBefore(judged)) {
            late++;
            return;
        }
        judged = at;
        first = at.isBefore(first) ? at : first;
        if (range.contains(at)) {
            runs++;
            inOrder.accept(probe);
        }
        canaries.computeIfAbsent(probe.canary() + "\n" + probe.environment(), key -> new Tracks(probe, new TreeMap<>()))
                .locations
                .computeIfAbsent(probe.location(), location -> new LocationTrack(location, range))
                .accept(probe);
    }

    /** Returns the report of all lines so far. No line may follow. */
    public OutageReport report() {
        assembler.finish().forEach(this::wait);
        while (!waiting.isEmpty()) {
            judge(waiting.remove());
        }
        boolean none = canaries.isEmpty();
        Instant from = range.from().orElse(none ? range.to().orElse(Instant.EPOCH) : first);
        Instant to = range.to().orElse(none || judged.isBefore(from) ? from : judged);
        return new OutageReport(
                from,
                to,
                canaries.values().stream()
                        .map(tracks -> outages(tracks, from, to))
                        .toList(),
                runs,
                late);
    }

    private static CanaryOutages outages(Tracks tracks, Instant from, Instant to) {
        List<LocationOutages> locations = tracks.locations.values().stream()
                .map(track -> track.outages(from, to))
                .toList();
        List<StateSpan> merged =
                StateSpan.merged(locations.stream().map(LocationOutages::spans).toList());
        return new CanaryOutages(
                tracks.sample.canary(),
                tracks.sample.operation(),
                tracks.sample.environment(),
                locations,
                Outage.of(locations),
                merged,
                Availability.of(
                        merged,
                        locations.stream()
                                .mapToLong(location -> location.availability().good())
                                .sum(),
                        locations.stream()
                                .mapToLong(location -> location.availability().bad())
                                .sum()));
    }
}
