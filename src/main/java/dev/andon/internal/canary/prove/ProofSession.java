package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.internal.canary.prove.FaultTrial.Outcome;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a proof knows after its control runs, and what it has found out since.
 *
 * @param http2 whether the canary and the service would speak HTTP/2 without the proof
 * @param results what each fault came to
 * @param detected the cases in which a fault was detected
 * @param values what changed values in the response of a case came to
 * @param stale what a stale response of a case came to
 */
record ProofSession(
        ControlRuns control,
        FaultTrial trial,
        List<FaultCase> cases,
        boolean http2,
        Map<Fault, List<FaultResult>> results,
        Map<Fault, List<FaultCase>> detected,
        Map<FaultCase, Outcome> values,
        Map<FaultCase, Outcome> stale) {

    ProofSession(ControlRuns control, FaultTrial trial, List<FaultCase> cases, boolean http2) {
        this(
                control,
                trial,
                cases,
                http2,
                new EnumMap<>(Fault.class),
                new EnumMap<>(Fault.class),
                new HashMap<>(),
                new HashMap<>());
    }

    void note(FaultCase at, FaultResult result) {
        if (result.verdict() == FaultVerdict.DETECTED) {
            detected.computeIfAbsent(result.fault(), fault -> new ArrayList<>()).add(at);
        }
    }

    /** Changes the values in the response of a case, once. */
    Outcome values(FaultCase at) throws IOException {
        Outcome known = values.get(at);
        if (known == null) {
            known = new ValueTrial(trial, control, at).judge();
            values.put(at, known);
        }
        return known;
    }

    /** Answers a case with a stale response, once. */
    Outcome stale(FaultCase at) throws IOException {
        Outcome known = stale.get(at);
        if (known == null) {
            known = trial.of(new StaleResponse(), at);
            stale.put(at, known);
        }
        return known;
    }
}
