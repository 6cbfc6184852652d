package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.Execution.Depth;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.require.Requirements;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewServicesTest {

    private static final Service ORDERS = Build.service("com.acme.OrderController");
    private static final Service REFUNDS = Build.service("com.acme.RefundController");
    private static final Requirements CHANGED_LINES = Requirements.of(Set.of(ChangedLinesCheck.PRACTICE));
    private static final String TEST = "com.acme.RefundControllerTest";

    private static Build.TestOf refundTest() {
        return new Build().with(ORDERS).with(REFUNDS).test(TEST, TestKind.UNIT).links(REFUNDS, Link.Strength.LINKED);
    }

    private static PracticeResult row(Build build, Set<Service> fresh, String... changedTests) {
        return build.change(fresh, changedTests).codebaseRow(CHANGED_LINES, "changed-lines");
    }

    @Test
    void a_new_service_with_a_test_of_the_same_change_is_met() {
        PracticeResult row = row(refundTest().add(), Set.of(REFUNDS), TEST);

        assertThat(row.verdict()).isEqualTo(Verdict.MET);
        assertThat(row.found()).isEqualTo("4 of 4 lines changed since origin/main are covered");
    }

    @Test
    void a_new_service_without_any_test_is_violated_though_all_lines_are_covered() {
        PracticeResult row = row(new Build().with(ORDERS).with(REFUNDS), Set.of(REFUNDS));

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found())
                .isEqualTo("com.acme.RefundController (RefundController.java:10, module shop) is new since origin/main "
                        + "and came without a test: no test class is new or changed");
        assertThat(row.fix())
                .isEqualTo("write RefundControllerTest or another test that runs RefundController, asserts on what it "
                        + "does, and is part of the same change");
    }

    @Test
    void a_test_that_did_not_change_does_not_count() {
        PracticeResult row = row(
                refundTest().add().test("com.acme.OtherTest", TestKind.UNIT).add(),
                Set.of(REFUNDS),
                "com.acme.OtherTest");

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found())
                .contains(
                        "of the test classes that are new or changed (1) none reaches it",
                        "RefundControllerTest (RefundControllerTest.java:5) does, and did not change");
    }

    @Test
    void a_new_test_that_asserts_nothing_does_not_count() {
        PracticeResult row = row(refundTest().asserts(false).add(), Set.of(REFUNDS), TEST);

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found()).contains("RefundControllerTest", "ran and passed, but asserts nothing");
    }

    @Test
    void a_new_test_that_never_calls_the_service_does_not_count() {
        Build build = refundTest().runs(REFUNDS, Depth.WIRED, 0).add().coverage();

        PracticeResult row = row(build, Set.of(REFUNDS), TEST);

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found()).contains("0 of 42 lines", "it was constructed, but never called");
    }

    @Test
    void a_new_test_that_has_not_run_yet_leaves_the_row_open() {
        PracticeResult open = row(refundTest().neverRan().add().stillRunning(), Set.of(REFUNDS), TEST);

        assertThat(open.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(open.found()).contains("has not run yet");
        PracticeResult over = row(refundTest().neverRan().add(), Set.of(REFUNDS), TEST);
        assertThat(over.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(over.found()).contains("exists, but never runs");
    }

    @Test
    void an_old_service_needs_no_test_of_this_change() {
        assertThat(row(new Build().with(ORDERS), Set.of()).verdict()).isEqualTo(Verdict.MET);
    }
}
