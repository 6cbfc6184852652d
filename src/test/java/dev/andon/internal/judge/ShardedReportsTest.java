package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Evidence;
import dev.andon.Level;
import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.formats.FaultedMethod;
import dev.andon.internal.formats.MethodFault;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.formats.ReportCodec.WrittenProof;
import dev.andon.internal.formats.ReportCodec.WrittenReport;
import dev.andon.internal.formats.RequiredProof;
import dev.andon.internal.formats.Shard;
import dev.andon.internal.formats.TestProof;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A build has four faults, in methods of one service, and two jobs try two of them each. */
class ShardedReportsTest {
    private static final String SERVICE = "com.acme.OrderController";
    private static final String TEST = "com.acme.OrderControllerIT#reads";

    private static ShardedReports.Part job(int number, double atLeast, MethodFaultResult.Verdict... found) {
        List<MethodFaultResult> faults = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            boolean mine = i % 2 == number - 1;
            FaultedMethod method =
                    new FaultedMethod(SERVICE, "m" + i, "()V", "OrderController.java", i, "GET /" + i, SERVICE, "shop");
            MethodFaultResult.Verdict verdict = mine ? found[i / 2] : MethodFaultResult.Verdict.NOT_TRIED;
            faults.add(new MethodFaultResult(
                    method,
                    MethodFault.THROWS,
                    "",
                    verdict,
                    mine ? "" : "another job tries it",
                    List.of(TEST),
                    verdict == MethodFaultResult.Verdict.DETECTED ? TEST : ""));
        }
        TestProof proof = new TestProof(
                "1", TestKind.INTEGRATION, faults, List.of(), "", new Shard(number, 2), TestProof.Timing.NONE);
        PracticeResult undecided = new PracticeResult(
                "tests-detect-failure", Verdict.UNDECIDED, Evidence.NONE, List.of(), "other-jobs", "?", "!", List.of());
        return new ShardedReports.Part(
                new WrittenReport(
                        true,
                        Level.NONE,
                        List.of(new ServiceResult(SERVICE, "OrderController", "shop", List.of(undecided))),
                        List.of(),
                        List.of()),
                List.of(new WrittenProof(proof, List.of(new RequiredProof(List.of(), List.of(), atLeast, "2m")))));
    }

    private static PracticeResult joined(ShardedReports.Part... jobs) {
        return ShardedReports.join(List.of(jobs)).services().get(0).practices().get(0);
    }

    private static final MethodFaultResult.Verdict DETECTED = MethodFaultResult.Verdict.DETECTED;
    private static final MethodFaultResult.Verdict SURVIVED = MethodFaultResult.Verdict.SURVIVED;

    @Test
    void what_all_jobs_together_detect_is_proven() {
        PracticeResult result = joined(job(1, 1, DETECTED, DETECTED), job(2, 1, DETECTED, DETECTED));

        assertThat(result.verdict()).isEqualTo(Verdict.MET);
        assertThat(result.evidence()).isEqualTo(Evidence.PROVEN);
        assertThat(result.tests()).containsExactly("com.acme.OrderControllerIT");
    }

    @Test
    void a_missing_job_leaves_it_undecided_and_is_named() {
        PracticeResult result = joined(job(2, 1, DETECTED, DETECTED));

        assertThat(result.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(result.found()).contains("part 1/2 of the faults is missing", "OrderController.m0");
    }

    @Test
    void what_survives_in_one_job_is_violated_in_all() {
        PracticeResult result = joined(job(1, 1, DETECTED, DETECTED), job(2, 1, SURVIVED, DETECTED));

        assertThat(result.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(result.found()).contains("GET /1", "OrderControllerIT.reads");
    }

    @Test
    void the_share_counts_the_faults_of_all_jobs() {
        ShardedReports.Part worse = job(2, 0.75, SURVIVED, DETECTED);

        assertThat(joined(job(1, 0.75, DETECTED, DETECTED), worse).verdict()).isEqualTo(Verdict.MET);
        assertThat(joined(job(1, 0.75, DETECTED, SURVIVED), worse).verdict()).isEqualTo(Verdict.VIOLATED);
    }
}
