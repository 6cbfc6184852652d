package dev.andon.internal.canary.write;

import dev.andon.canary.CanaryStepError;
import dev.andon.internal.text.Durations;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Runs a call of a canary's code on a thread of its own, so that it ends in time whatever it does. */
final class BoundedExecution {
    /** How long an interrupted call may take to end. A call that ignores the interrupt is abandoned: Java cannot stop a thread. */
    private static final Duration GRACE = Duration.ofMillis(100);

    private BoundedExecution() {}

    /** A call of a canary's code. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws Throwable;
    }

    /**
     * Runs the call.
     *
     * @param underWay says what the canary waits for, in front of where it is; empty where it waits for nothing that is known
     */
    static <T> T run(String className, Deadline deadline, Supplier<String> underWay, Call<T> call) throws Throwable {
        FutureTask<T> task = new FutureTask<>(() -> {
            try {
                return call.run();
            } catch (Exception | Error thrown) {
                throw thrown;
            } catch (Throwable thrown) {
                throw new ExecutionException(thrown);
            }
        });
        Thread thread = new Thread(task, "canary");
        thread.setDaemon(true);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.start();
        try {
            return task.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            String where = List.of(underWay.get(), where(thread, className)).stream()
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(", "));
            thread.interrupt();
            thread.join(GRACE.toMillis());
            if (thread.isAlive()) {
                AbandonedCalls.add(className, thread);
            }
            throw new CanaryStepError("did not end within " + Durations.text(deadline.bound())
                    + (where.isEmpty() ? "" : "; it was " + where));
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            throw cause instanceof ExecutionException wrapped && wrapped.getCause() != null
                    ? wrapped.getCause()
                    : cause;
        } catch (InterruptedException stopped) {
            thread.interrupt();
            throw stopped;
        }
    }

    private static String where(Thread thread, String className) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getClassName().equals(className) || frame.getClassName().startsWith(className + "$")) {
                return "at " + frame.getMethodName() + "(" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
            }
        }
        return "";
    }
}
