package dev.andon.bench;

import dev.andon.internal.canary.metrics.CanaryMetrics;
import dev.andon.internal.canary.record.RunLog;
import dev.andon.internal.canary.run.AlertingState;
import dev.andon.internal.canary.run.CanaryInvocation;
import dev.andon.internal.canary.run.CanaryLoop;
import dev.andon.internal.canary.run.ClientWarmUp;
import dev.andon.internal.canary.run.LoadedCanary;
import dev.andon.internal.formats.CanaryLogLine;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunStart;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Many canaries on an interval of a minute, in real time: how late they begin. The service runs in the same process. */
public final class CanaryScheduleLoad {
    private CanaryScheduleLoad() {}

    /** Takes the number of canaries and of minutes after the first, in which each is cold. */
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        int minutes = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("andon-schedule");
        List<LoadedCanary> canaries = BenchCanaries.compiled(folder.resolve("classes"), count);
        List<Long> cold = new CopyOnWriteArrayList<>();
        List<Long> warm = new CopyOnWriteArrayList<>();
        AtomicLong failed = new AtomicLong();
        ConcurrentSkipListSet<String> problems = new ConcurrentSkipListSet<>();
        try (BenchCanaries service = new BenchCanaries()) {
            RunLog log = RunLog.in(folder.resolve("log"), new RunLog.Rotation(10 << 20, Optional.empty()), false);
            AlertingState state = new AlertingState(canaries, Map.of(), "bench", "", Instant.now());
            CanaryMetrics metrics = new CanaryMetrics();
            Consumer<CanaryLogLine> lines = line -> {
                log.append(line);
                state.accept(line);
                if (line instanceof RunStart start) {
                    (start.cold() ? cold : warm)
                            .add(Duration.between(start.scheduled().orElseThrow(), start.started())
                                    .toMillis());
                } else if (line instanceof RunEnd end) {
                    metrics.finished(end);
                    failed.addAndGet(end.succeeded() ? 0 : 1);
                }
            };
            ClientWarmUp.run();
            CanaryLoop loop = new CanaryLoop(
                    canaries,
                    new CanaryInvocation(
                            Map.of("andon.canary.target", service.target(), "andon.canary.environment", "bench"),
                            Map.of(),
                            lines),
                    (canary, at) -> "",
                    canary -> state.alerts(Instant.now()),
                    problems::add);
            Thread running = new Thread(() -> {
                try {
                    loop.run();
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
            });
            running.start();
            TimeUnit.SECONDS.sleep(63 + 60L * minutes);
            loop.stop();
            running.join();
        }
        System.out.printf(
                "JDK %s, %d processors, %.1f s of processor time, load %.1f%n",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                ProcessHandle.current()
                                .info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis()
                        / 1000.0,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        print("first runs", cold);
        print("later runs", warm);
        System.out.printf("%d runs without success, problems: %s%n", failed.get(), problems);
    }

    private static void print(String what, List<Long> lags) {
        List<Long> sorted = lags.stream().sorted().toList();
        System.out.printf(
                "%s: %d, lag in ms: median %d, 99 %% %d, most %d; over 1 s: %d%n",
                what,
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 99 / 100),
                sorted.get(sorted.size() - 1),
                sorted.stream().filter(lag -> lag > 1000).count());
    }
}
