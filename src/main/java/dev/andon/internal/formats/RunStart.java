package dev.andon.internal.formats;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A run has begun. Where no {@link RunEnd} of the same trace follows, the process ended in the middle of it.
 *
 * @param traceId the run's id, and the trace of its requests, 32 hexadecimal digits
 * @param sequence counts the runs of the process from 1, and keeps their order whatever its clock does
 * @param canary what was run
 * @param runner who ran it
 * @param environment the target's environment; empty where neither it nor a target is configured
 * @param target the base URI; empty where none is configured
 * @param scheduled when the run was due; empty where nothing says so
 * @param started when it began, by the runner's clock
 * @param uptime how long the process had run then; unlike {@code started} it never jumps
 * @param cold whether it is the first run of this canary in the process
 * @param muted why no failure alerts anybody now; empty where it does
 */
public record RunStart(
        String traceId,
        long sequence,
        RunCanary canary,
        RunnerIdentity runner,
        String environment,
        String target,
        Optional<Instant> scheduled,
        Instant started,
        Duration uptime,
        boolean cold,
        String muted)
        implements CanaryLogLine {}
