package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.internal.canary.prove.FaultTrial.Outcome;
import dev.andon.internal.canary.values.ValueChange;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a proof knows after its control runs, and what it has found out since.
 *
 * @param http2 whether the canary and the service would speak HTTP/2 without the proof
 * @param results what each fault came to
 * @param detected the cases in which a fault was detected
 * @param values what changed values in the response of a case came to
 * @param stale what a stale response of a case came to
 * @param lost what became of it when a write was accepted and lost
 * @param others what became of it when all values of a response were changed at once
 */
record ProofSession(
        ControlRuns control,
        FaultTrial trial,
        List<FaultCase> cases,
        boolean http2,
        Map<Fault, List<FaultResult>> results,
        Map<Fault, List<FaultCase>> detected,
        Map<FaultCase, Outcome> values,
        Map<FaultCase, Outcome> stale,
        Map<FaultCase, Outcome> lost,
        Map<FaultCase, Outcome> others) {

    /** A write may write what was there before by chance, so that its loss cannot be detected. */
    private static final int MOST_LOST = 4;

    ProofSession(ControlRuns control, FaultTrial trial, List<FaultCase> cases, boolean http2) {
        this(
                control,
                trial,
                cases,
                http2,
                new EnumMap<>(Fault.class),
                new EnumMap<>(Fault.class),
                new HashMap<>(),
                new HashMap<>(),
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
        return once(values, at, () -> new ValueTrial(this, at).judge());
    }

    /** Answers a case with a stale response, once. */
    Outcome stale(FaultCase at) throws IOException {
        return once(stale, at, () -> trial.of(new StaleResponse(), at));
    }

    /** Accepts the write of a case without doing it, once where that is detected. */
    Outcome lost(FaultCase write) throws IOException {
        return once(lost, write, () -> {
            Outcome outcome = trial.of(new LostWrite(), write);
            for (int i = 1; i < MOST_LOST && outcome.verdict() == FaultVerdict.SURVIVED; i++) {
                outcome = trial.of(new LostWrite(), write);
            }
            return outcome;
        });
    }

    /** Changes all values in the response of a case, once. */
    Outcome otherValues(FaultCase at) throws IOException {
        return once(others, at, () -> trial.of(new ChangedValues(ValueChange.SAME_LENGTH, Set.of()), at));
    }

    private static Outcome once(Map<FaultCase, Outcome> known, FaultCase at, Trial trial) throws IOException {
        Outcome outcome = known.get(at);
        if (outcome == null) {
            outcome = trial.run();
            known.put(at, outcome);
        }
        return outcome;
    }

    @FunctionalInterface
    private interface Trial {
        Outcome run() throws IOException;
    }
}
