package dev.andon.internal.canary.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.andon.canary.CanaryOutcome;
import dev.andon.internal.formats.CanaryLogLine;
import dev.andon.internal.formats.RunEnd;
import dev.andon.internal.formats.RunMode;
import dev.andon.testing.Compiled;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that dies, or writes what nobody can read: its run has an end all the same. */
class ForkedInvocationIT {
    private static final String CANARY = """
            package com.acme.canaries;
            @dev.andon.Canary(operation = "browse", every = "1m", timeout = "60s")
            class BrowseCanary {
                @org.junit.jupiter.api.Test void runs(dev.andon.canary.CanaryClient client) throws Exception {
                    %s
                    Thread.sleep(50_000);
                }
            }
            """;

    @TempDir
    Path temp;

    private final List<CanaryLogLine> lines = new CopyOnWriteArrayList<>();

    private ForkedInvocation invocation(Path classes) {
        return new ForkedInvocation(
                classes.toString(), Map.of("andon.canary.target", "http://127.0.0.1:9"), Map.of(), lines::add);
    }

    private List<RunEnd> run(String does) {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "programs of Unix are started");
        Path classes = Compiled.into(temp.resolve("classes"))
                .source(CANARY.formatted(does))
                .compile();
        LoadedCanary canary = CanaryClassPath.canary(classes.toString(), "com.acme.canaries.BrowseCanary");
        try (ForkedInvocation invocation = invocation(classes)) {
            return invocation.run(canary, RunMode.RUN, Optional.empty(), "");
        }
    }

    @Test
    void a_line_that_cannot_be_read_ends_the_run() {
        List<RunEnd> ends = run("new ProcessBuilder(\"echo\", \"andon:{\").inheritIO().start();");

        assertThat(ends).singleElement().satisfies(end -> {
            assertThat(end.outcome()).isEqualTo(CanaryOutcome.UNKNOWN);
            assertThat(end.reason()).isEqualTo("the canary's own JVM wrote a line that cannot be read, and was killed");
        });
        assertThat(lines).hasSize(2).last().isEqualTo(ends.get(0));
    }

    @Test
    void what_a_jvm_had_started_ends_when_it_is_killed() throws InterruptedException {
        String sleep = "sleep " + (2_000_000 + ProcessHandle.current().pid());
        List<RunEnd> ends = run("Runtime.getRuntime().exec(\"" + sleep + "\"); Thread.sleep(3_000);"
                + " Runtime.getRuntime().exec(\"kill -KILL \" + ProcessHandle.current().pid());");

        assertThat(ends).singleElement().satisfies(end -> assertThat(end.reason())
                .contains("ended with the exit code 137"));
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (lives(sleep) && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(lives(sleep)).isFalse();
    }

    @Test
    void a_run_may_last_as_long_as_its_jvm_takes_to_start() {
        try (ForkedInvocation invocation = invocation(temp)) {
            assertThat(invocation.overhead()).isGreaterThan(Duration.ofSeconds(60));
        }
    }

    private static boolean lives(String command) {
        return ProcessHandle.allProcesses()
                .anyMatch(one -> one.info().commandLine().orElse("").endsWith(command));
    }
}
