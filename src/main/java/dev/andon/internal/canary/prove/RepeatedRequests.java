package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.internal.canary.prove.FaultTrial.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells why a canary repeats a request at once. One that is repeated until its response is right, or some of whose
 * responses may fail, is one case; each of those that are repeated for other reasons is a case of its own.
 */
record RepeatedRequests(ControlRuns control, FaultTrial trial) {
    /** Of more than this many that are checked alike, as in a loop, the first and the last stand for the others. */
    private static final int MANY = 5;

    /** Returns the requests into whose responses faults are injected. */
    List<FaultCase> cases() throws IOException {
        List<FaultCase> cases = new ArrayList<>();
        for (FaultCase group : control.healthy() ? control.cases() : List.<FaultCase>of()) {
            cases.addAll(parts(group));
        }
        return cases;
    }

    private List<FaultCase> parts(FaultCase group) throws IOException {
        List<FaultCase> parts = group.parts();
        if (parts.size() > 1) {
            FaultCase last = parts.get(parts.size() - 1);
            return polls(last, refused(last)) ? List.of(group) : parts;
        }
        return control.answersAlike(group) ? eachOf(group) : parts;
    }

    /** A canary that tolerates a failure is green whichever of them fails; else each of them must be checked. */
    private List<FaultCase> eachOf(FaultCase group) throws IOException {
        List<FaultCase> each = new ArrayList<>();
        boolean checked = false;
        int last = group.members().size() - 1;
        for (int i = 0; i <= last; i++) {
            int number = group.id().member() + i;
            FaultCase one = new FaultCase(group.members().subList(i, i + 1), number, group.members());
            Outcome outcome = refused(one);
            if (outcome.run().isEmpty() || polls(one, outcome)) {
                return List.of(group);
            }
            checked |= outcome.detected();
            if (last < MANY || i == 0 || i == last || !outcome.detected()) {
                each.add(one);
            }
        }
        return checked ? each : List.of(group);
    }

    private Outcome refused(FaultCase one) throws IOException {
        int number = one.id().member();
        return trial.of(
                new WrongStatus(Fault.STATUS_500, 500, "Internal Server Error"),
                one,
                FaultTarget.of(one.id()).only(number, number));
    }

    private boolean polls(FaultCase one, Outcome refused) {
        String key = one.id().key();
        return refused.run()
                .filter(run -> run.recording().arrivals(key) > control.count(key))
                .isPresent();
    }
}
