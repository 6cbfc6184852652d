package dev.andon.bench;

import dev.andon.Canary;
import dev.andon.canary.CanaryTarget;
import dev.andon.internal.canary.launch.CanaryLauncher;
import dev.andon.internal.canary.record.RunLog;
import dev.andon.internal.canary.run.CanaryInvocation;
import dev.andon.internal.canary.run.LoadedCanary;
import dev.andon.internal.formats.RunMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.TestExecutionListener;

/** What a run costs beside an empty test that JUnit's launcher runs alone, by turns in one JVM. */
public final class CanaryOverhead {
    private static final int WARM_UP = 2_000;
    private static final int RUNS = 5_000;

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
        List<Long> empty = new ArrayList<>();
        List<Long> whole = new ArrayList<>();
        for (int i = 0; i < WARM_UP + RUNS; i++) {
            long from = System.nanoTime();
            CanaryLauncher.run(EmptyTestCases.class, parameters, new TestExecutionListener() {});
            long between = System.nanoTime();
            invocation.run(canary, RunMode.RUN, Optional.empty(), "");
            long to = System.nanoTime();
            if (i >= WARM_UP) {
                empty.add(between - from);
                whole.add(to - between);
            }
        }
        System.out.printf(
                "JDK %s, %d runs each: an empty test %.2f ms, a canary that does nothing %.2f ms, overhead p50 %.2f ms%n",
                System.getProperty("java.version"), RUNS, median(empty), median(whole), median(whole) - median(empty));
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
    }
}
