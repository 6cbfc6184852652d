package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.Fault;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.internal.formats.RunEnd;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A healthy service is never told to be broken: not in a thousand runs, and by no proof. */
class NoFalseAlarmIT {

    @Test
    void a_thousand_control_runs_are_all_successes() throws IOException {
        List<RunEnd> others = new ArrayList<>();
        try (LittleService shop = LittleShop.open()) {
            Map<String, String> target =
                    Map.of("andon.canary.target", shop.uri().toString());
            for (int i = 0; i < 1_000; i++) {
                RunEnd run = NestedRun.of(GoodCanary.class, target).runs().get(0);
                if (run.outcome() != CanaryOutcome.SUCCESS || run.attempts().size() != 1) {
                    others.add(run);
                }
            }
        }
        assertThat(others).isEmpty();
    }

    @Test
    void proofs_of_a_good_canary_find_nothing() throws IOException {
        List<FaultResult> others = new ArrayList<>();
        try (LittleService shop = LittleShop.open()) {
            for (Class<?> canary : Repetitions.of(Stream.of(GoodCanary.class, GoodCanary.class))
                    .toList()) {
                CanaryProver proof = new CanaryProver(ArtefactCode.of(canary), shop.uri(), Map.of());
                ControlRuns control = proof.controlRuns();
                assertThat(control.result().healthy())
                        .as(control.result().reason())
                        .isTrue();
                assertThat(control.anonymous()).isEmpty();
                for (Fault fault : Fault.values()) {
                    FaultResult proven = ProofVerdict.summary(fault, proof.inject(fault));
                    // A service without TLS has no certificate that could be wrong.
                    if (proven.verdict() != FaultVerdict.DETECTED && proven.verdict() != FaultVerdict.NOT_APPLICABLE) {
                        others.add(proven);
                    }
                }
            }
        }
        assertThat(others).isEmpty();
    }
}
