package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Level;
import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.evidence.NotRunReason;
import dev.andon.internal.require.Requirements;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether some execution of the build runs every test class. */
class NeverRunTest {
    private static final Requirements REQUIREMENTS = Requirements.of(PracticeChecks.CATALOGUE.of(Level.INTEGRATED));
    private static final Service ORDERS = Build.service("com.acme.OrderController");

    private static Build tested() {
        Build build = new Build().with(ORDERS).coverage();
        build.test("com.acme.OrderControllerTest", TestKind.UNIT)
                .links(ORDERS, Link.Strength.LINKED)
                .add();
        return build.test("com.acme.OrderControllerIT", TestKind.INTEGRATION)
                .links(ORDERS, Link.Strength.LINKED)
                .add();
    }

    private static Build.TestOf spec(Build build) {
        return build.test("com.acme.OrderSpec", TestKind.UNIT).links(ORDERS, Link.Strength.LINKED);
    }

    private static PracticeResult testsRun(Build build) {
        return build.codebaseRow(REQUIREMENTS, "tests-run");
    }

    /** The evidence is another matter. */
    private static List<String> notes(Report report) {
        return report.notes().stream()
                .filter(note -> !note.startsWith("judged by LINKED"))
                .toList();
    }

    @Test
    void it_never_runs_once_the_build_is_over() {
        Report report = spec(tested()).neverRan().add().judge(REQUIREMENTS);

        assertThat(report.codebase())
                .filteredOn(result -> result.verdict() == Verdict.VIOLATED)
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.id()).isEqualTo("tests-run");
                    assertThat(result.finding()).isEqualTo("never-run");
                    assertThat(result.tests()).containsExactly("com.acme.OrderSpec");
                });
        assertThat(notes(report)).isEmpty();
        assertThat(testsRun(tested()).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void one_of_another_build_is_named_and_an_unknown_one_is_undecided() {
        PracticeResult nightly =
                testsRun(spec(tested()).neverRan(NotRunReason.Cause.PROFILE).add());
        assertThat(nightly.verdict()).isEqualTo(Verdict.MET);
        assertThat(nightly.found()).contains("OrderSpec left no result");

        assertThat(testsRun(spec(tested())
                                .neverRan(NotRunReason.Cause.NOT_THIS_TIME)
                                .add())
                        .verdict())
                .isEqualTo(Verdict.MET);
        assertThat(testsRun(spec(tested()).neverRan(NotRunReason.Cause.UNKNOWN).add())
                        .verdict())
                .isEqualTo(Verdict.UNDECIDED);
        assertThat(testsRun(spec(tested())
                                .neverRan(NotRunReason.Cause.NO_EXECUTION)
                                .add())
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void it_is_waived_by_its_class() {
        Requirements waived = REQUIREMENTS.withWaivers(List.of(new Requirements.Waiver(
                TestsRunCheck.PRACTICE, "", List.of("com.acme.OrderSpec"), "run by hand", "shop", Build.TODAY)));

        assertThat(spec(tested())
                        .neverRan()
                        .add()
                        .codebaseRow(waived, "tests-run")
                        .verdict())
                .isEqualTo(Verdict.WAIVED);
    }

    @Test
    void before_that_it_has_not_run_so_far() {
        Report report = spec(tested()).neverRan().add().stillRunning().judge(REQUIREMENTS);

        assertThat(notes(report)).containsExactly("have not run so far: OrderSpec");
    }

    @Test
    void one_that_ran_or_is_disabled_is_not_named() {
        Build build = spec(tested()).add();
        build.test("com.acme.LaterTest", TestKind.UNIT)
                .disabled("Disabled", "SHOP-1", false)
                .neverRan()
                .add();

        assertThat(notes(build.judge(REQUIREMENTS))).isEmpty();
    }

    /** Where nothing ran at all, a condition is not the reason; where others ran, it is. */
    @Test
    void a_condition_is_the_reason_only_where_other_tests_ran() {
        Build nothing = new Build().with(ORDERS);
        nothing.test("com.acme.OrderControllerIT", TestKind.INTEGRATION)
                .links(ORDERS, Link.Strength.LINKED)
                .disabled("EnabledIfDockerAvailable", "", true)
                .neverRan()
                .add();
        assertThat(nothing.judge(REQUIREMENTS).services().get(0).practices())
                .filteredOn(result -> result.id().equals("integration-tests"))
                .singleElement()
                .satisfies(result -> assertThat(result.finding()).isEqualTo("never-ran"));

        Build others = new Build().with(ORDERS);
        others.test("com.acme.OrderControllerTest", TestKind.UNIT)
                .links(ORDERS, Link.Strength.LINKED)
                .add();
        others.test("com.acme.OrderControllerIT", TestKind.INTEGRATION)
                .links(ORDERS, Link.Strength.LINKED)
                .disabled("EnabledIfDockerAvailable", "", true)
                .neverRan()
                .add();
        assertThat(others.judge(REQUIREMENTS).services().get(0).practices())
                .filteredOn(result -> result.id().equals("integration-tests"))
                .singleElement()
                .satisfies(result -> assertThat(result.finding()).isEqualTo("disabled"));
    }
}
