package dev.andon.internal.judge;

import dev.andon.internal.formats.Baseline;
import dev.andon.internal.require.Requirements;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a report shows beside its results.
 *
 * @param waivers the waivers
 * @param baseline the known violations that are left
 */
public record ReportDetails(List<Requirements.Waiver> waivers, Baseline baseline) {
    public static final ReportDetails NONE = new ReportDetails(List.of(), Baseline.NONE);

    /** Copies the lists. */
    public ReportDetails {
        waivers = List.copyOf(waivers);
    }

    /** Returns the same details with another baseline. */
    ReportDetails withBaseline(Baseline other) {
        return new ReportDetails(waivers, other);
    }

    /** Returns the details of both. */
    ReportDetails and(ReportDetails other) {
        TreeMap<Baseline.Entry, LocalDate> both = new TreeMap<>(baseline.entries());
        both.putAll(other.baseline.entries());
        return new ReportDetails(
                Stream.concat(waivers.stream(), other.waivers.stream())
                        .distinct()
                        .toList(),
                new Baseline(both));
    }
}
