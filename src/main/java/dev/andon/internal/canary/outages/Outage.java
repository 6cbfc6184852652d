package dev.andon.internal.canary.outages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The outage windows of one canary that may overlap, of one location or of several. It began when it began at the first
 * location, and ended when it ended at the last.
 *
 * @param windows one at least, by their begin
 * @param elsewhere the locations whose runs worked all that time
 */
public record Outage(List<OutageWindow> windows, List<String> elsewhere) {

    /** Returns the outage that one location saw. */
    public static Outage of(OutageWindow window) {
        return new Outage(List.of(window), List.of());
    }

    static List<Outage> of(List<LocationOutages> locations) {
        List<OutageWindow> windows = locations.stream()
                .flatMap(location -> location.windows().stream())
                .sorted(Comparator.comparing(Outage::begin))
                .toList();
        List<Outage> outages = new ArrayList<>();
        List<OutageWindow> together = new ArrayList<>();
        Instant end = Instant.MIN;
        for (OutageWindow window : windows) {
            if (!together.isEmpty() && !begin(window).isBefore(end)) {
                outages.add(of(List.copyOf(together), locations));
                together.clear();
                end = Instant.MIN;
            }
            together.add(window);
            Instant latest = window.endedBefore().orElse(Instant.MAX);
            end = latest.isAfter(end) ? latest : end;
        }
        if (!together.isEmpty()) {
            outages.add(of(List.copyOf(together), locations));
        }
        return List.copyOf(outages);
    }

    private static Outage of(List<OutageWindow> windows, List<LocationOutages> locations) {
        Outage outage = new Outage(windows, List.of());
        Instant from = outage.beganBy();
        Instant to = outage.endedFrom();
        List<String> elsewhere = locations.stream()
                .filter(location -> location.spans().stream()
                        .anyMatch(span -> span.state() == ServiceState.UP
                                && !span.from().isAfter(from)
                                && !span.to().isBefore(to)))
                .map(LocationOutages::location)
                .filter(location -> windows.stream()
                        .noneMatch(window -> window.firstBad().location().equals(location)))
                .toList();
        return new Outage(windows, elsewhere);
    }

    private static Instant begin(OutageWindow window) {
        return window.beganAfter().orElse(Instant.MIN);
    }

    /** Returns the first bad run of all locations, whose trace id names the outage. */
    public Probe first() {
        return windows.stream()
                .map(OutageWindow::firstBad)
                .min(Comparator.comparing(probe -> probe.began().at()))
                .orElseThrow();
    }

    /** Returns the locations that saw it; without an empty name. */
    public List<String> locations() {
        return windows.stream()
                .map(window -> window.firstBad().location())
                .filter(location -> !location.isEmpty())
                .distinct()
                .toList();
    }

    /** Returns the point in time after which it began; empty where it may have begun before the log. */
    public Optional<Instant> beganAfter() {
        return windows.stream().allMatch(window -> window.beganAfter().isPresent())
                ? windows.stream()
                        .flatMap(window -> window.beganAfter().stream())
                        .min(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** Returns the point in time at or before which it began. */
    public Instant beganBy() {
        return windows.stream()
                .map(OutageWindow::beganBy)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Returns the point in time at or after which it ended. */
    public Instant endedFrom() {
        return windows.stream()
                .map(OutageWindow::endedFrom)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Returns the point in time before which it ended; empty where a location has seen no good run since. */
    public Optional<Instant> endedBefore() {
        return windows.stream().allMatch(window -> window.endedBefore().isPresent())
                ? windows.stream()
                        .flatMap(window -> window.endedBefore().stream())
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** Returns how long it lasted at least, <em>if it did not recover between bad runs</em> of a location. */
    public Duration atLeast() {
        return windows.stream()
                .map(OutageWindow::atLeast)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Returns how long it lasted at most; empty where its begin or its end is not known. */
    public Optional<Duration> atMost() {
        return windows.size() == 1
                ? windows.get(0).atMost()
                : beganAfter().flatMap(from -> endedBefore().map(to -> Duration.between(from, to)));
    }

    /** Returns the number of bad runs. */
    public int bad() {
        return windows.stream().mapToInt(OutageWindow::bad).sum();
    }

    /** Returns the number of good runs between the bad ones of a location. */
    public int goodInside() {
        return windows.stream().mapToInt(OutageWindow::goodInside).sum();
    }

    /** Returns whether a location saw it recover and fail again. */
    public boolean flapping() {
        return goodInside() > 0 || (locations().size() < windows.size() && windows.size() > 1);
    }

    /** Returns whether each bad run was in a maintenance window. */
    public boolean allPlanned() {
        return windows.stream().allMatch(OutageWindow::allPlanned);
    }
}
