package dev.andon.internal.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.TestRun;
import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.evidence.ledger.RunTestCases.AbortedTestCases;
import dev.andon.internal.evidence.ledger.RunTestCases.BrokenTestCases;
import dev.andon.internal.evidence.ledger.RunTestCases.DisabledTestCases;
import dev.andon.internal.evidence.ledger.RunTestCases.ManyTestCases;
import dev.andon.internal.evidence.ledger.RunTestCases.NestedTroubleTestCases;
import dev.andon.internal.evidence.ledger.RunTestCases.PlainTestCases;
import dev.andon.internal.evidence.ledger.RunTestCases.SecretTestCases;
import dev.andon.internal.formats.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("the fixtures share a switch")
class LedgerListenerTest {

    @TempDir
    Path folder;

    @BeforeEach
    @AfterEach
    void pass() {
        RunTestCases.failNow = false;
    }

    @Test
    void writes_each_test_with_its_class_method_outcome_and_tags() {
        ClassRun run = only(Ledgers.run(folder, PlainTestCases.class));

        assertThat(run.className()).isEqualTo(PlainTestCases.class.getName());
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCESSFUL);
        assertThat(run.tests())
                .extracting(TestRun::methodName, TestRun::outcome)
                .containsExactlyInAnyOrder(
                        tuple("passes", Outcome.SUCCESSFUL),
                        tuple("sometimes", Outcome.SUCCESSFUL),
                        tuple("each", Outcome.SUCCESSFUL),
                        tuple("each", Outcome.SUCCESSFUL),
                        tuple("neverEach", Outcome.SKIPPED),
                        tuple("made", Outcome.SUCCESSFUL),
                        tuple("unmade", Outcome.ABORTED),
                        tuple("inside", Outcome.SUCCESSFUL));
        assertThat(run.tests()).allSatisfy(test -> assertThat(test.tags()).containsExactly("unit"));
        assertThat(run.tests().stream().filter(test -> test.methodName().equals("inside")))
                .singleElement()
                .extracting(TestRun::className)
                .isEqualTo(PlainTestCases.Inner.class.getName());
    }

    @Test
    void tells_a_disabled_class_from_one_that_gave_up_and_one_whose_set_up_failed() {
        ClassRun disabled = only(Ledgers.run(folder.resolve("a"), DisabledTestCases.class));
        assertThat(disabled.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(disabled.reason()).isEqualTo("for a reason");
        assertThat(disabled.tests()).extracting(TestRun::outcome).containsExactly(Outcome.SKIPPED);

        ClassRun aborted = only(Ledgers.run(folder.resolve("b"), AbortedTestCases.class));
        assertThat(aborted.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(aborted.reason()).contains("no database");
        assertThat(aborted.tests()).isEmpty();

        ClassRun broken = only(Ledgers.run(folder.resolve("c"), BrokenTestCases.class));
        assertThat(broken.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(broken.reason()).contains("no port");
    }

    @Test
    void reasons_are_kept_without_secrets() throws IOException {
        assertThat(only(Ledgers.run(folder, SecretTestCases.class)).reason())
                .contains("nobody answers at amqp://***@queue:5672, sent Bearer ***");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("planted"));
        }
    }

    @Test
    void trouble_around_nested_classes_is_not_lost() {
        ClassRun run = only(Ledgers.run(folder, NestedTroubleTestCases.class));

        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.reason()).contains("FailsAfterwards", "left open");
        assertThat(run.tests())
                .extracting(TestRun::methodName, TestRun::outcome)
                .contains(tuple("never", Outcome.ABORTED));
    }

    @Test
    void a_rerun_in_the_same_JVM_wins_and_is_marked_flaky() {
        LedgerListener listener = new LedgerListener(new Nesting(), folder);
        RunTestCases.failNow = true;
        Ledgers.execute(listener, "false", List.of(selectClass(PlainTestCases.class)));
        assertThat(test(only(read()), "sometimes").outcome()).isEqualTo(Outcome.FAILED);

        RunTestCases.failNow = false;
        Ledgers.execute(listener, "false", List.of(selectMethod(PlainTestCases.class, "sometimes")));

        ClassRun run = only(read());
        assertThat(test(run, "sometimes").outcome()).isEqualTo(Outcome.SUCCESSFUL);
        assertThat(test(run, "sometimes").flaky()).isTrue();
        assertThat(test(run, "passes").flaky()).isFalse();
        assertThat(run.tests()).hasSize(8);
    }

    @Test
    void loses_nothing_when_classes_and_tests_run_in_parallel() {
        TestRuns runs = Ledgers.run(
                folder,
                "true",
                List.of(
                        selectClass(ManyTestCases.class),
                        selectClass(PlainTestCases.class),
                        selectClass(AbortedTestCases.class)));

        assertThat(runs.problems()).isEmpty();
        assertThat(runs.classes())
                .extracting(ClassRun::className, run -> run.tests().size())
                .containsExactlyInAnyOrder(
                        tuple(ManyTestCases.class.getName(), 53),
                        tuple(PlainTestCases.class.getName(), 8),
                        tuple(AbortedTestCases.class.getName(), 0));
    }

    @Test
    void a_run_that_a_test_starts_itself_is_not_recorded() {
        Nesting nesting = new Nesting();
        nesting.enter();
        Ledgers.execute(new LedgerListener(nesting, folder), "false", List.of(selectClass(PlainTestCases.class)));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void makes_no_file_when_nothing_runs() {
        Ledgers.execute(new LedgerListener(new Nesting(), folder), "false", List.of(selectClass(Object.class)));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_folder_that_cannot_be_written_does_not_break_the_run() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        TestRuns runs = Ledgers.run(file.resolve("ledger"), PlainTestCases.class, ManyTestCases.class);

        assertThat(runs.classes()).isEmpty();
        assertThat(LedgerFile.in(file.resolve("ledger")).trouble())
                .get()
                .asString()
                .contains("cannot be written", "andon.output")
                .doesNotContain("\n");
    }

    private TestRuns read() {
        return LedgerReader.read(List.of(folder), Ledgers.THIS, Ledgers.ANY);
    }

    private static ClassRun only(TestRuns runs) {
        assertThat(runs.problems()).isEmpty();
        assertThat(runs.classes()).hasSize(1);
        return runs.classes().get(0);
    }

    private static TestRun test(ClassRun run, String method) {
        return run.tests().stream()
                .filter(test -> test.methodName().equals(method))
                .findFirst()
                .orElseThrow();
    }
}
