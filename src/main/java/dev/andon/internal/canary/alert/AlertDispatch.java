package dev.andon.internal.canary.alert;

import dev.andon.internal.formats.AlertNotice;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells all receivers the state when it changes, and anew each minute while it holds. Each receiver has a thread of its own,
 * so one that hangs delays neither the others nor the runs. Only the latest state is kept: there is no queue.
 */
public final class AlertDispatch implements AutoCloseable {
    private final List<ToldReceiver> receivers;
    private final List<Thread> threads;
    private final Duration resend;
    private final Clock clock;
    private List<Alert> state = List.of();
    private long version;
    private boolean closed;

    /**
     * Makes one; nothing is told before {@link #state} is called.
     *
     * @param past the notices of the canary log, in their order, so that a restart repeats nothing
     * @param log takes the notices to record; called by several threads
     */
    public AlertDispatch(
            List<AlertReceiver> receivers,
            List<AlertNotice> past,
            Duration resend,
            Clock clock,
            Consumer<AlertNotice> log) {
        this.receivers = receivers.stream()
                .map(receiver -> new ToldReceiver(receiver, past, log))
                .toList();
        this.resend = resend;
        this.clock = clock;
        this.threads = this.receivers.stream().map(this::thread).toList();
    }

    private Thread thread(ToldReceiver receiver) {
        Thread thread = new Thread(() -> keepTelling(receiver), "andon-alert-" + receiver.name());
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Replaces the state, and returns at once.
     *
     * @param alerts the incidents that go on, and of each canary the last one that is resolved
     */
    public synchronized void state(List<Alert> alerts) {
        if (version == 0) {
            threads.forEach(Thread::start);
        }
        if (version == 0 || !alerts.equals(state)) {
            state = List.copyOf(alerts);
            version++;
            notifyAll();
        }
    }

    /** Tells the state once and waits for the answers; for a process that ends after one round, in place of {@link #state}. */
    public void tellOnce(List<Alert> alerts) {
        receivers.parallelStream().forEach(receiver -> receiver.tell(alerts, clock.instant()));
    }

    private void keepTelling(ToldReceiver receiver) {
        try {
            for (long told = 0; ; ) {
                List<Alert> latest;
                synchronized (this) {
                    long due = System.nanoTime() + resend.toNanos();
                    while (!closed && version == told && due > System.nanoTime()) {
                        wait(Math.max(
                                1, Duration.ofNanos(due - System.nanoTime()).toMillis()));
                    }
                    if (closed) {
                        return;
                    }
                    told = version;
                    latest = state;
                }
                receiver.tell(latest, clock.instant());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the telling; what was told stays as it is, for the next process to go on. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        threads.forEach(Thread::interrupt);
    }
}
