package dev.andon.internal.canary.outages;

import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.CanaryStep;
import dev.andon.internal.formats.ClockOffset;
import dev.andon.internal.formats.RunAttempt;
import dev.andon.internal.formats.RunCanary;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunMode;
import dev.andon.internal.formats.RunStart;
import dev.andon.internal.formats.RunnerIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the runs of one canary by one process: each a second long, with one step, unless told otherwise. */
public final class RecordedRuns {
    private final String location;
    private final String process;
    private final Instant begin;
    private final List<RunEnd> runs = new ArrayList<>();
    private Duration every = Duration.ofSeconds(60);
    private Duration took = Duration.ofSeconds(1);
    private Optional<ClockOffset> clock = Optional.empty();
    private Duration clockSet = Duration.ZERO;
    private RunMode mode = RunMode.RUN;
    private String muted = "";
    private String status = "503";
    private boolean retried;

    public RecordedRuns(String location, String process, Instant begin) {
        this.location = location;
        this.process = process;
        this.begin = begin;
    }

    public static RecordedRuns from(String begin) {
        return new RecordedRuns("fra", "1", Instant.parse(begin));
    }

    public RecordedRuns every(Duration interval) {
        every = interval;
        return this;
    }

    public RecordedRuns took(Duration duration) {
        took = duration;
        return this;
    }

    public RecordedRuns clock(ClockOffset offset) {
        clock = Optional.of(offset);
        return this;
    }

    public RecordedRuns noClock() {
        clock = Optional.empty();
        return this;
    }

    /** From now on the wall clock shows this much more than it should. */
    public RecordedRuns clockSetBy(Duration ahead) {
        clockSet = ahead;
        return this;
    }

    public RecordedRuns mode(RunMode of) {
        mode = of;
        return this;
    }

    public RecordedRuns muted(String reason) {
        muted = reason;
        return this;
    }

    public RecordedRuns failingWith(String httpStatus) {
        status = httpStatus;
        return this;
    }

    public RecordedRuns retried(boolean is) {
        retried = is;
        return this;
    }

    /** One run an interval for each letter: G good, B bad, U unknown, D degraded; a dot is a missing one. */
    public RecordedRuns runs(String letters) {
        letters.chars().forEach(letter -> {
            if (letter != '.') {
                add(begin.plus(every.multipliedBy(next)), (char) letter);
            }
            next++;
        });
        return this;
    }

    private int next;

    /** One run at a time by the true clock. */
    public RunEnd add(Instant at, char letter) {
        CanaryOutcome outcome =
                switch (letter) {
                    case 'G' -> CanaryOutcome.SUCCESS;
                    case 'D' -> CanaryOutcome.DEGRADED;
                    case 'B' -> CanaryOutcome.FAILURE;
                    default -> CanaryOutcome.UNKNOWN;
                };
        Instant shown = at.plus(clockSet);
        String traceId = "%s-%s-%04d".formatted(location, process, runs.size() + 1);
        RunStart start = new RunStart(
                traceId,
                runs.size() + 1,
                new RunCanary(
                        "place-an-order",
                        "com.acme.OrderCanary",
                        "place an order",
                        "POST /orders",
                        "1.0",
                        Optional.of(every),
                        Duration.ofSeconds(10),
                        "3/5"),
                new RunnerIdentity(process, "host-" + process, location, mode),
                "production",
                "https://shop.example",
                Optional.empty(),
                shown,
                Duration.between(begin, at),
                runs.isEmpty(),
                muted);
        boolean bad = outcome == CanaryOutcome.FAILURE;
        CanaryStep step = new CanaryStep("POST /orders", shown, took, bad ? status : "201", false, traceId, "1", false);
        List<RunAttempt> attempts = new ArrayList<>();
        if (retried) {
            attempts.add(new RunAttempt(shown, took.dividedBy(2), "HTTP 503"));
        }
        attempts.add(new RunAttempt(
                retried ? shown.plus(took.dividedBy(2)) : shown,
                retried ? took.dividedBy(2) : took,
                bad ? "HTTP 503" : ""));
        RunEnd end = new RunEnd(
                start,
                took,
                outcome,
                bad ? "HTTP 503" : outcome == CanaryOutcome.UNKNOWN ? "no target" : "",
                "",
                attempts,
                List.of(step),
                bad ? Optional.of(step) : Optional.empty(),
                "",
                clock);
        runs.add(end);
        return end;
    }

    public List<RunEnd> ends() {
        return List.copyOf(runs);
    }

    public List<Probe> probes() {
        ProbeAssembler assembler = new ProbeAssembler(ProbeAssembler.WATCHING);
        List<Probe> probes = new ArrayList<>();
        for (RunEnd run : runs) {
            probes.addAll(assembler.accept(run.start()));
            probes.addAll(assembler.accept(run));
        }
        probes.addAll(assembler.finish());
        return probes;
    }
}
