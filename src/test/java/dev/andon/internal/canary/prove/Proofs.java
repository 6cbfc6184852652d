package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.canary.Fault;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Runs proofs of canaries against a service that needs no credentials. */
final class Proofs {
    private Proofs() {}

    static CanaryProver of(Class<?> canary, URI service) {
        return new CanaryProver(ArtefactCode.of(canary), service, Map.of());
    }

    /** Returns what a canary, green in its control runs, makes of a fault. */
    static FaultResult inject(Class<?> canary, Fault fault, LittleService service) throws IOException {
        CanaryProver prover = of(canary, service.uri());
        ControlRuns control = prover.controlRuns();
        assertThat(control.healthy()).as(control.result().reason()).isTrue();
        return ProofVerdict.summary(fault, prover.inject(fault));
    }
}
