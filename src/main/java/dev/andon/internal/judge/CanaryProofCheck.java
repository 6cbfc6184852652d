package dev.andon.internal.judge;

import dev.andon.canary.CanaryOutcome;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.KnownCanary;
import dev.andon.internal.evidence.ProofRecord;
import dev.andon.internal.evidence.ProofRecord.Proven;
import dev.andon.internal.formats.ProofReport;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.internal.require.Requirements;
import dev.andon.internal.text.ClassNames;
import java.util.List;

/** A practice that only a run of the canary shows: it is judged by the proof that this build wrote. */
abstract sealed class CanaryProofCheck implements PracticeCheck
        permits CanaryIdentifiedCheck, CanaryDetectsFailureCheck, CanaryOutagesStatedCheck {
    private static final String PROVE = "prove it against the running service: a @TestFactory that returns "
            + "CanaryProof.of({simple}.class).against(uri).tests()";

    static final FindingTemplate UNREADABLE = new FindingTemplate(
            "proof-unreadable",
            "its proof {file} cannot be read: {reason}",
            "remove the file and prove the canary again with this version of Andon");
    static final FindingTemplate PROVEN_ELSEWHERE =
            new FindingTemplate("proven-elsewhere", "proven by the service's build");
    static final FindingTemplate NOT_YET_PROVEN = new FindingTemplate(
            "not-yet-proven", "{canary} has not been proven yet{consequence}{earlier}", "run the whole build");
    static final FindingTemplate NEVER_PROVEN =
            new FindingTemplate("never-proven", "{canary} was never proven in this build{consequence}{earlier}", PROVE);
    static final FindingTemplate KNOWN_BY_FILE = new FindingTemplate(
            "known-by-file",
            "cannot determine: this build knows {canary} by {file} alone, and no proof lies beside that file",
            "keep the folder proofs of the canary's own build, target/andon/proofs, beside that file; or put the canary's artefact on "
                    + "the test class path and "
                    + PROVE);
    static final FindingTemplate NEVER_CONTACTED = new FindingTemplate(
            "never-contacted-target",
            "{canary}{of} never contacted its target, so it would stay green whatever the service does",
            "send its requests through CanaryClient, or to the address that CanaryTarget.uri() or one of its credentials "
                    + "gives: an address in the code is the same wherever the canary runs");

    /** Returns what follows from a missing proof, to be added to a sentence; empty where nothing does. */
    abstract String consequence();

    /** Judges a canary that was proven in this build. */
    abstract List<Result> proven(KnownCanary canary, Proven proof, BuildEvidence evidence);

    @Override
    public final List<Result> check(Subject subject, BuildEvidence evidence, Requirements requirements) {
        return subject instanceof Subject.OfCanary of ? check(of.canary(), evidence) : List.of();
    }

    private List<Result> check(KnownCanary canary, BuildEvidence evidence) {
        ProofRecord proof = evidence.canaryEvidence().proofs().get(canary.name());
        List<String> tests = List.of(canary.name());
        if (proof instanceof Proven proven) {
            return proven(canary, proven, evidence);
        }
        if (proof instanceof ProofRecord.Unreadable unreadable) {
            return List.of(
                    Result.violated(UNREADABLE.with("file", unreadable.file(), "reason", unreadable.why()), tests));
        }
        if (evidence.services().isEmpty()) {
            return List.of(Result.notApplicable(PROVEN_ELSEWHERE.with()));
        }
        if (canary.recorded() != null && canary.recorded().named()) {
            return List.of(Result.undecided(
                    KNOWN_BY_FILE.with(
                            "canary",
                            canary.label(),
                            "file",
                            canary.recorded().source(),
                            "simple",
                            ClassNames.simple(canary.name())),
                    tests));
        }
        String earlier = proof instanceof ProofRecord.Stale stale
                ? "; the proof of " + stale.at() + " in " + stale.file() + " is of an earlier build"
                : "";
        boolean mayStillBeProven = mayStillBeProven(evidence);
        Finding finding = (mayStillBeProven ? NOT_YET_PROVEN : NEVER_PROVEN)
                .with(
                        "canary",
                        canary.label(),
                        "simple",
                        ClassNames.simple(canary.name()),
                        "consequence",
                        consequence(),
                        "earlier",
                        earlier);
        return List.of(mayStillBeProven ? Result.undecided(finding, tests) : Result.violated(finding, tests));
    }

    /** Returns whether a test that may write a proof has not run yet. */
    static boolean mayStillBeProven(BuildEvidence evidence) {
        return !evidence.buildIsOver()
                && evidence.notRun().stream()
                        .map(TestClass::name)
                        .anyMatch(evidence.canaryEvidence().proving()::contains);
    }

    static boolean passedControlRun(ProofReport proof) {
        return proof.controlRun() == CanaryOutcome.SUCCESS || proof.controlRun() == CanaryOutcome.DEGRADED;
    }

    static String controlRun(ProofReport proof) {
        return "with no fault injected it ended as " + proof.controlRun().id()
                + (proof.reason().isEmpty() ? "" : " (" + proof.reason() + ")");
    }

    /** Returns whether no fault could be injected: it made no request, nor a connection of another protocol. */
    static boolean untried(ProofReport proof) {
        return proof.requests().isEmpty()
                && proof.faults().stream().allMatch(fault -> fault.verdict() == FaultVerdict.NOT_APPLICABLE);
    }

    /** Returns whether its target saw nothing of it, though it is for a route or asked for no other address. */
    static boolean neverContacted(KnownCanary canary, ProofReport proof) {
        return untried(proof) && (!proof.asked() || !canary.written().route().isBlank());
    }

    static Result neverContacted(KnownCanary canary) {
        String route = canary.written().route().trim();
        return Result.violated(
                NEVER_CONTACTED.with(
                        "canary", canary.label(), "of", route.isEmpty() ? "" : " is for " + route + " and"),
                List.of(canary.name()));
    }
}
