package dev.andon.internal.judge;

import dev.andon.Level;
import dev.andon.canary.Fault;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.KnownCanary;
import dev.andon.internal.evidence.ProofRecord.Proven;
import dev.andon.internal.formats.ProofReport;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.internal.require.Practice;
import dev.andon.internal.text.ClassNames;
import dev.andon.internal.text.FirstFew;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges whether a canary fails when faults are injected into the service. */
final class CanaryDetectsFailureCheck extends CanaryProofCheck {
    static final Practice PRACTICE = Practice.ofLevel(Level.OPERABLE, Practice.Scope.CANARY, "canary-detects-failure");

    private static final String CHECK_RESPONSES = "let it check the status and a value of each response that matters";

    static final FindingTemplate DETECTS =
            new FindingTemplate("detects", "failed under {count:injected fault}{waived}{noValue}{downgraded}");
    static final FindingTemplate NOT_PROVEN = new FindingTemplate(
            "not-proven", "{canary} was not proven: {controlRun}", "let it pass against a healthy service first");
    static final FindingTemplate FAILS_ALWAYS = new FindingTemplate(
            "fails-always",
            "{canary} fails against a healthy service: {controlRun}",
            "let it pass against a healthy service first: what always fails detects nothing");
    private static final String PROVE_YOURSELF =
            "show in a test of your own that it fails when the service does, and name the test in the proof: "
                    + ".provenBy({simple}.class, RedTest.class)";

    static final FindingTemplate NO_FAULT_POSSIBLE = new FindingTemplate(
            "no-fault-possible",
            "no fault can be injected into what {canary} does, since it does not speak HTTP/1.1 to its target, so it is not "
                    + "known whether it fails when the service does",
            PROVE_YOURSELF);
    static final FindingTemplate PROVING_TEST_NOT_PASSED = new FindingTemplate(
            "proving-test-not-passed",
            "{test}, which is to show that {canary} fails when the service does, has not run and passed in this build",
            "run it in this build, or name another one");
    static final FindingTemplate PROVEN_BY_TEST =
            new FindingTemplate("proven-by-test", "{test} shows that it fails when the service does");
    static final FindingTemplate PROBLEM = new FindingTemplate("problem", "{canary} {found}", "{fix}");
    static final FindingTemplate CANNOT_DETERMINE = new FindingTemplate(
            "cannot-determine",
            "cannot determine whether {canary} detects failures: {reason}",
            "remove that cause, and prove it again");
    static final FindingTemplate SURVIVED = new FindingTemplate(
            "survived",
            "{canary} stays green when the service {faults|3}",
            CHECK_RESPONSES
                    + "; where a fault cannot apply, waive it by name: @WaiveFault(value = Fault.{first}, reason = \"…\")");
    static final FindingTemplate NOT_TRIED = new FindingTemplate(
            "not-tried", "{canary} was not tried with {faults} ({file})", "prove it again with this version of Andon");
    static final FindingTemplate NOTHING_DETECTED = new FindingTemplate(
            "nothing-detected", "{canary} detected no fault at all: each is waived or not applicable", CHECK_RESPONSES);

    private static final String STAYS_GREEN = "it stays green";
    private static final int REQUESTS_SHOWN = 2;
    private static final int LONGEST_REASON = 120;

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    String consequence() {
        return "";
    }

    @Override
    List<Result> proven(KnownCanary canary, Proven proven, BuildEvidence evidence) {
        ProofReport proof = proven.report();
        List<String> tests = List.of(canary.name());
        if (!passedControlRun(proof) && !proof.undecided().isEmpty()) {
            return List.of(Result.undecided(
                    CANNOT_DETERMINE.with("canary", canary.label(), "reason", proof.undecided()), tests));
        }
        if (!passedControlRun(proof)) {
            FindingTemplate template = proof.requests().isEmpty() ? NOT_PROVEN : FAILS_ALWAYS;
            return List.of(
                    Result.violated(template.with("canary", canary.label(), "controlRun", controlRun(proof)), tests));
        }
        if (neverContacted(canary, proof)) {
            return List.of(neverContacted(canary));
        }
        if (proof.requests().isEmpty() && count(proof, FaultVerdict.SURVIVED) == 0) {
            return List.of(provenByTest(canary, proof, evidence));
        }
        List<Finding> faults = faults(canary, proven);
        if (!faults.isEmpty()) {
            return faults.stream().map(fault -> Result.violated(fault, tests)).toList();
        }
        Optional<String> undecided = undecided(proof);
        if (undecided.isPresent()) {
            return List.of(Result.undecided(
                    CANNOT_DETERMINE.with("canary", canary.label(), "reason", undecided.get()), tests));
        }
        long waived = count(proof, FaultVerdict.WAIVED);
        return List.of(Result.met(
                DETECTS.with(
                        "count",
                        count(proof, FaultVerdict.DETECTED),
                        "waived",
                        waived == 0 ? "" : ", " + waived + " waived",
                        "noValue",
                        verifiesNoValue(proof) ? "; it verifies no value, since no response has one" : "",
                        "downgraded",
                        proof.downgraded().isEmpty() ? "" : "; the proof ran " + proof.downgraded()),
                tests));
    }

    private static boolean verifiesNoValue(ProofReport proof) {
        return proof.faults().stream()
                .anyMatch(fault ->
                        fault.fault() == Fault.CHANGED_VALUE && fault.verdict() == FaultVerdict.NOT_APPLICABLE);
    }

    private static Optional<String> undecided(ProofReport proof) {
        return Optional.of(proof.undecided())
                .filter(reason -> !reason.isEmpty())
                .or(() -> proof.faults().stream()
                        .filter(fault -> fault.verdict() == FaultVerdict.UNDECIDED)
                        .map(FaultResult::reason)
                        .findFirst());
    }

    /** What speaks another protocol can be proven by a test of its author's only. */
    private static Result provenByTest(KnownCanary canary, ProofReport proof, BuildEvidence evidence) {
        List<String> tests = List.of(canary.name());
        if (proof.provenBy().isEmpty()) {
            return Result.undecided(
                    NO_FAULT_POSSIBLE.with("canary", canary.label(), "simple", ClassNames.simple(canary.name())),
                    tests);
        }
        Optional<TestClass> proving = evidence.testClasses().stream()
                .filter(testClass -> testClass.name().equals(proof.provenBy()))
                .findFirst();
        boolean passed = proving.stream()
                .flatMap(testClass -> testClass.methods().stream())
                .anyMatch(evidence.results()::passed);
        if (passed) {
            return Result.met(PROVEN_BY_TEST.with("test", proof.provenBy()), List.of(proof.provenBy()));
        }
        boolean mayStillRun =
                proving.filter(evidence.mayStillCount(null)::contains).isPresent();
        Finding finding = PROVING_TEST_NOT_PASSED.with("test", proof.provenBy(), "canary", canary.label());
        return mayStillRun ? Result.undecided(finding, tests) : Result.violated(finding, tests);
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
                            survived.stream()
                                    .collect(Collectors.groupingBy(
                                            FaultResult::fault, LinkedHashMap::new, Collectors.toList()))
                                    .values()
                                    .stream()
                                    .map(CanaryDetectsFailureCheck::text)
                                    .toList(),
                            "first",
                            survived.get(0).fault().name())
                    .identifiedBy(
                            survived.stream().map(fault -> fault.fault().id()).toList()));
        }
        proof.problems()
                .forEach(problem -> faults.add(
                        PROBLEM.with("canary", canary.label(), "found", problem.found(), "fix", problem.fix())));
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

    private static String text(List<FaultResult> survived) {
        FaultResult fault = survived.get(0);
        List<String> requests = survived.stream()
                .map(FaultResult::request)
                .filter(request -> !request.isEmpty())
                .toList();
        boolean plain = fault.reason().isEmpty() || fault.reason().equals(STAYS_GREEN);
        return fault.fault().does()
                + (requests.isEmpty() ? "" : " at " + FirstFew.of(requests, REQUESTS_SHOWN))
                + (plain ? "" : " (" + shortened(fault.reason()) + ")");
    }

    /** The file of the proof holds the whole reason. */
    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }

    /** Returns how many faults have such a result, for whichever requests. */
    private static long count(ProofReport proof, FaultVerdict verdict) {
        return proof.faults().stream()
                .filter(fault -> fault.verdict() == verdict)
                .map(FaultResult::fault)
                .distinct()
                .count();
    }
}
