package dev.andon.internal.judge;

import dev.andon.TestKind;
import dev.andon.internal.discover.Service;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.TestProofRecord;
import dev.andon.internal.formats.TestProof;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.ProofRequirement;
import dev.andon.internal.require.Requirements;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges whether the tests of a service turn red when faults are injected into its methods. */
final class TestsDetectFailureCheck implements PracticeCheck {
    static final Practice PRACTICE = Practice.optIn(Practice.Scope.SERVICE, "tests-detect-failure");

    static final FindingTemplate DETECTED =
            new FindingTemplate("detected", "{kind}s detect {count:injected fault}{share}{notApplicable}{leftOut}");
    static final FindingTemplate NO_FAULT =
            new FindingTemplate("no-fault", "it has no method that a fault can be injected into");
    static final FindingTemplate NO_FAULT_POSSIBLE = new FindingTemplate(
            "no-fault-possible",
            "cannot determine whether its {kind}s detect failures: it has no method of its own that a fault can be injected"
                    + " into",
            "require a proof of other services only, by services or packages of @RequireProof, or of the class that does the"
                    + " work");
    static final FindingTemplate NOT_REQUIRED = new FindingTemplate("not-required", "no @RequireProof applies to it");
    static final FindingTemplate NOTHING_APPLICABLE = new FindingTemplate(
            "nothing-applicable",
            "cannot determine whether its {kind}s detect failures: no fault changes what its methods do in them ({reason})",
            "let a test run it in the way that its users do");
    static final FindingTemplate NOT_PROVEN = new FindingTemplate(
            "not-proven", "cannot determine whether its {kind}s detect failures: {reason}", "{fix}");
    static final FindingTemplate SURVIVED = new FindingTemplate("survived", "{faults|5}", "{fix}");
    static final FindingTemplate NOT_REACHED = new FindingTemplate(
            "not-reached",
            "no {kind} runs {methods|5}",
            "write {kind}s that call {count?it:them} and check the answer");
    static final FindingTemplate NOT_TRIED = new FindingTemplate(
            "not-tried",
            "cannot determine whether its {kind}s detect {count:further fault}, in {methods|3}: {reason}",
            "raise the budget of @RequireProof, now {budget}, or let several jobs share the faults; the next build begins with "
                    + "these");
    static final FindingTemplate OTHER_JOBS = new FindingTemplate(
            "other-jobs",
            "cannot determine whether its {kind}s detect {count:further fault}, in {methods|3}: this is part {part} of the "
                    + "faults",
            "add up the reports of all jobs: andon audit merge");
    static final FindingTemplate UNCLEAR = new FindingTemplate(
            "unclear",
            "cannot determine whether its {kind}s detect {count:fault} in {methods|3}: {reason}",
            "remove that cause, and build again");

    private static final String RERUN = "see docs/proof.md for what keeps tests from running a second time";

    @Override
    public Practice practice() {
        return PRACTICE;
    }

    @Override
    public List<Result> check(Subject subject, BuildEvidence evidence, Requirements requirements) {
        if (!(subject instanceof Subject.OfService of)) {
            return List.of();
        }
        List<Result> results = requirements.proofs().stream()
                .filter(required -> required.appliesTo(of.name()))
                .flatMap(required -> judge(of.service(), required, evidence).stream())
                .toList();
        return results.isEmpty() ? List.of(Result.notApplicable(NOT_REQUIRED.with())) : results;
    }

    private static List<Result> judge(Service service, ProofRequirement required, BuildEvidence evidence) {
        TestProofRecord record = evidence.testProof(required.kind())
                .orElseGet(() -> new TestProofRecord.Missing("nothing was proven", "run the whole build"));
        String kind = required.kind().text();
        if (record instanceof TestProofRecord.Missing missing) {
            return List.of(
                    Result.undecided(NOT_PROVEN.with("kind", kind, "reason", missing.reason(), "fix", missing.fix())));
        }
        TestProof proof = ((TestProofRecord.Proven) record).proof();
        if (!proof.undecided().isEmpty()) {
            return List.of(undecided(required.kind(), proof));
        }
        return new ServiceProof(service, required, heedingLeftOut(proof, service, required, evidence), evidence)
                .judge();
    }

    /**
     * What a test would detect that is left out is not known, where its code reaches the service; of one for which there was
     * no time also where its code does not show what it reaches.
     */
    private static TestProof heedingLeftOut(
            TestProof proof, Service service, ProofRequirement required, BuildEvidence evidence) {
        Set<String> reaching =
                proof.leftOut().isEmpty() ? Set.of() : reaching(List.of(service), required.kind(), evidence);
        return proof.leftOut().stream()
                .filter(left -> reaching.contains(left.testClass()))
                .findFirst()
                .map(left -> left.test() + " " + left.reason())
                .or(() -> leftOutOfAll(proof, required, evidence))
                .map(proof::withDoubt)
                .orElse(proof);
    }

    private static Optional<String> leftOutOfAll(TestProof proof, ProofRequirement required, BuildEvidence evidence) {
        List<TestProof.LeftOut> forTime =
                proof.leftOut().stream().filter(TestProof.LeftOut::isForTime).toList();
        Set<String> reaching = forTime.isEmpty() ? Set.of() : reaching(evidence.services(), required.kind(), evidence);
        return forTime.stream()
                .filter(left -> !reaching.contains(left.testClass()))
                .findFirst()
                .map(left -> left.test() + " " + left.reason() + "; its code does not show which services it"
                        + " reaches, so that this holds for all");
    }

    private static Set<String> reaching(List<Service> services, TestKind kind, BuildEvidence evidence) {
        return services.stream()
                .flatMap(service -> evidence.testClasses(kind, service).stream())
                .map(TestClass::name)
                .collect(Collectors.toSet());
    }

    /** Returns the result where nothing could be proven. */
    static Result undecided(TestKind kind, TestProof proof) {
        return Result.undecided(NOT_PROVEN.with("kind", kind.text(), "reason", proof.undecided(), "fix", RERUN));
    }
}
