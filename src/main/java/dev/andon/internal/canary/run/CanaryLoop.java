package dev.andon.internal.canary.run;

import dev.andon.internal.canary.run.CanarySchedule.Due;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.write.AbandonedCalls;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunMode;
import dev.andon.internal.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Runs canaries on their schedules until it is stopped. Each runs at most once at a time; one that hangs is not started again
 * while its thread lives.
 */
public final class CanaryLoop {
    /** So many canaries that hang hold threads, memory and connections that only the end of the process frees. */
    private static final int MOST_ABANDONED = 20;

    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    /** Why a loop has ended. */
    public enum End {
        /** It was stopped, and what ran then has ended. */
        STOPPED,
        /** Too many canaries hang: only a new process helps. */
        TOO_MANY_ABANDONED,
        /** The memory is exhausted: nothing in this process can be relied on. */
        OUT_OF_MEMORY
    }

    private final Invocation invocation;
    private final BiFunction<String, Instant, String> muted;
    private final Consumer<String> completed;
    private final Consumer<String> problems;
    private final List<Scheduled> scheduled;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "andon-canary-run");
        thread.setDaemon(true);
        return thread;
    });
    private boolean stopped;
    private boolean outOfMemory;

    /** A canary and when it is due. */
    private static final class Scheduled {
        private final LoadedCanary canary;
        private final CanarySchedule schedule;
        private volatile Due due;
        private volatile boolean running;

        Scheduled(LoadedCanary canary) {
            this.canary = canary;
            this.schedule = new CanarySchedule(canary.name(), interval(canary));
            this.due = schedule.first(Instant.now(), System.nanoTime());
        }
    }

    /**
     * Makes one.
     *
     * @param muted says why no failure of a canary alerts anybody at a time; the empty text where it does
     * @param completed takes the name of each canary that has run
     * @param problems takes what those who operate the runner should know
     * @throws CanaryConfigurationException if a canary declares no interval
     */
    public CanaryLoop(
            List<LoadedCanary> canaries,
            Invocation invocation,
            BiFunction<String, Instant, String> muted,
            Consumer<String> completed,
            Consumer<String> problems) {
        this.scheduled = canaries.stream().map(Scheduled::new).toList();
        this.invocation = invocation;
        this.muted = muted;
        this.completed = completed;
        this.problems = problems;
    }

    private static Duration interval(LoadedCanary canary) {
        return canary.spec()
                .every()
                .orElseThrow(() -> new CanaryConfigurationException(
                        "the canary " + canary.type().getName()
                                + " declares no interval: write for example @Canary(every = \"1m\")"));
    }

    /**
     * Runs on this thread until {@link #stop} is called, or the process must be started anew.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    public End run() throws InterruptedException {
        while (true) {
            synchronized (this) {
                if (stopped || outOfMemory) {
                    break;
                }
            }
            if (AbandonedCalls.count() > MOST_ABANDONED) {
                problems.accept("more than " + MOST_ABANDONED + " runs hang: the process ends, to be started anew");
                return End.TOO_MANY_ABANDONED;
            }
            long now = System.nanoTime();
            scheduled.stream().filter(one -> one.due.at() - now <= 0).forEach(this::start);
            long first = scheduled.stream()
                    .map(one -> one.due.at() - System.nanoTime())
                    .min(Comparator.naturalOrder())
                    .orElse(LONGEST_SLEEP.toNanos());
            synchronized (this) {
                if (!stopped && !outOfMemory && first > 0) {
                    TimeUnit.NANOSECONDS.timedWait(this, Math.min(first, LONGEST_SLEEP.toNanos()));
                }
            }
        }
        if (outOfMemory()) {
            return End.OUT_OF_MEMORY;
        }
        finish();
        return End.STOPPED;
    }

    private synchronized boolean outOfMemory() {
        return outOfMemory;
    }

    /** Starts nothing more; {@link #run} returns when what runs has ended. */
    public synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    private void finish() throws InterruptedException {
        threads.shutdown();
        Duration longest = scheduled.stream()
                .filter(one -> one.running)
                .map(one -> one.canary.spec().bound().multipliedBy(2).plus(invocation.overhead()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        if (!threads.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            problems.accept("a run has not ended in " + Durations.text(longest) + ": the process ends without it");
        }
    }

    private void start(Scheduled one) {
        Due due = one.due;
        Instant at = Instant.now().minusNanos(System.nanoTime() - due.at());
        one.due = one.schedule.next(due, Instant.now(), System.nanoTime());
        if (one.due.missed() > 0) {
            problems.accept(
                    one.canary.name() + ": " + one.due.missed() + " starts were missed, and are not made up for");
        }
        if (one.running) {
            problems.accept(one.canary.name() + " still runs, so it is not started again");
            return;
        }
        one.running = true;
        try {
            threads.execute(() -> {
                try {
                    run(one.canary, at);
                } catch (OutOfMemoryError exhausted) {
                    endOutOfMemory();
                } catch (RuntimeException | Error unexpected) {
                    problems.accept(one.canary.name() + " could not be run: " + unexpected);
                } finally {
                    one.running = false;
                }
            });
        } catch (OutOfMemoryError noThread) {
            endOutOfMemory();
        }
    }

    private void run(LoadedCanary canary, Instant due) {
        String mute = muted.apply(canary.name(), Instant.now());
        if (AbandonedCalls.hangs(canary.type().getName())) {
            String reason = "was not started: an earlier run still hangs, although it was abandoned at its timeout";
            invocation.notRun(canary, RunMode.RUN, Optional.of(due), mute, reason);
        } else {
            List<RunEnd> ends = invocation.run(canary, RunMode.RUN, Optional.of(due), mute);
            if (invocation.inThisJvm()
                    && ends.stream().anyMatch(end -> end.errorType().equals(OutOfMemoryError.class.getName()))) {
                endOutOfMemory();
            }
        }
        completed.accept(canary.name());
    }

    private synchronized void endOutOfMemory() {
        outOfMemory = true;
        notifyAll();
    }
}
