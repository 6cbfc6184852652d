package dev.andon.internal.canary.outages;

import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.CanaryStep;
import dev.andon.internal.formats.CanaryLogLine;
import dev.andon.internal.formats.RunAttempt;
import dev.andon.internal.formats.RunCanary;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunMode;
import dev.andon.internal.formats.RunStart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a probe of each run: of a {@code finished} line, and of a {@code started} line that none follows. A line that comes
 * twice counts once. The memory that it needs does not grow with the log.
 */
public final class ProbeAssembler {
    /** The modes that watch the deployed system. */
    public static final Set<RunMode> WATCHING = Set.of(RunMode.RUN, RunMode.ONCE);

    private static final int REMEMBERED = 20_000;
    private static final int SERVER_ERROR = 500;

    private final Set<RunMode> modes;
    private final RunClocks clocks = new RunClocks();
    private final Map<String, RunStart> open = new LinkedHashMap<>();
    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Takes the runs of these modes and leaves out the others. */
    public ProbeAssembler(Set<RunMode> modes) {
        this.modes = Set.copyOf(modes);
    }

    /** Takes the next line and returns the probes that are complete by it, in order: none, one, or more. */
    public List<Probe> accept(CanaryLogLine line) {
        List<Probe> probes = new ArrayList<>();
        if (line instanceof RunStart start && counts(start) && !seen.containsKey(start.traceId())) {
            unfinished(start, probes);
            open.put(start.traceId(), start);
        } else if (line instanceof RunEnd end && counts(end.start()) && seen.put(end.traceId(), true) == null) {
            open.remove(end.traceId());
            unfinished(end.start(), probes);
            probes.add(probe(end));
        }
        return probes;
    }

    /** Returns the probes of the runs that have not ended when the log does. */
    public List<Probe> finish() {
        List<Probe> probes = open.values().stream().map(this::unfinished).toList();
        open.clear();
        return probes;
    }

    private boolean counts(RunStart start) {
        return modes.contains(start.runner().mode());
    }

    /** A process runs a canary once at a time: what it began before has no end. Of another process time must tell. */
    private void unfinished(RunStart next, List<Probe> probes) {
        for (Iterator<RunStart> starts = open.values().iterator(); starts.hasNext(); ) {
            RunStart start = starts.next();
            boolean same = start.canary().name().equals(next.canary().name())
                    && start.runner().location().equals(next.runner().location());
            boolean over = start.runner().process().equals(next.runner().process())
                    ? start.sequence() < next.sequence()
                    : start.started()
                            .plus(start.canary().timeout().multipliedBy(2))
                            .plusSeconds(60)
                            .isBefore(next.started());
            if (same && over) {
                starts.remove();
                seen.put(start.traceId(), true);
                probes.add(unfinished(start));
            }
        }
    }

    private Probe unfinished(RunStart start) {
        Moment began = clocks.began(start, Optional.empty());
        return probe(
                start,
                ProbeResult.UNKNOWN,
                new Moment[] {began, began, began, began},
                "",
                "the process ended in the middle of the run",
                false,
                false,
                true);
    }

    private Probe probe(RunEnd end) {
        RunStart start = end.start();
        Moment began = clocks.began(start, end.clock());
        Moment ended = began.plus(end.duration());
        boolean bad = end.outcome() == CanaryOutcome.FAILURE;
        Moment[] moments = {began, ended, bad ? failureStart(end, began) : began, bad ? failureEnd(end, began) : ended};
        return probe(
                start,
                bad ? ProbeResult.BAD : end.succeeded() ? ProbeResult.GOOD : ProbeResult.UNKNOWN,
                moments,
                end.failingStep().map(CanaryStep::name).orElse(""),
                end.reason(),
                end.attempts().size() > 1,
                end.outcome() == CanaryOutcome.DEGRADED,
                false);
    }

    /**
     * A check that fails after a successful step may fail because of an earlier step, and a step that the end of the run's
     * time cut off may have been late because of one: then the failure is only known to be in the attempt.
     */
    private static Moment failureStart(RunEnd end, Moment began) {
        boolean cutOff = end.duration().compareTo(end.start().canary().timeout()) >= 0;
        Optional<Instant> step = end.failingStep()
                .filter(failing -> !cutOff && (failing.failed() || serverError(failing.status())))
                .map(CanaryStep::started);
        List<RunAttempt> attempts = end.attempts();
        Instant from = step.orElseGet(() -> attempts.isEmpty()
                ? end.start().started()
                : attempts.get(attempts.size() - 1).started());
        return began.plus(Duration.between(end.start().started(), from));
    }

    private static Moment failureEnd(RunEnd end, Moment began) {
        List<RunAttempt> attempts = end.attempts();
        Optional<CanaryStep> step = end.failingStep();
        if (attempts.size() > 1 || step.isEmpty()) {
            return attempts.isEmpty()
                    ? began.plus(end.duration())
                    : began.plus(Duration.between(
                                    end.start().started(), attempts.get(0).started())
                            .plus(attempts.get(0).duration()));
        }
        return began.plus(Duration.between(end.start().started(), step.get().started())
                .plus(step.get().duration()));
    }

    private static boolean serverError(String status) {
        try {
            return Integer.parseInt(status) >= SERVER_ERROR;
        } catch (NumberFormatException word) {
            return false;
        }
    }

    private static Probe probe(
            RunStart start,
            ProbeResult result,
            Moment[] moments,
            String failingStep,
            String reason,
            boolean retried,
            boolean degraded,
            boolean unfinished) {
        RunCanary canary = start.canary();
        return new Probe(
                canary.name(),
                canary.route().isEmpty() ? canary.operation() : canary.route(),
                start.environment(),
                start.runner().location(),
                start.traceId(),
                start.runner().mode(),
                result,
                moments[0],
                moments[1],
                moments[2],
                moments[3],
                failingStep,
                reason,
                canary.every(),
                canary.timeout(),
                lag(start),
                start.muted(),
                retried,
                degraded,
                start.cold(),
                unfinished);
    }

    /** A run that is late by more than an interval takes the place of a missing one. */
    private static Duration lag(RunStart start) {
        Duration late = start.scheduled()
                .map(scheduled -> Duration.between(scheduled, start.started()))
                .filter(lag -> !lag.isNegative())
                .orElse(Duration.ZERO);
        Duration most = start.canary().every().orElse(Duration.ZERO);
        return late.compareTo(most) > 0 ? most : late;
    }
}
