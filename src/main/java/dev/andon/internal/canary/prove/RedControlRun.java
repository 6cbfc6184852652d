package dev.andon.internal.canary.prove;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private RedControlRun() {}

    static String reason(ProofRun red, ControlRuns control) {
        Optional<RecordedRequest> other = red.requests().stream()
                .filter(RecordedRequest::isHttp)
                .filter(request -> request.response().status() >= 400)
                .filter(request -> !control.statuses(request.key())
                        .contains(request.response().status()))
                .min(Comparator.comparing(request -> request.response().status() == 429 ? 0 : 1));
        String found = "after a run with a fault, the canary fails against the healthy service: "
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
