package dev.andon.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.andon.Canary;
import dev.andon.canary.CanaryTarget;
import dev.andon.internal.canary.launch.CanaryLauncher;
import dev.andon.internal.canary.record.RunLog;
import dev.andon.internal.canary.run.CanaryInvocation;
import dev.andon.internal.canary.run.LoadedCanary;
import dev.andon.internal.formats.RunMode;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.TestExecutionListener;

/**
 * What a run costs beside an empty test that JUnit's launcher runs alone, by turns in one JVM: by the clock, and in processor
 * time, which does not depend on what else runs.
 */
public final class CanaryOverhead {
    private static final int BATCH = 250;
    private static final int COLD_ROUNDS = 20;
    private static final int ROUNDS = 40;

    private CanaryOverhead() {}

    static class EmptyTestCases {
        @Test
        void nothing() {}
    }

    @Canary(operation = "nothing", every = "1m", timeout = "20s")
    static class EmptyCanaryTestCases {
        @Test
        void nothing(CanaryTarget target) {
            target.uri();
        }
    }

    /** Prints the medians. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("andon-overhead");
        RunLog log = RunLog.in(folder, new RunLog.Rotation(Long.MAX_VALUE, Optional.empty()), false);
        Map<String, String> parameters = Map.of("andon.canary.target", "http://127.0.0.1:9");
        CanaryInvocation invocation = new CanaryInvocation(parameters, Map.of(), log::append);
        LoadedCanary canary = LoadedCanary.of(EmptyCanaryTestCases.class);
        Runnable test = () -> CanaryLauncher.run(EmptyTestCases.class, parameters, new TestExecutionListener() {});
        Runnable run = () -> invocation.run(canary, RunMode.RUN, Optional.empty(), "");
        Times empty = new Times();
        Times whole = new Times();
        for (int round = 0; round < ROUNDS; round++) {
            empty.measure(test, round >= COLD_ROUNDS);
            whole.measure(run, round >= COLD_ROUNDS);
        }
        System.out.printf("JDK %s, %d runs each%n", System.getProperty("java.version"), empty.wall.size());
        System.out.printf("%28s %8s %18s%n", "", "p50 ms", "processor ms a run");
        empty.print("an empty test");
        whole.print("a canary that asks nothing");
        System.out.printf(
                "%28s %8.2f %18.2f%n",
                "overhead", median(whole.wall) - median(empty.wall), median(whole.processor) - median(empty.processor));
    }

    private static final class Times {
        private final List<Long> wall = new ArrayList<>();
        private final List<Long> processor = new ArrayList<>();

        void measure(Runnable one, boolean counts) {
            List<Long> took = new ArrayList<>();
            long before = processorTime();
            for (int i = 0; i < BATCH; i++) {
                long from = System.nanoTime();
                one.run();
                took.add(System.nanoTime() - from);
            }
            if (counts) {
                processor.add((processorTime() - before) / BATCH);
                wall.addAll(took);
            }
        }

        private static long processorTime() {
            return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        }

        void print(String what) {
            System.out.printf("%28s %8.2f %18.2f%n", what, median(wall), median(processor));
        }
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
    }
}
