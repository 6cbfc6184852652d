package dev.andon.internal.judge;

import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.canary.spec.CanaryName;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.CanaryEvidence;
import dev.andon.internal.evidence.ProofRecord;
import dev.andon.internal.evidence.ProofRecord.Proven;
import dev.andon.internal.evidence.ProofRecord.Result;
import dev.andon.internal.evidence.ProofRecord.Tried;
import dev.andon.internal.require.Practice;
import dev.andon.internal.text.FirstFew;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Judges what only a run shows, by the proof that this build wrote: {@code canary-identified} and
 * {@code canary-detects-failure}.
 */
final class CanaryProofs {
    /** The faults that a proof tries, by their ids: one that leaves any out is no proof. */
    static final List<String> FAULTS = List.of(
            "status-500",
            "status-503",
            "status-404",
            "status-401",
            "empty-body",
            "html-page",
            "wrong-shape",
            "changed-value",
            "truncated-body",
            "reset",
            "slow",
            "stale");

    private static final String ASK =
            "ask through CanaryClient, or where CanaryTarget.uri() or one of its credentials says: an address in the code is"
                    + " asked wherever the canary runs";
    private static final String STAYS_GREEN = "it stays green";
    private static final int SHOWN = 3;
    private static final int SHOWN_EXCHANGES = 2;
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
            return practice == Practice.CANARY_IDENTIFIED ? identified(canary, proven) : detects(canary, proven);
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

    private static PracticeResult identified(KnownCanary canary, Proven proof) {
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
                    "not all requests of " + canary.words() + " were seen: " + undisturbed(proof),
                    "let it pass against a healthy service first");
        }
        if (proof.exchanges().isEmpty()) {
            return !wentAstray(canary, proof)
                    ? row(practice, Verdict.NOT_APPLICABLE, canary, "it speaks no HTTP", "")
                    : row(practice, Verdict.VIOLATED, canary, neverAsked(canary), ASK);
        }
        return row(
                practice,
                Verdict.MET,
                canary,
                "said who it is in each of " + proof.exchanges().size() + " requests seen on the wire",
                "");
    }

    private static boolean sane(Proven proof) {
        return proof.undisturbed().equals("success") || proof.undisturbed().equals("degraded");
    }

    private static String undisturbed(Proven proof) {
        return "undisturbed it ended as " + proof.undisturbed()
                + (proof.reason().isEmpty() ? "" : " (" + proof.reason() + ")");
    }

    private static PracticeResult detects(KnownCanary canary, Proven proof) {
        Practice practice = Practice.CANARY_DETECTS_FAILURE;
        if (!sane(proof)) {
            boolean silent = proof.exchanges().isEmpty();
            return row(
                    practice,
                    Verdict.VIOLATED,
                    canary,
                    canary.words()
                            + (silent ? " was not proven: " : " is red against a healthy service: ")
                            + undisturbed(proof),
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
        missing(proof, faults);
        if (faults.isEmpty() && count(proof, Result.DETECTED) == 0) {
            faults.add("detected no fault at all: each is waived or not applicable");
        }
        if (!faults.isEmpty()) {
            return row(
                    practice, Verdict.VIOLATED, canary, canary.words() + " " + String.join("; ", faults), fix(proof));
        }
        long waived = count(proof, Result.WAIVED);
        return row(
                practice,
                Verdict.MET,
                canary,
                "turned red under " + count(proof, Result.DETECTED) + " injected faults"
                        + (waived == 0 ? "" : ", " + waived + " waived")
                        + (proof.exchanges().isEmpty()
                                ? " of its connection; what it is answered nobody can read, since it speaks no HTTP/1.1"
                                : ""),
                "");
    }

    /** Whether its target saw nothing of it, though it is for a route, or though it asked for no other address. */
    private static boolean wentAstray(KnownCanary canary, Proven proof) {
        return untried(proof) && (!proof.asked() || !canary.written().route().isBlank());
    }

    private static String neverAsked(KnownCanary canary) {
        String of = canary.written().route().trim();
        return canary.words() + (of.isEmpty() ? "" : " is for " + of + " and")
                + " never asked its target, so it would stay green whatever the service does";
    }

    private static void survived(Proven proof, List<String> faults) {
        List<Tried> survived = proof.faults().stream()
                .filter(fault -> fault.result() == Result.SURVIVED)
                .toList();
        if (!survived.isEmpty()) {
            faults.add("stays green when the service "
                    + FirstFew.of(survived.stream().map(CanaryProofs::words).toList(), SHOWN));
        }
        proof.faults().stream()
                .filter(fault ->
                        fault.result() == Result.WAIVED && fault.reason().isBlank())
                .forEach(fault -> faults.add("waives " + fault.fault() + " without a reason"));
    }

    private static String words(Tried fault) {
        boolean plain = fault.reason().isEmpty() || fault.reason().equals(STAYS_GREEN);
        return fault.does()
                + (fault.exchange().isEmpty()
                        ? ""
                        : " at " + FirstFew.of(List.of(fault.exchange().split(", ")), SHOWN_EXCHANGES))
                + (plain ? "" : " (" + shortened(fault.reason()) + ")");
    }

    /** The whole stands in the file of the proof. */
    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }

    private static String fix(Proven proof) {
        return "let it check the status and a value of each answer that matters"
                + proof.faults().stream()
                        .filter(fault -> fault.result() == Result.SURVIVED)
                        .findFirst()
                        .map(fault -> "; where a fault cannot apply, waive it by name: @WaiveFault(value = Fault."
                                + fault.fault().toUpperCase(Locale.ROOT).replace('-', '_') + ", reason = \"…\")")
                        .orElse("");
    }

    private static void missing(Proven proof, List<String> faults) {
        Set<String> missing = new LinkedHashSet<>(FAULTS);
        proof.faults().forEach(fault -> missing.remove(fault.fault()));
        if (!missing.isEmpty()) {
            faults.add("was not tried with " + String.join(", ", missing) + " (" + proof.file() + ")");
        }
    }

    /** A connection that speaks no HTTP is no exchange, and can be struck all the same. */
    private static boolean untried(Proven proof) {
        return proof.exchanges().isEmpty()
                && proof.faults().stream().allMatch(fault -> fault.result() == Result.NOT_APPLICABLE);
    }

    private static long count(Proven proof, Result result) {
        return proof.faults().stream().filter(fault -> fault.result() == result).count();
    }

    private static PracticeResult row(
            Practice practice, Verdict verdict, KnownCanary canary, String found, String fix) {
        return KnownCanary.row(practice, verdict, List.of(canary), found, fix);
    }
}
