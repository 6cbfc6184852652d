package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What a whole proof says.
 *
 * @param refused why the canary is refused; empty where it is not
 * @param undecided why it cannot be judged; empty where it can
 * @param milliseconds how long the proof took
 */
record WholeProof(List<String> refused, List<String> undecided, long milliseconds) {

    boolean proven() {
        return refused.isEmpty() && undecided.isEmpty();
    }

    /** Proves a canary, all faults in another order each time; a proof that is to be refused ends with the first reason. */
    static WholeProof of(Class<?> canary, URI service, boolean toTheEnd) throws IOException {
        long from = System.nanoTime();
        List<String> refused = new ArrayList<>();
        List<String> undecided = new ArrayList<>();
        RunConditions.of(canary).ifPresent(condition -> refused.add("runs only where " + condition));
        EnvironmentConditions.in(ArtefactCode.of(canary))
                .ifPresent(condition -> refused.add("depends on " + condition));
        CanaryProver prover = new CanaryProver(
                ArtefactCode.of(canary), service, Map.of("andon.canary.credential.database-url", "jdbc:h2:mem:"));
        ControlRuns control = prover.controlRuns();
        if (!control.healthy()) {
            prover.undecided().ifPresent(undecided::add);
            if (undecided.isEmpty()) {
                refused.add("not green: " + control.result().reason());
            }
            return new WholeProof(refused, undecided, 0);
        }
        List<Fault> faults = new ArrayList<>(List.of(Fault.values()));
        Collections.shuffle(faults);
        faults.remove(Fault.CHANGED_VALUE);
        faults.add(0, Fault.CHANGED_VALUE);
        prover.problems().forEach(problem -> refused.add(problem.found()));
        for (Fault fault : faults) {
            if (!toTheEnd && !(refused.isEmpty() && undecided.isEmpty())) {
                break;
            }
            for (FaultResult result : prover.inject(fault)) {
                String text = fault.id() + " " + result.request() + ": " + result.reason();
                if (result.verdict() == FaultVerdict.SURVIVED) {
                    refused.add(text);
                } else if (result.verdict() == FaultVerdict.UNDECIDED) {
                    undecided.add(text);
                }
            }
        }
        prover.problems().forEach(problem -> refused.add(problem.found()));
        prover.undecided().ifPresent(undecided::add);
        if (control.requests().isEmpty()) {
            undecided.add("no fault can be injected");
        }
        return new WholeProof(refused, undecided, (System.nanoTime() - from) / 1_000_000);
    }
}
