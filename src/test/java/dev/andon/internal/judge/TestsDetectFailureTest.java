package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.evidence.TestProofRecord;
import dev.andon.internal.formats.FaultedMethod;
import dev.andon.internal.formats.MethodFault;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.formats.Shard;
import dev.andon.internal.formats.TestProof;
import dev.andon.internal.require.ProofRequirement;
import dev.andon.internal.require.Requirements;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestsDetectFailureTest {
    private static final Service ORDERS = Build.service("com.acme.OrderController");
    private static final FaultedMethod READ = new FaultedMethod(
            "com.acme.OrderController",
            "read",
            "(J)Lcom/acme/Order;",
            "OrderController.java",
            41,
            "GET /orders/{id}",
            ORDERS.name(),
            ORDERS.module());
    private static final String TEST = "com.acme.OrderControllerIT#works";

    private static MethodFaultResult fault(MethodFault fault, MethodFaultResult.Verdict verdict, String reason) {
        boolean detected = verdict == MethodFaultResult.Verdict.DETECTED;
        boolean reached = verdict != MethodFaultResult.Verdict.NOT_REACHED;
        return new MethodFaultResult(
                READ, fault, "", verdict, reason, reached ? List.of(TEST) : List.of(), detected ? TEST : "");
    }

    private static MethodFaultResult fault(MethodFault fault, MethodFaultResult.Verdict verdict) {
        return fault(fault, verdict, "");
    }

    private static TestProof proof(String undecided, MethodFaultResult... faults) {
        return new TestProof(
                "1", TestKind.INTEGRATION, List.of(faults), List.of(), undecided, Shard.ALL, TestProof.Timing.NONE);
    }

    private static PracticeResult judge(double atLeast, TestProofRecord record, List<String> services) {
        Build build = new Build().with(ORDERS);
        build.test("com.acme.OrderControllerIT", TestKind.INTEGRATION)
                .links(ORDERS, Link.Strength.LINKED)
                .add();
        if (record != null) {
            build.proof(TestKind.INTEGRATION, record);
        }
        ProofRequirement required =
                new ProofRequirement(TestKind.INTEGRATION, services, List.of(), atLeast, Duration.ofMinutes(2));
        Requirements requirements =
                Requirements.of(Set.of(TestsDetectFailureCheck.PRACTICE)).withProofs(List.of(required));
        return build.row(requirements, TestsDetectFailureCheck.PRACTICE);
    }

    private static PracticeResult judge(double atLeast, MethodFaultResult... faults) {
        return judge(atLeast, new TestProofRecord.Proven(proof("", faults)), List.of());
    }

    @Test
    void tests_that_detect_all_faults_are_proven() {
        PracticeResult result = judge(
                1,
                fault(MethodFault.THROWS, MethodFaultResult.Verdict.DETECTED),
                fault(MethodFault.DOES_NOTHING, MethodFaultResult.Verdict.DETECTED),
                fault(MethodFault.CHANGED_VALUE, MethodFaultResult.Verdict.NOT_APPLICABLE));

        assertThat(result.verdict()).isEqualTo(Verdict.MET);
        assertThat(result.evidence()).isEqualTo(Evidence.PROVEN);
        assertThat(result.found()).isEqualTo("integration tests detect 2 injected faults; 1 would change nothing");
    }

    @Test
    void one_fault_that_survives_violates_it_and_names_method_fault_and_tests() {
        PracticeResult result = judge(
                1,
                fault(MethodFault.THROWS, MethodFaultResult.Verdict.DETECTED),
                fault(MethodFault.DOES_NOTHING, MethodFaultResult.Verdict.SURVIVED));

        assertThat(result.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(result.found())
                .isEqualTo(
                        "GET /orders/{id} \u2192 OrderController.read (OrderController.java:41) did nothing and 1 test"
                                + " stayed green: OrderControllerIT.works (OrderControllerIT.java:8)");
        assertThat(result.fix()).contains("returned or changed");
    }

    @Test
    void a_method_is_named_once_however_many_faults_survive_in_it() {
        PracticeResult result = judge(
                1,
                fault(MethodFault.DOES_NOTHING, MethodFaultResult.Verdict.SURVIVED),
                fault(MethodFault.CHANGED_VALUE, MethodFaultResult.Verdict.SURVIVED));

        assertThat(result.found())
                .contains("did nothing or returned a changed value and 1 test stayed green")
                .containsOnlyOnce("OrderController.read");
    }

    @Test
    void a_share_accepts_some_that_survive() {
        MethodFaultResult[] faults = {
            fault(MethodFault.THROWS, MethodFaultResult.Verdict.DETECTED),
            fault(MethodFault.DOES_NOTHING, MethodFaultResult.Verdict.SURVIVED)
        };

        assertThat(judge(0.5, faults).verdict()).isEqualTo(Verdict.MET);
        assertThat(judge(0.51, faults).verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void a_method_that_no_test_runs_is_a_missing_test() {
        PracticeResult result = judge(1, fault(MethodFault.THROWS, MethodFaultResult.Verdict.NOT_REACHED));

        assertThat(result.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(result.found()).isEqualTo("no integration test runs OrderController.read (OrderController.java:41)");
        assertThat(result.fix()).startsWith("write integration tests that call it");
    }

    @Test
    void faults_that_were_not_tried_decide_nothing_unless_the_others_do() {
        MethodFaultResult left =
                fault(MethodFault.DOES_NOTHING, MethodFaultResult.Verdict.NOT_TRIED, "the budget of 2m was spent");

        PracticeResult open = judge(1, fault(MethodFault.THROWS, MethodFaultResult.Verdict.DETECTED), left);
        assertThat(open.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(open.found()).contains("1 further fault", "OrderController.read", "the budget of 2m was spent");
        assertThat(judge(0.5, fault(MethodFault.THROWS, MethodFaultResult.Verdict.DETECTED), left)
                        .verdict())
                .isEqualTo(Verdict.MET);
        assertThat(judge(1, fault(MethodFault.THROWS, MethodFaultResult.Verdict.SURVIVED), left)
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void a_fault_without_a_verdict_decides_nothing() {
        PracticeResult result = judge(
                1,
                fault(MethodFault.THROWS, MethodFaultResult.Verdict.DETECTED),
                fault(MethodFault.DOES_NOTHING, MethodFaultResult.Verdict.UNDECIDED, "OrderControllerIT hung"));

        assertThat(result.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(result.found()).endsWith("OrderControllerIT hung");
    }

    @Test
    void no_proof_is_no_pass() {
        assertThat(judge(1, (TestProofRecord) null, List.of()).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judge(1, new TestProofRecord.Missing("it was switched off", "switch it on"), List.of())
                        .found())
                .endsWith("it was switched off");
        assertThat(judge(1, new TestProofRecord.Proven(proof("every test failed in the control run")), List.of())
                        .verdict())
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void faults_that_change_nothing_prove_nothing() {
        PracticeResult result =
                judge(1, fault(MethodFault.THROWS, MethodFaultResult.Verdict.NOT_APPLICABLE, "it threw each time"));

        assertThat(result.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(result.found()).contains("it threw each time");
    }

    @Test
    void a_service_that_no_requirement_is_about_is_left_alone() {
        PracticeResult result = judge(
                1,
                new TestProofRecord.Proven(proof("", fault(MethodFault.THROWS, MethodFaultResult.Verdict.SURVIVED))),
                List.of("com.acme.CartController"));

        assertThat(result.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void a_test_that_is_left_out_and_reaches_the_service_might_have_detected_it() {
        TestProof proof = proof("", fault(MethodFault.THROWS, MethodFaultResult.Verdict.SURVIVED));
        TestProof.LeftOut own = new TestProof.LeftOut(TEST, "failed in the second control run");
        TestProof.LeftOut other = new TestProof.LeftOut("com.acme.CartControllerIT", "runs in another process");

        PracticeResult undecided = judge(1, new TestProofRecord.Proven(proof.with(List.of(other, own))), List.of());
        assertThat(undecided.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(undecided.found()).contains("OrderControllerIT#works failed in the second control run");
        assertThat(judge(1, new TestProofRecord.Proven(proof.with(List.of(other))), List.of())
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void a_test_without_time_might_have_detected_everything_where_nothing_shows_what_it_reaches() {
        TestProof proof = proof("", fault(MethodFault.THROWS, MethodFaultResult.Verdict.SURVIVED));
        TestProof.LeftOut unknown =
                new TestProof.LeftOut("com.acme.UnknownIT", TestProof.LeftOut.NOT_RUN + ": there was no time");
        TestProof.LeftOut failed = new TestProof.LeftOut("com.acme.UnknownIT", "failed in the control run");

        PracticeResult undecided = judge(1, new TestProofRecord.Proven(proof.with(List.of(unknown))), List.of());
        assertThat(undecided.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(undecided.found()).contains("its code does not show which services it reaches");
        assertThat(judge(1, new TestProofRecord.Proven(proof.with(List.of(failed))), List.of())
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void an_entry_point_without_a_method_for_a_fault_is_no_pass() {
        assertThat(judge(1).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void a_share_that_is_just_reached_is_enough() {
        MethodFaultResult[] faults = new MethodFaultResult[25];
        for (int i = 0; i < faults.length; i++) {
            faults[i] = fault(
                    MethodFault.THROWS,
                    i < 14 ? MethodFaultResult.Verdict.DETECTED : MethodFaultResult.Verdict.SURVIVED);
        }

        assertThat(judge(0.56, faults).verdict()).isEqualTo(Verdict.MET);
    }
}
