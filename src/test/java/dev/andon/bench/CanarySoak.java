package dev.andon.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.andon.internal.canary.metrics.CanaryMetrics;
import dev.andon.internal.canary.record.RunLog;
import dev.andon.internal.canary.run.AlertingState;
import dev.andon.internal.canary.run.CanaryInvocation;
import dev.andon.internal.canary.run.LoadedCanary;
import dev.andon.internal.formats.CanaryLogLine;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunMode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Fifty canaries run one after the other without a pause, with all that the loop does for each run: the log with its rotation,
 * the policies and the metrics. Says whether heap, threads and descriptors stay as they are.
 */
public final class CanarySoak {
    private static final int CANARIES = 50;
    private static final int WORKERS = 2;
    private static final int REPORTS = 10;

    private CanarySoak() {}

    /** Takes the number of runs, and prints a row for each tenth of them. */
    public static void main(String[] arguments) throws Exception {
        long runs = Long.parseLong(arguments[0]);
        Path folder = Files.createTempDirectory("andon-soak");
        List<LoadedCanary> canaries = BenchCanaries.compiled(folder.resolve("classes"), CANARIES);
        try (BenchCanaries service = new BenchCanaries()) {
            Map<String, String> parameters =
                    Map.of("andon.canary.target", service.target(), "andon.canary.environment", "bench");
            RunLog log = RunLog.in(
                    folder.resolve("log"), new RunLog.Rotation(10 << 20, Optional.of(Duration.ofSeconds(20))), false);
            AlertingState state = new AlertingState(canaries, Map.of(), "bench", "", Instant.now());
            CanaryMetrics metrics = new CanaryMetrics();
            AtomicLong failed = new AtomicLong();
            Consumer<CanaryLogLine> lines = line -> {
                log.append(line);
                state.accept(line);
                if (line instanceof RunEnd end) {
                    metrics.finished(end);
                    failed.addAndGet(end.succeeded() ? 0 : 1);
                }
            };
            CanaryInvocation invocation = new CanaryInvocation(parameters, Map.of(), lines);
            System.out.printf("JDK %s%n", System.getProperty("java.version"));
            run(canaries, invocation, runs / 100);
            System.out.printf("%10s %10s %10s %8s %12s%n", "runs", "runs/s", "heap KB", "threads", "descriptors");
            row(0, 0);
            for (int i = 1; i <= REPORTS; i++) {
                long from = System.nanoTime();
                run(canaries, invocation, runs / REPORTS);
                row(runs / REPORTS * i, runs / REPORTS * 1e9 / (System.nanoTime() - from));
                state.alerts(Instant.now());
            }
            System.out.printf(
                    "%d runs without success; %d characters of metrics%n",
                    failed.get(), metrics.text().length());
        } finally {
            delete(folder);
        }
    }

    /** Each worker has canaries of its own: none runs twice at once. */
    private static void run(List<LoadedCanary> canaries, CanaryInvocation invocation, long runs)
            throws InterruptedException {
        List<Thread> workers = new ArrayList<>();
        for (int w = 0; w < WORKERS; w++) {
            int first = w;
            Thread worker = new Thread(() -> {
                for (long i = first; i < runs; i += WORKERS) {
                    invocation.run(canaries.get((int) (i % CANARIES)), RunMode.RUN, Optional.of(Instant.now()), "");
                }
            });
            worker.start();
            workers.add(worker);
        }
        for (Thread worker : workers) {
            worker.join();
        }
    }

    private static void row(long runs, double rate) throws InterruptedException {
        // What waits for a collection to be freed is counted, and the threads of clients end meanwhile.
        Thread.sleep(500);
        System.gc();
        Thread.sleep(500);
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 10;
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        long descriptors = system instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : -1;
        System.out.printf("%10d %10.0f %10d %8d %12d%n", runs, rate, heap, threads, descriptors);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
