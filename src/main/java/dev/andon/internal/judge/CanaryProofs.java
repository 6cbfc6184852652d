package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.Fault;
import dev.andon.internal.canary.spec.CanaryName;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.CanaryEvidence;
import dev.andon.internal.evidence.ProofRecord;
import dev.andon.internal.evidence.ProofRecord.Proven;
import dev.andon.internal.formats.ProofReport;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.internal.require.Practice;
import dev.andon.internal.text.FirstFew;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges what only a run shows, by the proof that this build wrote: {@code canary-identified} and
 * {@code canary-detects-failure}.
 */
final class CanaryProofs {
    private static final String ASK =
            "ask through CanaryClient, or where CanaryTarget.uri() or one of its credentials says: an address in the code is"
                    + " asked wherever the canary runs";
    private static final String STAYS_GREEN = "it stays green";
    private static final int SHOWN = 3;
    private static final int SHOWN_REQUESTS = 2;
    private static final int LONGEST_REASON = 60;

    private final EvidenceIndex known;
    private final Map<String, ProofRecord> proofs;
    private final boolean provable;

    CanaryProofs(EvidenceIndex known, CanaryEvidence findings) {
        this.known = known;
        this.proofs = findings.proofs();
        // Until a test that may write a proof has run, nobody can say that there is none.
        this.provable = !known.buildIsOver()
                && known.notRun().stream().map(TestClass::name).anyMatch(findings.proving()::contains);
    }

    PracticeResult judge(Practice practice, KnownCanary canary) {
        ProofRecord evidence = proofs.get(canary.name());
        if (evidence instanceof Proven proven) {
            return practice == Practice.CANARY_IDENTIFIED
                    ? identified(canary, proven.report())
                    : detects(canary, proven);
        }
        if (evidence instanceof ProofRecord.Unreadable unreadable) {
            return row(
                    practice,
                    Verdict.VIOLATED,
                    canary,
                    "its proof " + unreadable.file() + " cannot be read: " + unreadable.why(),
                    "remove the file and prove the canary again with this version of Andon");
        }
        if (known.services().isEmpty()) {
            return row(practice, Verdict.NOT_APPLICABLE, canary, "proven by the service's build", "");
        }
        String earlier = evidence instanceof ProofRecord.Stale stale
                ? "; the proof of " + stale.at() + " in " + stale.file() + " is of an earlier build"
                : "";
        return row(
                practice,
                provable ? Verdict.UNDECIDED : Verdict.VIOLATED,
                canary,
                canary.words()
                        + (provable ? " has not been proven yet" : " was never proven in this build")
                        + (practice == Practice.CANARY_IDENTIFIED ? ", so its requests were never seen" : "")
                        + earlier,
                provable ? "run the whole build" : prove(canary));
    }

    private static String prove(KnownCanary canary) {
        return "prove it against the running service: a @TestFactory that returns CanaryProof.of("
                + ServiceLabels.simple(canary.name()) + ".class).against(uri).tests()";
    }

    private static PracticeResult identified(KnownCanary canary, ProofReport proof) {
        Practice practice = Practice.CANARY_IDENTIFIED;
        String name = canary.written().name();
        if (!name.isEmpty() && !CanaryName.valid(name)) {
            return row(
                    practice,
                    Verdict.VIOLATED,
                    canary,
                    "@Canary(name = \"" + name + "\") on " + canary.words() + " cannot stand in a header",
                    "write lower-case letters, digits and dashes, or leave it out");
        }
        if (!proof.anonymous().isEmpty()) {
            return row(
                    practice,
                    Verdict.VIOLATED,
                    canary,
                    canary.words() + " does not say who it is, as seen on the wire: "
                            + String.join("; ", proof.anonymous()),
                    "send its requests through CanaryClient; by other means, send along CanarySteps.userAgent(), "
                            + "traceparent() and tracestate()");
        }
        if (!sane(proof)) {
            return row(
                    practice,
                    Verdict.UNDECIDED,
                    canary,
                    "not all requests of " + canary.words() + " were seen: " + controlRun(proof),
                    "let it pass against a healthy service first");
        }
        if (proof.requests().isEmpty()) {
            return !wentAstray(canary, proof)
                    ? row(practice, Verdict.NOT_APPLICABLE, canary, "it speaks no HTTP", "")
                    : row(practice, Verdict.VIOLATED, canary, neverAsked(canary), ASK);
        }
        return row(
                practice,
                Verdict.MET,
                canary,
                "said who it is in each of " + proof.requests().size() + " requests seen on the wire",
                "");
    }

    private static boolean sane(ProofReport proof) {
        return proof.controlRun() == CanaryOutcome.SUCCESS || proof.controlRun() == CanaryOutcome.DEGRADED;
    }

    private static String controlRun(ProofReport proof) {
        return "with no fault injected it ended as " + proof.controlRun().id()
                + (proof.reason().isEmpty() ? "" : " (" + proof.reason() + ")");
    }

    private static PracticeResult detects(KnownCanary canary, Proven proven) {
        ProofReport proof = proven.report();
        Practice practice = Practice.CANARY_DETECTS_FAILURE;
        if (!sane(proof)) {
            boolean silent = proof.requests().isEmpty();
            return row(
                    practice,
                    Verdict.VIOLATED,
                    canary,
                    canary.words()
                            + (silent ? " was not proven: " : " is red against a healthy service: ")
                            + controlRun(proof),
                    "let it pass against a healthy service first"
                            + (silent ? "" : ": what is always red detects nothing"));
        }
        if (wentAstray(canary, proof)) {
            return row(practice, Verdict.VIOLATED, canary, neverAsked(canary), ASK);
        }
        if (untried(proof)) {
            return row(
                    practice,
                    Verdict.UNDECIDED,
                    canary,
                    canary.words()
                            + " did not go where its target says, so no fault could be put in its way, and nobody "
                            + "knows whether it turns red",
                    "show in a test of your own that it fails when the service does, and waive this row with that test's "
                            + "name as the reason");
        }
        List<String> faults = new ArrayList<>();
        survived(proof, faults);
        missing(proven, faults);
        if (faults.isEmpty() && count(proof, FaultVerdict.DETECTED) == 0) {
            faults.add("detected no fault at all: each is waived or not applicable");
        }
        if (!faults.isEmpty()) {
            return row(
                    practice, Verdict.VIOLATED, canary, canary.words() + " " + String.join("; ", faults), fix(proof));
        }
        long waived = count(proof, FaultVerdict.WAIVED);
        return row(
                practice,
                Verdict.MET,
                canary,
                "turned red under " + count(proof, FaultVerdict.DETECTED) + " injected faults"
                        + (waived == 0 ? "" : ", " + waived + " waived")
                        + (proof.requests().isEmpty()
                                ? " of its connection; what it is answered nobody can read, since it speaks no HTTP/1.1"
                                : ""),
                "");
    }

    /** Whether its target saw nothing of it, though it is for a route, or though it asked for no other address. */
    private static boolean wentAstray(KnownCanary canary, ProofReport proof) {
        return untried(proof) && (!proof.asked() || !canary.written().route().isBlank());
    }

    private static String neverAsked(KnownCanary canary) {
        String of = canary.written().route().trim();
        return canary.words() + (of.isEmpty() ? "" : " is for " + of + " and")
                + " never asked its target, so it would stay green whatever the service does";
    }

    private static void survived(ProofReport proof, List<String> faults) {
        List<FaultResult> survived = proof.faults().stream()
                .filter(fault -> fault.verdict() == FaultVerdict.SURVIVED)
                .toList();
        if (!survived.isEmpty()) {
            faults.add("stays green when the service "
                    + FirstFew.of(survived.stream().map(CanaryProofs::words).toList(), SHOWN));
        }
        proof.faults().stream()
                .filter(fault ->
                        fault.verdict() == FaultVerdict.WAIVED && fault.reason().isBlank())
                .forEach(fault -> faults.add("waives " + fault.fault().id() + " without a reason"));
    }

    private static String words(FaultResult fault) {
        boolean plain = fault.reason().isEmpty() || fault.reason().equals(STAYS_GREEN);
        return fault.fault().does()
                + (fault.request().isEmpty()
                        ? ""
                        : " at " + FirstFew.of(List.of(fault.request().split(", ")), SHOWN_REQUESTS))
                + (plain ? "" : " (" + shortened(fault.reason()) + ")");
    }

    /** The whole stands in the file of the proof. */
    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }

    private static String fix(ProofReport proof) {
        return "let it check the status and a value of each answer that matters"
                + proof.faults().stream()
                        .filter(fault -> fault.verdict() == FaultVerdict.SURVIVED)
                        .findFirst()
                        .map(fault -> "; where a fault cannot apply, waive it by name: @WaiveFault(value = Fault."
                                + fault.fault().name() + ", reason = \"…\")")
                        .orElse("");
    }

    private static void missing(Proven proven, List<String> faults) {
        Set<String> missing =
                new LinkedHashSet<>(Arrays.stream(Fault.values()).map(Fault::id).toList());
        proven.report().faults().forEach(result -> missing.remove(result.fault().id()));
        if (!missing.isEmpty()) {
            faults.add("was not tried with " + String.join(", ", missing) + " (" + proven.file() + ")");
        }
    }

    /** A connection that does not speak HTTP has no requests, and faults can be injected into it all the same. */
    private static boolean untried(ProofReport proof) {
        return proof.requests().isEmpty()
                && proof.faults().stream().allMatch(fault -> fault.verdict() == FaultVerdict.NOT_APPLICABLE);
    }

    private static long count(ProofReport proof, FaultVerdict verdict) {
        return proof.faults().stream()
                .filter(fault -> fault.verdict() == verdict)
                .count();
    }

    private static PracticeResult row(
            Practice practice, Verdict verdict, KnownCanary canary, String found, String fix) {
        return KnownCanary.row(practice, verdict, List.of(canary), found, fix);
    }
}
