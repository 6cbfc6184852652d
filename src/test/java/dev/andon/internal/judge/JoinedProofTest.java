package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.TestKind;
import dev.andon.internal.formats.FaultedMethod;
import dev.andon.internal.formats.MethodFault;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.formats.MethodFaultResult.Verdict;
import dev.andon.internal.formats.Shard;
import dev.andon.internal.formats.TestProof;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinedProofTest {

    private static TestProof proof(Verdict verdict, String test) {
        FaultedMethod method = new FaultedMethod("a.B", "m", "()V", "B.java", 1, "GET /", "a.B", "b");
        return proof(
                List.of(new MethodFaultResult(method, MethodFault.THROWS, "", verdict, "", List.of(test), "")), "");
    }

    private static TestProof proof(List<MethodFaultResult> faults, String undecided) {
        return new TestProof(
                "1", TestKind.UNIT, faults, List.of(), undecided, Shard.ALL, new TestProof.Timing(1, 2, 3, 4, 5));
    }

    private static MethodFaultResult joined(TestProof... proofs) {
        return JoinedProof.ofModules(List.of(proofs)).faults().get(0);
    }

    @Test
    void what_the_tests_of_one_module_detect_is_detected() {
        assertThat(joined(proof(Verdict.SURVIVED, "a.T#t"), proof(Verdict.DETECTED, "b.T#t"))
                        .verdict())
                .isEqualTo(Verdict.DETECTED);
        assertThat(joined(proof(Verdict.DETECTED, "a.T#t"), proof(Verdict.NOT_REACHED, "b.T#t"))
                        .verdict())
                .isEqualTo(Verdict.DETECTED);
    }

    @Test
    void what_survives_names_the_tests_of_all_modules() {
        MethodFaultResult fault = joined(proof(Verdict.NOT_REACHED, "a.T#t"), proof(Verdict.SURVIVED, "b.T#t"));

        assertThat(fault.verdict()).isEqualTo(Verdict.SURVIVED);
        assertThat(fault.tests()).containsExactly("a.T#t", "b.T#t");
    }

    @Test
    void tests_of_which_nothing_is_known_might_detect_what_the_others_do_not() {
        TestProof unknown = proof(List.of(), "every test failed in the control run");

        assertThat(joined(proof(Verdict.SURVIVED, "a.T#t"), unknown).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(joined(proof(Verdict.NOT_REACHED, "a.T#t"), unknown).verdict())
                .isEqualTo(Verdict.UNDECIDED);
        assertThat(joined(proof(Verdict.DETECTED, "a.T#t"), unknown).verdict()).isEqualTo(Verdict.DETECTED);
        assertThat(JoinedProof.ofModules(List.of(unknown, unknown)).undecided())
                .isEqualTo("every test failed in the control run");
    }

    private static MethodFaultResult fault(int line, Verdict verdict, String reason) {
        FaultedMethod method = new FaultedMethod("a.B", "m" + line, "()V", "B.java", line, "GET /", "a.B", "b");
        return new MethodFaultResult(method, MethodFault.THROWS, "", verdict, reason, List.of(), "");
    }

    private static TestProof job(String shard, MethodFaultResult... faults) {
        return new TestProof(
                "1", TestKind.UNIT, List.of(faults), List.of(), "", Shard.parse(shard), TestProof.Timing.NONE);
    }

    private static final MethodFaultResult ELSEWHERE = fault(1, Verdict.NOT_TRIED, "another job tries it");

    @Test
    void each_fault_is_as_the_job_saw_it_that_was_to_inject_it() {
        TestProof joined = JoinedProof.ofJobs(List.of(
                job("2/2", fault(0, Verdict.UNDECIDED, "in passing"), fault(1, Verdict.DETECTED, "")),
                job("1/2", fault(0, Verdict.SURVIVED, ""), ELSEWHERE)));

        assertThat(joined.faults())
                .extracting(MethodFaultResult::verdict)
                .containsExactly(Verdict.SURVIVED, Verdict.DETECTED);
        assertThat(joined.shard()).isEqualTo(Shard.ALL);
    }

    @Test
    void a_budget_that_was_spent_is_told_as_the_holder_tells_it() {
        TestProof joined = JoinedProof.ofJobs(List.of(
                job("1/2", fault(0, Verdict.DETECTED, ""), ELSEWHERE),
                job("2/2", fault(0, Verdict.NOT_TRIED, "another job"), fault(1, Verdict.NOT_TRIED, "budget"))));

        assertThat(joined.faults()).extracting(MethodFaultResult::reason).containsExactly("", "budget");
    }

    @Test
    void faults_of_a_missing_job_are_undecided() {
        TestProof joined = JoinedProof.ofJobs(List.of(job("1/2", fault(0, Verdict.DETECTED, ""), ELSEWHERE)));

        assertThat(joined.faults().get(1).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(joined.faults().get(1).reason()).isEqualTo("part 2/2 of the faults is missing");
    }

    @Test
    void a_job_that_could_not_prove_anything_is_named_with_its_reason() {
        TestProof failed = new TestProof(
                "1", TestKind.UNIT, List.of(), List.of(), "a port is taken", Shard.parse("2/2"), TestProof.Timing.NONE);
        TestProof joined = JoinedProof.ofJobs(List.of(job("1/2", fault(0, Verdict.DETECTED, ""), ELSEWHERE), failed));

        assertThat(joined.faults().get(1).reason())
                .isEqualTo("the job of part 2/2 of the faults could not prove anything: a port is taken");
    }

    @Test
    void a_part_of_the_faults_stays_one_when_the_proofs_of_modules_are_joined() {
        assertThat(JoinedProof.ofModules(List.of(job("2/3", ELSEWHERE), job("2/3", ELSEWHERE)))
                        .shard())
                .isEqualTo(Shard.parse("2/3"));
    }

    @Test
    void a_method_that_two_services_inherit_is_a_fault_of_each() {
        FaultedMethod first = new FaultedMethod("a.Base", "m", "()V", "Base.java", 1, "GET /", "a.B", "b");
        FaultedMethod second = new FaultedMethod("a.Base", "m", "()V", "Base.java", 1, "GET /", "a.C", "b");
        TestProof both = proof(
                List.of(
                        new MethodFaultResult(first, MethodFault.THROWS, "", Verdict.DETECTED, "", List.of(), "a.T#t"),
                        new MethodFaultResult(second, MethodFault.THROWS, "", Verdict.SURVIVED, "", List.of(), "")),
                "");

        assertThat(JoinedProof.ofModules(List.of(both, both)).faults()).hasSize(2);
    }
}
