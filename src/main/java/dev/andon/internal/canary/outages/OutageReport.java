package dev.andon.internal.canary.outages;

import java.time.Instant;
import java.util.List;

/**
 * What a canary log says about a range of time.
 *
 * @param from the begin of the range; of the first run where none was given
 * @param to the end of the range; of the last run where none was given
 * @param canaries each canary that has runs in the log, by name
 * @param runs the number of runs in the range, whatever their result
 * @param late the number of runs that came too late to be put in order, and are left out
 */
public record OutageReport(Instant from, Instant to, List<CanaryOutages> canaries, long runs, long late) {}
