package dev.andon.internal.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.TestRun;
import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.evidence.ledger.MixedTestCases.FailsEverySecondTimeTestCases;
import dev.andon.internal.evidence.ledger.MixedTestCases.JUnit3TestCases;
import dev.andon.internal.evidence.ledger.MixedTestCases.NewSuiteTestCases;
import dev.andon.internal.evidence.ledger.MixedTestCases.NewTestCases;
import dev.andon.internal.evidence.ledger.MixedTestCases.OldSuiteTestCases;
import dev.andon.internal.evidence.ledger.MixedTestCases.OldTestCases;
import dev.andon.internal.evidence.ledger.MixedTestCases.RetiredTestCases;
import dev.andon.internal.evidence.ledger.MixedTestCases.SuiteOfFailingTestCases;
import dev.andon.internal.evidence.ledger.MixedTestCases.SuiteOfSuitesTestCases;
import dev.andon.internal.formats.Outcome;
import java.nio.file.Path;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jupiter beside Vintage, and the suites of both. */
class LedgerOfMixedEnginesTest {

    private static final Tuple[] OLD = {
        tuple("passes", Outcome.SUCCESSFUL), tuple("fails", Outcome.FAILED), tuple("ignored", Outcome.SKIPPED)
    };
    private static final Tuple[] NEW = {tuple("passes", Outcome.SUCCESSFUL), tuple("inside", Outcome.SUCCESSFUL)};

    @TempDir
    Path folder;

    @Test
    void classes_of_JUnit_3_and_4_stand_beside_those_of_Jupiter() {
        TestRuns runs = Ledgers.run(
                folder, OldTestCases.class, RetiredTestCases.class, JUnit3TestCases.class, NewTestCases.class);

        assertThat(runs.problems()).isEmpty();
        assertThat(runs.classes()).hasSize(4);
        assertThat(tests(runs, OldTestCases.class)).containsExactlyInAnyOrder(OLD);
        assertThat(run(runs, OldTestCases.class).tests())
                .allSatisfy(test -> assertThat(test.className()).isEqualTo(OldTestCases.class.getName()));
        assertThat(run(runs, RetiredTestCases.class).outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(tests(runs, JUnit3TestCases.class)).containsExactly(tuple("testOfOld", Outcome.SUCCESSFUL));
        assertThat(tests(runs, NewTestCases.class)).containsExactlyInAnyOrder(NEW);
    }

    @Test
    void classes_that_only_a_suite_runs_are_recorded_as_themselves() {
        TestRuns ofNew = Ledgers.run(folder.resolve("new"), NewSuiteTestCases.class);
        assertThat(tests(ofNew, NewTestCases.class)).containsExactlyInAnyOrder(NEW);
        assertThat(tests(ofNew, OldTestCases.class)).containsExactlyInAnyOrder(OLD);

        TestRuns ofOld = Ledgers.run(folder.resolve("old"), OldSuiteTestCases.class);
        assertThat(tests(ofOld, OldTestCases.class)).containsExactlyInAnyOrder(OLD);
        assertThat(tests(ofOld, JUnit3TestCases.class)).hasSize(1);

        TestRuns ofSuites = Ledgers.run(folder.resolve("suites"), SuiteOfSuitesTestCases.class);
        assertThat(tests(ofSuites, NewTestCases.class)).containsExactlyInAnyOrder(NEW);
    }

    @Test
    void a_class_that_runs_by_itself_and_in_suites_counts_once() {
        TestRuns runs = Ledgers.run(
                folder,
                NewTestCases.class,
                OldTestCases.class,
                NewSuiteTestCases.class,
                OldSuiteTestCases.class,
                SuiteOfSuitesTestCases.class);

        assertThat(tests(runs, NewTestCases.class)).containsExactlyInAnyOrder(NEW);
        assertThat(tests(runs, OldTestCases.class)).containsExactlyInAnyOrder(OLD);
        assertThat(runs.classes()).allSatisfy(run -> assertThat(run.tests()).noneMatch(TestRun::flaky));
    }

    @Test
    void a_failure_in_either_place_stays_a_failure_whatever_the_other_says() {
        FailsEverySecondTimeTestCases.runs = 0;
        TestRuns before =
                Ledgers.run(folder.resolve("a"), FailsEverySecondTimeTestCases.class, SuiteOfFailingTestCases.class);
        assertThat(tests(before, FailsEverySecondTimeTestCases.class)).containsExactly(tuple("once", Outcome.FAILED));

        FailsEverySecondTimeTestCases.runs = 1;
        TestRuns after =
                Ledgers.run(folder.resolve("b"), FailsEverySecondTimeTestCases.class, SuiteOfFailingTestCases.class);
        assertThat(tests(after, FailsEverySecondTimeTestCases.class)).containsExactly(tuple("once", Outcome.FAILED));
        assertThat(run(after, FailsEverySecondTimeTestCases.class).tests()).noneMatch(TestRun::flaky);
    }

    private static Tuple[] tests(TestRuns runs, Class<?> testClass) {
        return run(runs, testClass).tests().stream()
                .map(test -> tuple(test.methodName(), test.outcome()))
                .toArray(Tuple[]::new);
    }

    private static ClassRun run(TestRuns runs, Class<?> testClass) {
        return runs.classes().stream()
                .filter(run -> run.className().equals(testClass.getName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(testClass + " is not among " + runs));
    }
}
