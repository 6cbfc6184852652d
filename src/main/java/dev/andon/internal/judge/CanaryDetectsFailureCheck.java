package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.canary.Fault;
import dev.andon.internal.evidence.KnownCanary;
import dev.andon.internal.evidence.ProofRecord.Proven;
import dev.andon.internal.formats.ProofReport;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.internal.require.Practice;
import dev.andon.internal.text.FirstFew;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Judges whether a canary fails when faults are injected into the service. */
final class CanaryDetectsFailureCheck extends CanaryProofCheck {
    static final Practice PRACTICE = Practice.ofLevel(Level.OPERABLE, Practice.Scope.CANARY, "canary-detects-failure");

    private static final String CHECK_RESPONSES = "let it check the status and a value of each response that matters";

    static final FindingTemplate DETECTS =
            new FindingTemplate("detects", "failed under {count:injected fault}{waived}{connectionOnly}");
    static final FindingTemplate NOT_PROVEN = new FindingTemplate(
            "not-proven", "{canary} was not proven: {controlRun}", "let it pass against a healthy service first");
    static final FindingTemplate FAILS_ALWAYS = new FindingTemplate(
            "fails-always",
            "{canary} fails against a healthy service: {controlRun}",
            "let it pass against a healthy service first: what always fails detects nothing");
    static final FindingTemplate NO_FAULT_POSSIBLE = new FindingTemplate(
            "no-fault-possible",
            "{canary} did not go to its target, so no fault could be injected, and it is not known whether it fails when "
                    + "the service does",
            "show in a test of your own that it fails when the service does, and waive this result with that test's name "
                    + "as the reason");
    static final FindingTemplate SURVIVED = new FindingTemplate(
            "survived",
            "{canary} stays green when the service {faults|3}",
            CHECK_RESPONSES
                    + "; where a fault cannot apply, waive it by name: @WaiveFault(value = Fault.{first}, reason = \"…\")");
    static final FindingTemplate WAIVED_WITHOUT_REASON =
            new FindingTemplate("waived-without-reason", "{canary} waives {fault} without a reason", "give the reason");
    static final FindingTemplate NOT_TRIED = new FindingTemplate(
            "not-tried", "{canary} was not tried with {faults} ({file})", "prove it again with this version of Andon");
    static final FindingTemplate NOTHING_DETECTED = new FindingTemplate(
            "nothing-detected", "{canary} detected no fault at all: each is waived or not applicable", CHECK_RESPONSES);

    private static final String STAYS_GREEN = "it stays green";
    private static final int REQUESTS_SHOWN = 2;
    private static final int LONGEST_REASON = 60;

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    String consequence() {
        return "";
    }

    @Override
    List<Result> proven(KnownCanary canary, Proven proven) {
        ProofReport proof = proven.report();
        List<String> tests = List.of(canary.name());
        if (!passedControlRun(proof)) {
            FindingTemplate template = proof.requests().isEmpty() ? NOT_PROVEN : FAILS_ALWAYS;
            return List.of(
                    Result.violated(template.with("canary", canary.label(), "controlRun", controlRun(proof)), tests));
        }
        if (neverContacted(canary, proof)) {
            return List.of(neverContacted(canary));
        }
        if (untried(proof)) {
            return List.of(Result.undecided(NO_FAULT_POSSIBLE.with("canary", canary.label()), tests));
        }
        List<Finding> faults = faults(canary, proven);
        if (!faults.isEmpty()) {
            return faults.stream().map(fault -> Result.violated(fault, tests)).toList();
        }
        long waived = count(proof, FaultVerdict.WAIVED);
        return List.of(Result.met(
                DETECTS.with(
                        "count",
                        count(proof, FaultVerdict.DETECTED),
                        "waived",
                        waived == 0 ? "" : ", " + waived + " waived",
                        "connectionOnly",
                        proof.requests().isEmpty()
                                ? " of its connection; its responses cannot be read, since it does not speak HTTP/1.1"
                                : ""),
                tests));
    }

    private static List<Finding> faults(KnownCanary canary, Proven proven) {
        ProofReport proof = proven.report();
        List<Finding> faults = new ArrayList<>();
        List<FaultResult> survived = proof.faults().stream()
                .filter(fault -> fault.verdict() == FaultVerdict.SURVIVED)
                .toList();
        if (!survived.isEmpty()) {
            faults.add(SURVIVED.with(
                    "canary",
                    canary.label(),
                    "faults",
                    survived.stream().map(CanaryDetectsFailureCheck::text).toList(),
                    "first",
                    survived.get(0).fault().name()));
        }
        proof.faults().stream()
                .filter(fault ->
                        fault.verdict() == FaultVerdict.WAIVED && fault.reason().isBlank())
                .forEach(fault -> faults.add(WAIVED_WITHOUT_REASON.with(
                        "canary", canary.label(), "fault", fault.fault().id())));
        Set<Fault> missing = EnumSet.allOf(Fault.class);
        proof.faults().forEach(fault -> missing.remove(fault.fault()));
        if (!missing.isEmpty()) {
            faults.add(NOT_TRIED.with(
                    "canary",
                    canary.label(),
                    "faults",
                    missing.stream().map(Fault::id).toList(),
                    "file",
                    proven.file()));
        }
        if (faults.isEmpty() && count(proof, FaultVerdict.DETECTED) == 0) {
            faults.add(NOTHING_DETECTED.with("canary", canary.label()));
        }
        return faults;
    }

    private static String text(FaultResult fault) {
        boolean plain = fault.reason().isEmpty() || fault.reason().equals(STAYS_GREEN);
        return fault.fault().does()
                + (fault.request().isEmpty()
                        ? ""
                        : " at " + FirstFew.of(List.of(fault.request().split(", ")), REQUESTS_SHOWN))
                + (plain ? "" : " (" + shortened(fault.reason()) + ")");
    }

    /** The file of the proof holds the whole reason. */
    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }

    private static long count(ProofReport proof, FaultVerdict verdict) {
        return proof.faults().stream()
                .filter(fault -> fault.verdict() == verdict)
                .count();
    }
}
