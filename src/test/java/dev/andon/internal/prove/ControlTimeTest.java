package dev.andon.internal.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.TestKind;
import dev.andon.internal.formats.FaultedMethod;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.formats.MethodFaultResult.Verdict;
import dev.andon.internal.formats.Shard;
import dev.andon.internal.formats.TestProof;
import dev.andon.internal.prove.agent.Observation;
import dev.andon.internal.prove.worker.RunTests;
import dev.andon.internal.prove.worker.SingleTestRun;
import dev.andon.internal.prove.worker.TestsRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of test classes that the control runs have no time for. */
class ControlTimeTest {

    private static final FaultedMethod READ = new FaultedMethod(
            "com.acme.Orders",
            "read",
            "()Ljava/lang/String;",
            "Orders.java",
            1,
            "GET /orders",
            "com.acme.Orders",
            "shop");

    /** Takes its time by a clock of its own; each test passes, and calls the only method, and the fault is never seen. */
    private static final class SlowTests implements TestRunSession {

        private final Map<String, Duration> takes = new LinkedHashMap<>();
        private final List<String> ran = new ArrayList<>();
        private Map<String, Duration> again = Map.of();
        private Duration now = Duration.ZERO;
        private Duration later = Duration.ZERO;

        SlowTests with(String testClass, Duration took) {
            takes.put(testClass, took);
            return this;
        }

        long nanos() {
            return now.toNanos();
        }

        @Override
        public TestsRun run(RunTests command) {
            if (command.classes().isEmpty()) {
                return passed("AIT", 1, false);
            }
            String testClass = command.classes().get(0);
            Duration took = ran.contains(testClass)
                    ? again.getOrDefault(testClass, takes.getOrDefault(testClass, Duration.ZERO))
                    : takes.getOrDefault(testClass, Duration.ZERO);
            ran.add(testClass);
            boolean cut = took.toMillis() > command.timeoutMillis();
            now = now.plus(cut ? Duration.ofMillis(command.timeoutMillis()) : took)
                    .plus(later);
            return passed(testClass, took.toMillis(), cut);
        }

        private static TestsRun passed(String testClass, long millis, boolean cut) {
            SingleTestRun test =
                    new SingleTestRun(testClass, testClass + "#reads", testClass, SingleTestRun.End.PASSED, millis, "");
            return new TestsRun(
                    cut ? List.of() : List.of(test),
                    Map.of(testClass, millis),
                    Map.of(0, Set.of(testClass)),
                    Set.of(testClass),
                    Map.of(0, new Observation(true, true, true, "the value changed", "")),
                    Map.of(),
                    false,
                    cut,
                    false,
                    "");
        }

        @Override
        public boolean isFresh() {
            return false;
        }

        @Override
        public void replace() {}

        @Override
        public void close() {}
    }

    private static TestProof proof(SlowTests tests, Duration budget) {
        ProofPlan plan = new ProofPlan(
                "1",
                TestKind.INTEGRATION,
                List.of(READ),
                List.copyOf(tests.takes.keySet()),
                budget,
                Shard.ALL,
                Set.of());
        return TestProver.prove(plan, tests, ProofProgress.NONE, tests::nanos);
    }

    @Test
    void where_there_is_time_every_class_runs_twice_and_what_survives_has_survived() {
        SlowTests tests = new SlowTests().with("AIT", Duration.ofMinutes(1)).with("BIT", Duration.ofMinutes(3));

        TestProof proof = proof(tests, Duration.ofMinutes(2));

        assertThat(tests.ran).containsExactly("AIT", "BIT", "AIT", "BIT");
        assertThat(proof.leftOut()).isEmpty();
        assertThat(proof.faults()).extracting(MethodFaultResult::verdict).containsOnly(Verdict.SURVIVED);
    }

    @Test
    void classes_that_need_more_than_their_share_are_named_with_the_budget_that_gives_more() {
        SlowTests tests = new SlowTests()
                .with("AIT", Duration.ofMinutes(3))
                .with("BIT", Duration.ofMinutes(3))
                .with("CIT", Duration.ofMinutes(3));

        TestProof proof = proof(tests, Duration.ofMinutes(1));

        // The first run has six minutes of ten: the first class may take half of them, the second half of the rest.
        assertThat(tests.ran).containsExactly("AIT", "BIT", "CIT", "AIT");
        assertThat(proof.leftOut())
                .containsExactly(
                        new TestProof.LeftOut(
                                "BIT", "did not end within 90s without a fault, its share of the control runs"),
                        new TestProof.LeftOut(
                                "CIT", "did not end within 90s without a fault, its share of the control runs"));
        assertThat(proof.faults()).extracting(MethodFaultResult::verdict).containsOnly(Verdict.SURVIVED);
    }

    @Test
    void classes_for_which_no_time_is_left_are_named_with_the_budget_that_gives_more() {
        SlowTests tests = new SlowTests().with("AIT", Duration.ofMinutes(5)).with("BIT", Duration.ofMinutes(1));
        tests.later = Duration.ofMinutes(10);

        TestProof proof = proof(tests, Duration.ofMinutes(1));

        assertThat(proof.leftOut())
                .extracting(TestProof.LeftOut::reason)
                .contains("was not run twice without a fault: control runs take longer than 10m; "
                        + "a budget above 2m gives them more time, 4m twice as much");
    }

    @Test
    void a_larger_budget_gives_them_more_time() {
        SlowTests tests = new SlowTests()
                .with("AIT", Duration.ofMinutes(3))
                .with("BIT", Duration.ofMinutes(3))
                .with("CIT", Duration.ofMinutes(3));

        assertThat(proof(tests, Duration.ofMinutes(4)).leftOut()).isEmpty();
    }

    @Test
    void without_any_class_nothing_is_decided_and_the_reason_is_the_time() {
        TestProof proof = proof(new SlowTests().with("AIT", Duration.ofHours(1)), Duration.ofMinutes(2));

        assertThat(proof.undecided())
                .isEqualTo(
                        "1 test class could not be run without a fault in 10m (AIT); a budget above 2m gives them more "
                                + "time, 4m twice as much, or prove fewer services");
    }

    @ParameterizedTest
    @CsvSource({"2, 3m", "20, 10m"})
    void one_that_hangs_leaves_time_for_the_others(int budget, String share) {
        TestProof proof = proof(
                new SlowTests().with("AIT", Duration.ofHours(1)).with("BIT", Duration.ofMinutes(1)),
                Duration.ofMinutes(budget));

        assertThat(proof.leftOut())
                .containsExactly(new TestProof.LeftOut(
                        "AIT", "did not end within " + share + " without a fault, its share of the control runs"));
        assertThat(proof.faults()).extracting(MethodFaultResult::verdict).containsOnly(Verdict.SURVIVED);
    }

    @ParameterizedTest
    @CsvSource({"AIT BIT CIT DIT EIT FIT", "DIT AIT BIT EIT CIT FIT", "DIT EIT FIT AIT BIT CIT"})
    void each_class_that_hangs_costs_itself_alone(String order) {
        SlowTests tests = new SlowTests();
        for (String testClass : order.split(" ")) {
            tests.with(testClass, "AIT BIT CIT".contains(testClass) ? Duration.ofHours(1) : Duration.ofSeconds(25));
        }

        TestProof proof = proof(tests, Duration.ofMinutes(2));

        assertThat(proof.leftOut()).extracting(TestProof.LeftOut::test).containsExactly("AIT", "BIT", "CIT");
        assertThat(tests.now).isLessThan(Duration.ofMinutes(10));
    }

    @Test
    void a_class_that_needs_more_time_than_others_get_at_first_is_tried_once_more() {
        SlowTests tests = new SlowTests()
                .with("AIT", Duration.ofSeconds(5))
                .with("BIT", Duration.ofSeconds(70))
                .with("CIT", Duration.ofSeconds(5));

        assertThat(proof(tests, Duration.ofMinutes(2)).leftOut()).isEmpty();
        assertThat(tests.ran).containsExactly("AIT", "BIT", "CIT", "BIT", "AIT", "BIT", "CIT");
    }

    @Test
    void a_class_that_hangs_only_when_it_runs_again_costs_itself_alone() {
        SlowTests tests = new SlowTests()
                .with("AIT", Duration.ofSeconds(5))
                .with("BIT", Duration.ofSeconds(5))
                .with("CIT", Duration.ofSeconds(5))
                .with("DIT", Duration.ofSeconds(20));
        tests.again = Map.of("AIT", Duration.ofHours(1), "BIT", Duration.ofHours(1));

        TestProof proof = proof(tests, Duration.ofMinutes(2));

        assertThat(proof.leftOut())
                .containsExactly(
                        new TestProof.LeftOut(
                                "AIT", "did not end within 40s without a fault, its share of the control runs"),
                        new TestProof.LeftOut(
                                "BIT", "did not end within 40s without a fault, its share of the control runs"));
    }
}
