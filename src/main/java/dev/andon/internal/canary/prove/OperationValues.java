package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.internal.canary.prove.FaultTrial.Outcome;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Judges whether a canary verifies a value that tells whether its operation works. One is enough: of the response to the
 * operation, or of what depends on it. Of an operation that writes, a value that would be the same without the write does not
 * count.
 *
 * @param writes the requests that write what the operation is for, of which a value is to be verified
 * @param undecided why the proof cannot go on; empty as long as it can
 */
record OperationValues(
        ProofSession session, CaseRelations relations, List<FaultCase> writes, Supplier<Optional<String>> undecided) {
    private static final String UNREAD =
            "its response has no value, and no request reads what it wrote, so the canary verifies no value: let it"
                    + " read that back";
    private static final String LOST =
            " is verified, but the canary stays green when the service accepts this request and drops it: let it read back"
                    + " what it wrote, something new in each run";

    /** Judges the cases in which a value can be changed, and the writes without such a response. */
    List<FaultResult> judge(List<FaultCase> cases) throws IOException {
        List<FaultCase> valued = cases.stream().filter(ValueTrial::appliesTo).toList();
        List<FaultCase> showing = relations.showing(valued);
        List<FaultResult> results = new ArrayList<>();
        boolean unread = !writes.isEmpty() && writes.stream().allMatch(session.control()::isWrittenUnread);
        if (showing.isEmpty() && unread && (valued.isEmpty() || !isLostDetected())) {
            addOfWrites(UNREAD, results);
            return results;
        }
        List<FaultCase> relevant = showing.isEmpty() ? valued : showing;
        if (isVerified(relevant, results)) {
            return results;
        }
        // What a canary reads may depend on a write in a way that no request tells.
        if (writes.containsAll(showing) && isLostDetected() && isVerified(others(valued, relevant), results)) {
            return results;
        }
        if (!results.isEmpty() && results.stream().allMatch(result -> result.verdict() == FaultVerdict.DETECTED)) {
            addOfWrites("a value of " + results.get(0).request() + LOST, results);
        }
        return results;
    }

    private void addOfWrites(String reason, List<FaultResult> results) throws IOException {
        for (FaultCase write : writes) {
            Outcome outcome = session.lost(write);
            results.add(
                    outcome.verdict() == FaultVerdict.UNDECIDED
                            ? new FaultResult(
                                    Fault.CHANGED_VALUE, FaultVerdict.UNDECIDED, write.shown(), outcome.reason())
                            : new FaultResult(Fault.CHANGED_VALUE, FaultVerdict.SURVIVED, write.shown(), reason));
        }
    }

    private boolean isLostDetected() throws IOException {
        for (FaultCase write : writes) {
            if (session.lost(write).detected()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the other cases that may show a write: later ones, or of what is deleted any, since it is gone later. */
    private List<FaultCase> others(List<FaultCase> cases, List<FaultCase> judged) {
        return cases.stream()
                .filter(one -> !judged.contains(one))
                .filter(one -> writes.stream()
                        .anyMatch(write ->
                                write.healthy().deletes() || session.control().isAfter(one, write)))
                .toList();
    }

    /** Judges one case after the other, up to the first that verifies the operation. */
    private boolean isVerified(List<FaultCase> cases, List<FaultResult> results) throws IOException {
        for (FaultCase at : cases) {
            Outcome outcome = session.values(at);
            FaultVerdict verdict = undecided.get().isPresent() ? FaultVerdict.UNDECIDED : outcome.verdict();
            FaultResult result = new FaultResult(
                    Fault.CHANGED_VALUE, verdict, at.shown(), undecided.get().orElse(outcome.reason()));
            session.note(at, result);
            results.add(result);
            if (verdict == FaultVerdict.DETECTED && tellsOfOperation(at)) {
                results.replaceAll(one -> one.verdict() != FaultVerdict.DETECTED
                        ? ProofVerdict.covered(one, one.reason() + "; a value of " + at.shown() + " is verified")
                        : one);
                return true;
            }
        }
        return false;
    }

    private boolean tellsOfOperation(FaultCase verified) throws IOException {
        if (writes.isEmpty() || writes.contains(verified)) {
            return true;
        }
        for (FaultCase write : writes) {
            if (relations.tellsOf(verified, write)) {
                return true;
            }
        }
        return false;
    }
}
