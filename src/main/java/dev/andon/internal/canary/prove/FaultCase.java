package dev.andon.internal.canary.prove;

import dev.andon.internal.canary.prove.RequestNumbers.RequestId;
import java.util.List;

/**
 * One request of the operation into whose response faults are injected, with its repetitions where the canary polls.
 *
 * @param members the request as it was sent in the second control run, in order; at least one
 * @param last the number of the last request of its group into whose response a fault is injected
 * @param group the requests among which it is one that is sent several times; empty where it is not
 */
record FaultCase(List<RecordedRequest> members, int last, List<RecordedRequest> group) {

    FaultCase(List<RecordedRequest> members, int last) {
        this(members, last, List.of());
    }

    /** Returns the case of all that are sent together: a canary that only compares their values verifies none. */
    FaultCase whole() {
        return group.isEmpty() ? this : new FaultCase(group, Integer.MAX_VALUE);
    }

    /** Returns the last of the repeated requests, with the response that the canary accepted. */
    RecordedRequest healthy() {
        return members.get(members.size() - 1);
    }

    RequestId id() {
        return members.get(0).id();
    }

    /** Returns the same requests as other keys number them. */
    FaultCase numbered(ControlRuns control) {
        List<HttpMessage> requests =
                members.stream().map(RecordedRequest::request).toList();
        List<RecordedRequest> numbered = control.requests().stream()
                .filter(request -> requests.contains(request.request()))
                .toList();
        if (numbered.isEmpty()) {
            return this;
        }
        FaultTarget target = target().moved(id(), numbered.get(0).id());
        return new FaultCase(numbered, target.last());
    }

    FaultTarget target() {
        return FaultTarget.of(id()).only(id().member(), last);
    }

    String shown() {
        return healthy().shown();
    }

    /** Returns the cases in which a repeated request was answered by a success first and later by something else. */
    List<FaultCase> parts() {
        for (int i = 1; i < members.size(); i++) {
            if (isSuccess(members.get(i - 1)) && !isSuccess(members.get(i))) {
                return List.of(
                        new FaultCase(members.subList(0, i), i - 1),
                        new FaultCase(members.subList(i, members.size()), last));
            }
        }
        return List.of(this);
    }

    private static boolean isSuccess(RecordedRequest request) {
        return request.response().status() >= 200 && request.response().status() < 300;
    }
}
