package dev.andon.internal.canary.prove;

import dev.andon.canary.Fault;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Injects one fault after the other and looks whether the canary detects it: the fault was injected, the run was red, and a
 * control run right afterwards is green.
 */
final class FaultTrial {
    private static final int MOST_ATTEMPTS = 4;

    /** One of so many trials begins with a control run, so that no canary is right by counting its runs. */
    private static final int TRIALS_A_CONTROL_RUN = 4;

    private final ProxiedCanary runner;
    private ControlRuns control;
    private final ProofTimeout timeout;
    private final Random random = new Random();
    private final Set<String> pollsUntilLate = new HashSet<>();
    private @Nullable String undecided;

    FaultTrial(ProxiedCanary runner, ControlRuns control, ProofTimeout timeout) {
        this.runner = runner;
        this.control = control;
        this.timeout = timeout;
    }

    /**
     * What came out.
     *
     * @param reason what the canary said, or why nothing can be said
     * @param run the run with the fault; empty where nothing can be said
     */
    record Outcome(FaultVerdict verdict, String reason, Optional<ProofRun> run) {
        boolean detected() {
            return verdict == FaultVerdict.DETECTED;
        }
    }

    /** Returns why nothing more can be said; empty as long as the control runs are green. */
    Optional<String> undecided() {
        return Optional.ofNullable(undecided);
    }

    /**
     * Injects the fault into the responses to all requests of a case. A canary that polls until its time is over is given all
     * of it once for each kind of fault; under the others, it is enough that it asks again and is green when the fault is gone.
     */
    Outcome of(FaultMechanism mechanism, FaultCase known) throws IOException {
        FaultCase at = known.numbered(control);
        String polling = at.id() + " " + mechanism.fault().kind();
        String key = at.id().key();
        int some = (int) control.count(key) + 2;
        if (pollsUntilLate.contains(polling)) {
            Outcome outcome = of(mechanism, at, at.target().only(at.id().member(), some - 1));
            boolean again = outcome.run()
                    .filter(run -> run.result().healthy() && run.recording().arrivals(key) > some)
                    .isPresent();
            if (again) {
                return new Outcome(FaultVerdict.DETECTED, "it asks again until its time is over", outcome.run());
            }
            if (outcome.verdict() != FaultVerdict.SURVIVED) {
                return outcome;
            }
        }
        Outcome outcome = of(mechanism, at, at.target());
        boolean polls = outcome.detected()
                && outcome.run()
                        .filter(run -> run.recording().arrivals(key) > some && run.timedOut(timeout.duration()))
                        .isPresent();
        if (polls) {
            pollsUntilLate.add(polling);
        }
        return outcome;
    }

    /** Injects the fault into the responses to some of the requests of a case. */
    Outcome of(FaultMechanism mechanism, FaultCase known, FaultTarget first) throws IOException {
        FaultCase at = known.numbered(control);
        FaultTarget target = first.moved(known.id(), at.id());
        if (undecided == null && random.nextInt(TRIALS_A_CONTROL_RUN) == 0) {
            isRedWithoutFault();
        }
        for (int attempt = 0; attempt < MOST_ATTEMPTS && undecided == null; attempt++) {
            ProofRun run = run(mechanism, at, target);
            if (!run.recording().delivered()) {
                if (learns(at, run)) {
                    at = known.numbered(control);
                    target = first.moved(known.id(), at.id());
                } else if (isSeldomSent(target, run)) {
                    target = target.everywhere();
                }
                continue;
            }
            boolean beginsAgain = run.recording().groups(at.id().key())
                    > control.groups(at.id().key());
            if (!ProofVerdict.detected(run)) {
                if (beginsAgain && !target.again() && mechanism.fault() != Fault.STALE) {
                    target = target.andAgain();
                    continue;
                }
                if (isSentAgain(mechanism, at, run) && target.last() < Integer.MAX_VALUE) {
                    target = target.only(target.first(), attempt == 0 ? target.last() + 1 : Integer.MAX_VALUE);
                    continue;
                }
                return new Outcome(FaultVerdict.SURVIVED, ProofVerdict.survived(run.result()), Optional.of(run));
            }
            if (isOnlyLate(mechanism, at, run)) {
                ProofRun longer = runLonger(mechanism, at, target);
                if (!longer.recording().delivered() || !ProofVerdict.detected(longer)) {
                    timeout.lengthen();
                    continue;
                }
            } else if (usedAllTime(mechanism, run)) {
                ProofRun again = run(mechanism, at, target);
                if (!again.recording().delivered()) {
                    continue;
                }
                if (!ProofVerdict.detected(again)) {
                    return new Outcome(
                            FaultVerdict.SURVIVED, ProofVerdict.survived(again.result()), Optional.of(again));
                }
            }
            if (!isRedWithoutFault()) {
                return new Outcome(FaultVerdict.DETECTED, run.result().reason(), Optional.of(run));
            }
        }
        String why = undecided == null
                ? "the canary did not send " + at.shown()
                        + " again, so no fault could be injected into its response: let it"
                        + " send the same requests in each run"
                : undecided;
        return new Outcome(FaultVerdict.UNDECIDED, why, Optional.empty());
    }

    /** A canary that asks for several things in turn until all are right asks for each more often in some runs. */
    private static boolean isSeldomSent(FaultTarget target, ProofRun run) {
        int groups = run.recording().groups(target.key());
        return run.result().healthy() && groups > 0 && groups <= target.group();
    }

    /** Learns what differs from run to run, where a request was not seen again; returns whether there was something. */
    private boolean learns(FaultCase missed, ProofRun run) {
        Optional<RequestKeys> wider = run.result().healthy()
                ? control.keys().apart(missed.members().get(0).request(), control.unknown(run.requests()))
                : Optional.empty();
        wider.ifPresent(keys -> control = new ControlRuns(control.first(), control.second(), keys));
        return wider.isPresent();
    }

    /** Returns the control runs, with what later runs have told of them. */
    ControlRuns control() {
        return control;
    }

    /** Runs the canary with no fault injected. */
    ProofRun healthyRun() throws IOException {
        return runner.run(Optional.empty(), control.keys(), Optional.of(timeout.text()));
    }

    /** Runs the canary with a fault in the responses to all requests of a case. */
    ProofRun faultyRun(FaultMechanism mechanism, FaultCase at) throws IOException {
        FaultCase current = at.numbered(control);
        return run(mechanism, current, current.target());
    }

    private ProofRun run(FaultMechanism mechanism, FaultCase at, FaultTarget target) throws IOException {
        InjectedFault fault = new InjectedFault(mechanism, target, at, timeout.tooLate());
        return runner.run(Optional.of(fault), control.keys(), Optional.of(timeout.text()));
    }

    private ProofRun runLonger(FaultMechanism mechanism, FaultCase at, FaultTarget target) throws IOException {
        var before = timeout.duration();
        timeout.lengthen();
        try {
            return run(mechanism, at, target);
        } finally {
            timeout.shorten(before);
        }
    }

    /** Returns whether a run was red for lack of time only, though the fault costs none and the canary does not ask again. */
    private boolean isOnlyLate(FaultMechanism mechanism, FaultCase at, ProofRun run) {
        return mechanism.fault().kind() != Fault.Kind.TIME
                && run.timedOut(timeout.duration())
                && run.recording().arrivals(at.id().key())
                        <= control.count(at.id().key());
    }

    /** A canary that is just in time when all is well may be red by chance, so a detection by time is repeated once. */
    private boolean usedAllTime(FaultMechanism mechanism, ProofRun run) {
        return mechanism.fault().kind() == Fault.Kind.TIME
                && run.result().duration().compareTo(timeout.duration()) >= 0;
    }

    /** A client may send a request again whose connection was lost before any response. */
    private boolean isSentAgain(FaultMechanism mechanism, FaultCase at, ProofRun run) {
        String key = at.id().key();
        return mechanism.fault().kind() == Fault.Kind.CONNECTION
                && run.recording().arrivals(key) > control.count(key);
    }

    /** Makes a control run; one that fails for lack of time gets more. */
    private boolean isRedWithoutFault() throws IOException {
        while (true) {
            ProofRun run = healthyRun();
            if (run.result().healthy()) {
                return false;
            }
            if (!run.timedOut(timeout.duration()) || !timeout.lengthen()) {
                undecided = RedControlRun.reason(run, control);
                return true;
            }
        }
    }
}
