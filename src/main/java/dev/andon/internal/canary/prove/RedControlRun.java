package dev.andon.internal.canary.prove;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says why a canary fails against the healthy service, though it has passed before. Pure. */
final class RedControlRun {
    private static final Map<Integer, String> CAUSES = Map.of(
            429,
            "a rate limit: let the local service accept more requests, or raise the limit for the canary",
            423,
            "a lock-out: the injected faults count as failed attempts; raise the limit in the local service",
            401,
            "a lock-out, or a credential that can be used once: let the canary obtain a new one in each run",
            403,
            "a lock-out, or a credential that can be used once: let the canary obtain a new one in each run",
            409,
            "something that an earlier run left: let the canary use something new in each run",
            410,
            "a stock that is used up: let the canary give back what it takes, or give the local service more",
            422,
            "a stock that is used up: let the canary give back what it takes, or give the local service more",
            404,
            "a stock that is used up: let the canary give back what it takes, or give the local service more");

    private static final int TOO_MANY_REQUESTS = 429;

    private RedControlRun() {}

    /** Returns why a control run at the beginning failed, where that does not tell that the canary itself is wrong. */
    static Optional<String> atBeginning(ControlRuns control) {
        ProofRun first = control.first();
        ProofRun red = first.result().healthy() ? control.second() : first;
        boolean limited =
                red.requests().stream().anyMatch(request -> request.response().status() == TOO_MANY_REQUESTS);
        boolean passed = first.result().healthy();
        return control.healthy() || !(passed || limited)
                ? Optional.empty()
                : Optional.of(reason(red, passed ? first.requests() : List.of()));
    }

    static String reason(ProofRun red, ControlRuns control) {
        return reason(red, control.requests());
    }

    private static String reason(ProofRun red, List<RecordedRequest> before) {
        Set<Integer> expected =
                before.stream().map(request -> request.response().status()).collect(Collectors.toSet());
        Optional<RecordedRequest> other = red.requests().stream()
                .filter(RecordedRequest::isHttp)
                .filter(request -> request.response().status() >= 400)
                .filter(request -> !expected.contains(request.response().status()))
                .min(Comparator.comparing(request -> request.response().status() == TOO_MANY_REQUESTS ? 0 : 1));
        String found = "the canary passes against the healthy service, and fails in a later run: "
                + red.result().reason();
        if (other.isPresent()) {
            int status = other.get().response().status();
            String cause = CAUSES.getOrDefault(
                    status, "the service itself: look at its log; a healthy service must answer as before");
            return found + "; the service answered " + status + " to "
                    + other.get().shown() + ", which points to " + cause;
        }
        List<String> answers = red.requests().stream().map(RecordedRequest::key).toList();
        return found
                + (answers.isEmpty()
                        ? "; it sent no request, which points to a counter or another state that the canary keeps from"
                                + " run to run: let each run begin anew"
                        : "; the service answered without an error, which points to a counter or another state that the"
                                + " canary or the service keeps from run to run, such as a stock that is used up: let"
                                + " each run begin anew");
    }
}
