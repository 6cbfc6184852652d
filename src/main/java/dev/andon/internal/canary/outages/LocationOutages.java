package dev.andon.internal.canary.outages;

import java.util.List;

/**
 * What the runs of one canary at one location say about a range of time.
 *
 * @param location where; empty where the log names none
 * @param windows the outage windows that touch the range, in order, those in maintenance windows too
 * @param spans the states, in order and without holes
 * @param availability how long it was up
 * @param unknown the number of runs of which nothing was learnt, the unfinished ones included
 * @param unfinished the number of runs in which the process ended
 * @param retried the number of runs that worked at a later attempt
 * @param degraded the number of runs that worked and took too long
 */
public record LocationOutages(
        String location,
        List<OutageWindow> windows,
        List<StateSpan> spans,
        Availability availability,
        long unknown,
        long unfinished,
        long retried,
        long degraded) {}
