package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.KnownCanary;
import dev.andon.internal.evidence.ProofRecord.Proven;
import dev.andon.internal.formats.InjectedOutage;
import dev.andon.internal.formats.InjectedOutage.StatedOutage;
import dev.andon.internal.formats.ProofReport;
import dev.andon.internal.require.Practice;
import java.util.List;
import java.util.Optional;

/**
 * Judges whether outages can be stated from a canary's record. A build holds no log of production: the outage that the proof
 * injected must lie within what the record of the proof's own runs states.
 */
final class CanaryOutagesStatedCheck extends CanaryProofCheck {
    static final Practice PRACTICE = Practice.ofLevel(Level.WATCHED, Practice.Scope.CANARY, "canary-outages-stated");

    static final FindingTemplate STATED =
            new FindingTemplate("stated", "its record states the outage that its proof injected: {sentence}");
    static final FindingTemplate NOTHING_STATED = new FindingTemplate(
            "nothing-stated",
            "the record of {canary} states no outage, though {runs:run} met an injected fault ({fault}) from {from} to {to}",
            "let each run fail when the service does: it must keep nothing from an earlier run");
    static final FindingTemplate SEVERAL_STATED = new FindingTemplate(
            "several-stated",
            "the record of {canary} states {count} outages, though one was injected ({fault}) from {from} to {to}",
            "let each run of the canary be one test, of one operation, with the same result while the service is down");
    static final FindingTemplate RECOVERED = new FindingTemplate(
            "recovered",
            "{canary} failed in {bad} of {runs:run} that met an injected fault ({fault}): its record states an outage that "
                    + "is too short",
            "let each run fail when the service does: it must keep nothing from an earlier run");
    static final FindingTemplate OUTSIDE = new FindingTemplate(
            "outside-of-bounds",
            "the outage that was injected into {canary} ({fault}) from {from} to {to} does not lie within what its record "
                    + "states: began {beganAfter} to {beganBy}, ended {endedFrom} to {endedBefore}",
            "let its one test fail in each run while the service is down, and pass in each other run");
    static final FindingTemplate NOT_INJECTED = new FindingTemplate(
            "not-injected",
            "no outage was injected into {canary}: {why}",
            "let the canary fail under the injected faults, and pass in a few seconds without them");
    static final FindingTemplate EARLIER_VERSION = new FindingTemplate(
            "proof-of-earlier-version",
            "the proof of {canary}, {file}, holds no injected outage",
            "prove the canary again, with all tests of its proof and this version of Andon");

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    String consequence() {
        return ", so no outage was stated from its record";
    }

    @Override
    List<Result> proven(KnownCanary canary, Proven proven, BuildEvidence evidence) {
        ProofReport proof = proven.report();
        if (neverContacted(canary, proof)) {
            return List.of(neverContacted(canary));
        }
        List<String> tests = List.of(canary.name());
        Optional<InjectedOutage> outage = proof.outage();
        if (outage.isEmpty()) {
            Finding finding = passedControlRun(proof)
                    ? EARLIER_VERSION.with("canary", canary.label(), "file", proven.file())
                    : NOT_INJECTED.with("canary", canary.label(), "why", controlRun(proof));
            return List.of(Result.undecided(finding, tests));
        }
        return List.of(judge(canary, outage.get(), tests));
    }

    private static Result judge(KnownCanary canary, InjectedOutage outage, List<String> tests) {
        if (!outage.undecided().isEmpty()) {
            return Result.undecided(NOT_INJECTED.with("canary", canary.label(), "why", outage.undecided()), tests);
        }
        List<StatedOutage> stated = outage.stated();
        if (outage.isStated()) {
            return Result.met(
                    STATED.with("sentence", withoutFullStop(stated.get(0).sentence())), tests);
        }
        if (stated.isEmpty()) {
            return Result.violated(NOTHING_STATED.with(injected(canary, outage)), tests);
        }
        if (stated.size() > 1) {
            return Result.violated(SEVERAL_STATED.with(injected(canary, outage)).with("count", stated.size()), tests);
        }
        StatedOutage one = stated.get(0);
        if (one.bad() < outage.runs()) {
            return Result.violated(RECOVERED.with(injected(canary, outage)).with("bad", one.bad()), tests);
        }
        return Result.violated(
                OUTSIDE.with(injected(canary, outage))
                        .with(
                                "beganAfter",
                                one.beganAfter().map(Object::toString).orElse("at any time"))
                        .with("beganBy", one.beganBy().toString())
                        .with("endedFrom", one.endedFrom().toString())
                        .with(
                                "endedBefore",
                                one.endedBefore().map(Object::toString).orElse("any time")),
                tests);
    }

    private static Object[] injected(KnownCanary canary, InjectedOutage outage) {
        return new Object[] {
            "canary",
            canary.label(),
            "runs",
            outage.runs(),
            "fault",
            outage.fault(),
            "from",
            outage.from().toString(),
            "to",
            outage.to().toString()
        };
    }

    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
