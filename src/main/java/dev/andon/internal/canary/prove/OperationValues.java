package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.internal.canary.prove.FaultTrial.Outcome;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            "the canary stays green when the service accepts this request and drops it: let it read back what it wrote,"
                    + " something new in each run";
    private static final String DROPPED = "it is red when the service accepts the request and drops it: ";

    /** Judges the cases in which a value can be changed, and the writes without such a response. */
    List<FaultResult> judge(List<FaultCase> cases) throws IOException {
        List<FaultCase> valued = cases.stream().filter(ValueTrial::appliesTo).toList();
        List<FaultCase> showing = relations.showing(valued);
        List<FaultResult> results = new ArrayList<>();
        boolean unread = !writes.isEmpty() && writes.stream().allMatch(session.control()::isWrittenUnread);
        if (valued.isEmpty() || (showing.isEmpty() && unread && !isLostDetected())) {
            if (!isLossVerified(valued, results)) {
                addOfWrites(unread ? UNREAD : LOST, results);
            }
            return results;
        }
        List<FaultCase> relevant = showing.isEmpty() ? valued : showing;
        if (isVerified(relevant, results)) {
            return results;
        }
        // What a canary reads may depend on a write in a way that no request tells.
        if (writes.containsAll(showing) && isLostDetected() && isVerified(later(valued, relevant), results)) {
            return results;
        }
        boolean other = results.stream().allMatch(result -> result.verdict() == FaultVerdict.DETECTED);
        String verified = results.get(0).request();
        if (!isLossVerified(valued, results) && other) {
            addOfWrites("a value of " + verified + " is verified, but " + LOST, results);
        }
        return results;
    }

    /** Returns whether the canary is red where a write is dropped, in a run that tells enough. */
    private boolean isLossVerified(List<FaultCase> valued, List<FaultResult> results) throws IOException {
        for (FaultCase write : writes) {
            Outcome lost = session.lost(write);
            if (lost.detected() && tellsEnough(lost.run().orElseThrow(), write, valued)) {
                String reason = DROPPED + lost.reason();
                results.replaceAll(one -> ProofVerdict.covered(one, one.reason() + "; " + reason));
                results.add(new FaultResult(Fault.CHANGED_VALUE, FaultVerdict.DETECTED, write.shown(), reason));
                return true;
            }
        }
        return false;
    }

    /** That a status is another says nothing of a value, and that a later request fails does not say what was written. */
    private boolean tellsEnough(ProofRun run, FaultCase write, List<FaultCase> valued) throws IOException {
        if (valued.isEmpty() || hasSameStatuses(run, write)) {
            return true;
        }
        if (!run.hasConsequence(session.control())) {
            for (FaultCase one : valued) {
                if (session.values(one).detected()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether the canary asked for something after the write, and every answer had the status that it always has. */
    private boolean hasSameStatuses(ProofRun run, FaultCase write) {
        Set<HttpMessage> lost =
                write.members().stream().map(RecordedRequest::request).collect(Collectors.toSet());
        List<RecordedRequest> operation = session.control().second().operation();
        long before = operation.stream()
                .takeWhile(request -> !lost.contains(request.request()))
                .count();
        List<Integer> healthy = statuses(operation.stream().filter(request -> !lost.contains(request.request())));
        List<Integer> statuses = statuses(run.operation().stream());
        return statuses.size() > before
                && statuses.size() <= healthy.size()
                && healthy.subList(0, statuses.size()).equals(statuses);
    }

    private static List<Integer> statuses(Stream<RecordedRequest> requests) {
        return requests.map(request -> request.response().status()).toList();
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

    private List<FaultCase> later(List<FaultCase> cases, List<FaultCase> judged) {
        return cases.stream()
                .filter(one -> !judged.contains(one))
                .filter(one ->
                        writes.stream().anyMatch(write -> session.control().isAfter(one, write)))
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
