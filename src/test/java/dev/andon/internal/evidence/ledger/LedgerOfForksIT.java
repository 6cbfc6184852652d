package dev.andon.internal.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.evidence.ledger.ForkTestCases.EndlessTestCases;
import dev.andon.internal.evidence.ledger.ForkTestCases.FirstTestCases;
import dev.andon.internal.evidence.ledger.ForkTestCases.QuickTestCases;
import dev.andon.internal.evidence.ledger.ForkTestCases.SecondTestCases;
import dev.andon.internal.formats.Outcome;
import dev.andon.internal.text.OutputFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The listener in JVMs of their own, as a build starts them. */
class LedgerOfForksIT {

    @TempDir
    Path output;

    private Path ledger;

    @BeforeEach
    void findLedger() {
        ledger = OutputFolder.ledger(output);
    }

    @Test
    void two_forks_that_run_at_once_lose_nothing(@TempDir Path place) throws Exception {
        List<String> meeting = List.of("meeting.place=" + place, "meeting.size=2");
        try (ForkedLauncher first =
                        ForkedLauncher.start(output, "this", meeting, FirstTestCases.class, QuickTestCases.class);
                ForkedLauncher second = ForkedLauncher.start(output, "this", meeting, SecondTestCases.class)) {
            first.end();
            second.end();
        }

        TestRuns runs = read("this");

        assertThat(runs.problems()).isEmpty();
        assertThat(Ledgers.files(ledger)).hasSize(2);
        assertThat(names(runs.classes()))
                .containsExactlyInAnyOrder("FirstTestCases", "SecondTestCases", "QuickTestCases");
        assertThat(runs.classes()).allSatisfy(run -> {
            assertThat(run.outcome()).isEqualTo(Outcome.SUCCESSFUL);
            assertThat(run.tests()).hasSize(1);
        });
    }

    @Test
    void a_fork_for_each_class_leaves_a_file_for_each_class() throws Exception {
        run("this", QuickTestCases.class);
        run("this", RunTestCases.PlainTestCases.class);

        TestRuns runs = read("this");

        assertThat(Ledgers.files(ledger)).hasSize(2);
        assertThat(names(runs.classes())).containsExactlyInAnyOrder("QuickTestCases", "PlainTestCases");
    }

    @Test
    void a_fork_that_is_killed_leaves_what_it_had_finished_and_its_half_line_is_told_once() throws Exception {
        Path file;
        try (ForkedLauncher fork =
                ForkedLauncher.start(output, "this", List.of(), QuickTestCases.class, EndlessTestCases.class)) {
            fork.await("inside");
            file = Ledgers.files(ledger).get(0);

            assertThat(names(read("this").classes())).as("read while it runs").containsExactly("QuickTestCases");

            // What the kill leaves of a line that was being written when it came.
            Files.writeString(file, "{\"v\":1,\"build\":\"this\",\"class\":\"dev.an", StandardOpenOption.APPEND);
            assertThat(read("this").problems())
                    .as("a line that is being written")
                    .isEmpty();
            fork.kill();
        }

        TestRuns runs = read("this");

        assertThat(names(runs.classes())).containsExactly("QuickTestCases");
        assertThat(runs.problems()).singleElement().asString().contains(file + ", line 2", "never finished", "killed");
    }

    @Test
    void what_an_earlier_build_ran_is_stale_in_the_next() throws Exception {
        run("before", QuickTestCases.class);
        run("this", RunTestCases.PlainTestCases.class);

        TestRuns runs = read("this");

        assertThat(names(runs.classes())).containsExactly("PlainTestCases");
        assertThat(names(runs.stale())).containsExactly("QuickTestCases");
    }

    private void run(String build, Class<?> testClass) throws IOException, InterruptedException {
        try (ForkedLauncher fork = ForkedLauncher.start(output, build, List.of(), testClass)) {
            fork.end();
        }
    }

    private TestRuns read(String build) {
        return LedgerReader.read(List.of(ledger), new BuildId(build, BuildId.Kind.CHOSEN, Instant.EPOCH), Ledgers.ANY);
    }

    private static List<String> names(List<ClassRun> runs) {
        return runs.stream()
                .map(run -> run.className().substring(run.className().lastIndexOf('$') + 1))
                .toList();
    }
}
