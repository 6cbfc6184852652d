package dev.andon.internal.canary.run;

import dev.andon.internal.formats.CanaryLogCodec;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The main program of the JVM in which one canary runs once. It reads from its standard input what to run, prints the lines of
 * the run, and ends at once when the run has ended, or when its standard input has: then the runner is gone.
 */
public final class ForkedRun {
    private static final int GONE = 3;
    private static final int LONGEST_MINUTES = 60;
    private static final CountDownLatch ENDED = new CountDownLatch(1);

    private ForkedRun() {}

    /** Runs the canary. */
    public static void main(String[] arguments) throws IOException {
        PrintStream lines = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        // What a canary prints is no line of its log.
        System.setOut(System.err);
        DataInputStream in = new DataInputStream(System.in);
        ForkRequest request = ForkRequest.readFrom(in);
        System.setIn(InputStream.nullInputStream());
        watch(in);
        Runtime.getRuntime().addShutdownHook(new Thread(ForkedRun::finish, "andon-shutdown"));
        request.properties().forEach(System::setProperty);
        UnknownNames.forget();
        ClientWarmUp.run();
        run(request, lines);
        synchronized (lines) {
            lines.println(ForkedJvm.OURS + ForkedJvm.DONE);
        }
        halt(0);
    }

    private static void run(ForkRequest request, PrintStream lines) {
        // Whether it gets a processor only this JVM knows; the control target is asked by the runner.
        RunnerHealth health = new RunnerHealth(Optional.empty(), Map.of());
        LoadedCanary canary = CanaryClassPath.canary(request.classPath(), request.className());
        try {
            new CanaryInvocation(request.parameters(), request.tolerances(), line -> {
                        synchronized (lines) {
                            lines.println(ForkedJvm.OURS + CanaryLogCodec.encode(health.explained(line)));
                        }
                    })
                    .run(canary, request.mode(), request.scheduled(), request.muted());
        } finally {
            ENDED.countDown();
        }
    }

    private static void watch(InputStream in) {
        Thread watching = new Thread(
                () -> {
                    try {
                        in.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException closed) {
                        // The same as its end.
                    }
                    halt(GONE);
                },
                "andon-runner");
        watching.setDaemon(true);
        watching.start();
    }

    /**
     * A supervisor, or a terminal, sends its signal to each process of the runner: the run is finished all the same, as in the
     * runner. The runner ends this process where it takes too long. A canary that ends the JVM waits for nothing.
     */
    private static void finish() {
        boolean signal = Thread.getAllStackTraces().entrySet().stream().anyMatch(ForkedRun::handlesSignal);
        if (signal) {
            try {
                ENDED.await(LONGEST_MINUTES, TimeUnit.MINUTES);
                TimeUnit.SECONDS.sleep(LONGEST_MINUTES);
            } catch (InterruptedException now) {
                Thread.currentThread().interrupt();
            }
        }
        endStarted();
    }

    private static boolean handlesSignal(Map.Entry<Thread, StackTraceElement[]> thread) {
        return thread.getKey().getName().startsWith("SIG")
                && Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().equals("java.lang.Shutdown"));
    }

    /** Once this process has ended, nothing tells what it had started. */
    private static void endStarted() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    private static void halt(int code) {
        endStarted();
        Runtime.getRuntime().halt(code);
    }
}
