package dev.andon.internal.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.prove.MethodFaultTrial.End;
import dev.andon.internal.prove.MethodFaultTrial.Trial;
import dev.andon.internal.prove.agent.Injection;
import dev.andon.internal.prove.worker.RunTests;
import dev.andon.internal.prove.worker.SingleTestRun;
import dev.andon.internal.prove.worker.TestsRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** When a red test counts. */
class MethodFaultTrialTest {

    private static final ReachingTest READS = new ReachingTest("id", "OrderIT#reads", "OrderIT", 10);

    /** Answers each run in turn. */
    private static final class Script implements TestRunSession {

        private final List<TestsRun> answers = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();

        Script then(TestsRun... more) {
            answers.addAll(List.of(more));
            return this;
        }

        @Override
        public TestsRun run(RunTests command) {
            String what = command.classes().isEmpty() ? "test" : "class";
            asked.add(command.injection() == null ? "control of " + what : "fault in " + what);
            return answers.remove(0);
        }

        @Override
        public boolean isFresh() {
            return false;
        }

        @Override
        public void replace() {
            asked.add("new JVM");
        }

        @Override
        public void close() {}
    }

    private static final TestsRun GREEN = run(SingleTestRun.End.PASSED, false);
    private static final TestsRun RED = run(SingleTestRun.End.FAILED, false);
    private static final TestsRun SLOW = run(SingleTestRun.End.PASSED, true);

    private static TestsRun run(SingleTestRun.End end, boolean timedOut) {
        String failure = end == SingleTestRun.End.FAILED ? "expected 1" : "";
        return new TestsRun(
                List.of(new SingleTestRun("id", "OrderIT#reads", "OrderIT", end, 10, failure)),
                Map.of("OrderIT", 10L),
                Map.of(0, Set.of("id")),
                Set.of("id"),
                Map.of(),
                Map.of(),
                false,
                timedOut,
                false,
                "");
    }

    private final TestControlRuns control = new TestControlRuns();

    private List<Trial> tried(Script script, int times) {
        control.first("OrderIT", GREEN);
        control.second("OrderIT", GREEN);
        MethodFaultTrial trial = new MethodFaultTrial(script, control);
        // The control runs before were of all tests, of which a later one may have left something behind.
        script.answers.add(0, GREEN);
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            trials.add(trial.tryOn(List.of(READS), 0, Injection.THROW));
        }
        assertThat(script.answers).isEmpty();
        assertThat(script.asked.remove(0)).isEqualTo("control of test");
        return trials;
    }

    private static Predicate<Trial> ends(End end) {
        return trial -> trial.end() == end;
    }

    @Test
    void a_red_test_that_passed_directly_before_counts() {
        Script script = new Script().then(RED);

        assertThat(tried(script, 1)).singleElement().matches(ends(End.RED)).returns("OrderIT#reads", Trial::by);
        assertThat(script.asked).containsExactly("fault in test");
    }

    @Test
    void before_the_next_fault_the_tests_pass_without_one() {
        Script script = new Script().then(RED, GREEN, RED);

        assertThat(tried(script, 2)).allMatch(ends(End.RED));
        assertThat(script.asked).containsExactly("fault in test", "control of test", "fault in test");
    }

    @Test
    void red_after_another_fault_stayed_unseen_counts_once_the_test_passed_in_between() {
        Script script = new Script().then(GREEN, RED, GREEN, RED);

        assertThat(tried(script, 2)).extracting(Trial::end).containsExactly(End.GREEN, End.RED);
        assertThat(script.asked).containsExactly("fault in test", "fault in test", "control of test", "fault in test");
    }

    @Test
    void red_by_what_an_earlier_fault_left_behind_does_not_count() {
        // The control run is red too, also with the whole class; a new JVM is clean, and the fault is not detected
        // there.
        Script script = new Script().then(GREEN, RED, RED, RED, GREEN, GREEN);

        assertThat(tried(script, 2)).allMatch(ends(End.GREEN));
        assertThat(script.asked)
                .containsExactly(
                        "fault in test",
                        "fault in test",
                        "control of test",
                        "control of class",
                        "new JVM",
                        "control of test",
                        "fault in test");
        assertThat(control.leftOut()).isEmpty();
    }

    @Test
    void a_test_that_needs_others_of_its_class_runs_with_them() {
        Script script = new Script().then(RED, RED, GREEN, RED);

        assertThat(tried(script, 2)).allMatch(ends(End.RED));
        assertThat(script.asked)
                .containsExactly("fault in test", "control of test", "control of class", "fault in class");
    }

    @Test
    void what_fails_in_a_new_jvm_too_is_left_out_and_named() {
        Script script = new Script().then(RED, RED, RED, RED, RED, RED);

        assertThat(tried(script, 2)).extracting(Trial::end).containsExactly(End.RED, End.NO_TESTS);
        assertThat(control.leftOut()).containsOnlyKeys("OrderIT#reads");
    }

    @Test
    void tests_that_only_take_too_long_count_when_they_do_so_again() {
        assertThat(tried(new Script().then(SLOW, GREEN, SLOW), 1)).allMatch(ends(End.RED));
    }

    @Test
    void tests_that_a_busy_machine_delayed_once_do_not_count() {
        assertThat(tried(new Script().then(SLOW, GREEN, GREEN), 1)).allMatch(ends(End.GREEN));
    }
}
