package dev.andon.internal.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.andon.internal.formats.MethodFaultResult.Verdict;
import dev.andon.internal.formats.TestProof;
import dev.andon.internal.prove.fixtures.Everyday;
import dev.andon.internal.prove.fixtures.EverydayTestCases;
import dev.andon.internal.prove.fixtures.Pump;
import dev.andon.internal.prove.fixtures.PumpTestCases;
import dev.andon.internal.prove.fixtures.Shelf;
import dev.andon.internal.prove.fixtures.ShelfTestCases;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under the conditions of ordinary projects nothing is blamed wrongly, and nothing passes wrongly. */
class EverydayConditionsIT {

    @TempDir
    Path output;

    @Test
    void tests_of_all_shapes_detect_what_they_check() {
        TestProof proof = Proofs.prove(
                output,
                Everyday.class,
                EverydayTestCases.StepsTestCases.class,
                EverydayTestCases.OuterTestCases.class,
                EverydayTestCases.RepeatedTestCases.class,
                EverydayTestCases.VintageTestCases.class,
                EverydayTestCases.StartedTestCases.class,
                EverydayTestCases.ThreadsTestCases.class);
        Map<String, Verdict> verdicts = Proofs.verdicts(proof);

        assertThat(proof.leftOut()).isEmpty();
        assertThat(verdicts)
                .contains(
                        entry("stepOne DOES_NOTHING", Verdict.DETECTED),
                        entry("stepTwo DOES_NOTHING", Verdict.DETECTED),
                        entry("stepTwo CHANGED_VALUE", Verdict.DETECTED),
                        entry("nested DOES_NOTHING", Verdict.DETECTED),
                        entry("parameterised DOES_NOTHING", Verdict.DETECTED),
                        entry("parameterised CHANGED_VALUE", Verdict.DETECTED),
                        entry("generated DOES_NOTHING", Verdict.DETECTED),
                        entry("vintage DOES_NOTHING", Verdict.DETECTED),
                        entry("beforeAll DOES_NOTHING", Verdict.DETECTED),
                        entry("concurrent DOES_NOTHING", Verdict.DETECTED),
                        entry("send DOES_NOTHING", Verdict.DETECTED),
                        entry("handle DOES_NOTHING", Verdict.DETECTED),
                        entry("unjoined DOES_NOTHING", Verdict.SURVIVED),
                        // It ran when the class was initialised, and does not again.
                        entry("fromInitialiser DOES_NOTHING", Verdict.UNDECIDED));
    }

    @Test
    void a_jvm_that_exits_hangs_deadlocks_or_runs_out_of_memory_under_a_fault_is_replaced() {
        TestProof proof = Proofs.prove(output, Pump.class, PumpTestCases.class);

        assertThat(proof.leftOut()).isEmpty();
        assertThat(Proofs.verdicts(proof))
                .contains(
                        entry("exit DOES_NOTHING", Verdict.DETECTED),
                        entry("hang DOES_NOTHING", Verdict.DETECTED),
                        entry("idle DOES_NOTHING", Verdict.DETECTED),
                        entry("lock DOES_NOTHING", Verdict.DETECTED),
                        entry("lock CHANGED_VALUE", Verdict.DETECTED),
                        entry("memory DOES_NOTHING", Verdict.DETECTED),
                        entry("ordinary DOES_NOTHING", Verdict.DETECTED),
                        entry("ordinary CHANGED_VALUE", Verdict.DETECTED));
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void what_a_fault_leaves_behind_is_not_blamed_on_the_next() {
        TestProof proof = Proofs.prove(output, Shelf.class, ShelfTestCases.class);

        assertThat(proof.leftOut()).isEmpty();
        assertThat(Proofs.verdicts(proof))
                .contains(
                        entry("take DOES_NOTHING", Verdict.SURVIVED),
                        entry("tidy DOES_NOTHING", Verdict.SURVIVED),
                        entry("tidy THROWS", Verdict.DETECTED));
    }
}
