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
}
