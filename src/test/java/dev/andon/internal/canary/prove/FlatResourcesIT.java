package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.testing.LittleService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * A JVM that runs canaries for months keeps no thread and no descriptor of a run: {@code -Dandon.test.runs=2000} for more of
 * them.
 */
class FlatResourcesIT {
    private static final int RUNS = Integer.getInteger("andon.test.runs", 100);
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    /** What may be under way at the time of counting. */
    private static final int SLACK = 20;

    static boolean countable() {
        return Files.isDirectory(DESCRIPTORS);
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(DESCRIPTORS)) {
            return open.count();
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().size();
    }

    private static void flat(Map<String, String> target, boolean healthy) throws IOException {
        run(target, healthy, 20);
        long threads = threads();
        long descriptors = descriptors();
        run(target, healthy, RUNS);

        System.out.printf(
                "%d runs: %d to %d threads, %d to %d descriptors%n",
                RUNS, threads, threads(), descriptors, descriptors());
        assertThat(threads()).isLessThanOrEqualTo(threads + SLACK);
        assertThat(descriptors()).isLessThanOrEqualTo(descriptors + SLACK);
    }

    private static void run(Map<String, String> target, boolean healthy, int runs) {
        for (int i = 0; i < runs; i++) {
            assertThat(NestedRun.of(GoodCanary.class, target).healthy()).isEqualTo(healthy);
        }
    }

    @Test
    @EnabledIf("countable")
    void runs_against_a_healthy_service() throws IOException {
        try (LittleService shop = LittleShop.open()) {
            flat(Map.of("andon.canary.target", shop.uri().toString()), true);
        }
    }

    @Test
    @EnabledIf("countable")
    void runs_against_a_service_that_is_down() throws IOException {
        LittleService shop = LittleShop.open();
        shop.close();
        flat(Map.of("andon.canary.target", shop.uri().toString()), false);
    }
}
