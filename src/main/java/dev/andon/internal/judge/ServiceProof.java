package dev.andon.internal.judge;

import dev.andon.Evidence;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.formats.FaultedMethod;
import dev.andon.internal.formats.MethodFault;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.formats.MethodFaultResult.Verdict;
import dev.andon.internal.formats.TestProof;
import dev.andon.internal.require.ProofRequirement;
import dev.andon.internal.text.Durations;
import dev.andon.internal.text.FirstFew;
import dev.andon.internal.text.Plural;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges one service by the faults that were injected into its methods while the tests of one kind ran. */
final class ServiceProof {
    private static final int TESTS_SHOWN = 3;

    private final boolean entry;
    private final ProofRequirement required;
    private final TestProof proof;
    private final UnaryOperator<String> located;
    private final List<MethodFaultResult> faults;
    private final String kind;

    ServiceProof(Service service, ProofRequirement required, TestProof proof, BuildEvidence build) {
        this(
                service.name(),
                service.module(),
                service.tier() == Service.Tier.ENTRY,
                required,
                proof,
                test -> located(test, build));
    }

    /**
     * Judges what is known of a service by name.
     *
     * @param entry whether it is an entry point
     * @param located shows a test as people look for it
     */
    ServiceProof(
            String service,
            String module,
            boolean entry,
            ProofRequirement required,
            TestProof proof,
            UnaryOperator<String> located) {
        this.entry = entry;
        this.required = required;
        this.proof = proof;
        this.located = located;
        this.kind = required.kind().text();
        this.faults = proof.faults().stream()
                .filter(fault -> fault.method().service().equals(service)
                        && fault.method().module().equals(module))
                .toList();
    }

    List<Result> judge() {
        List<MethodFaultResult> detected = with(Verdict.DETECTED);
        List<MethodFaultResult> survived = with(Verdict.SURVIVED);
        // What only other code calls may be for other tests than these.
        List<MethodFaultResult> notReached = with(Verdict.NOT_REACHED).stream()
                .filter(fault -> !fault.method().entryPoint().isEmpty())
                .toList();
        List<MethodFaultResult> open = Stream.concat(with(Verdict.NOT_TRIED).stream(), with(Verdict.UNDECIDED).stream())
                .toList();
        int decided = detected.size() + survived.size() + notReached.size();
        if (decided + open.size() == 0) {
            return List.of(nothingApplicable());
        }
        double all = decided + open.size();
        if (detected.size() / all >= required.atLeast()) {
            return List.of(met(detected, decided));
        }
        if ((detected.size() + open.size()) / all < required.atLeast()) {
            return Stream.of(survived(survived), notReached(notReached))
                    .flatMap(List::stream)
                    .toList();
        }
        return Stream.of(notTried(), unclear()).flatMap(List::stream).toList();
    }

    private List<MethodFaultResult> with(Verdict verdict) {
        return faults.stream().filter(fault -> fault.verdict() == verdict).toList();
    }

    private Result nothingApplicable() {
        if (faults.isEmpty()) {
            return entry
                    ? Result.undecided(TestsDetectFailureCheck.NO_FAULT_POSSIBLE.with("kind", kind))
                    : Result.notApplicable(TestsDetectFailureCheck.NO_FAULT.with());
        }
        Finding finding = TestsDetectFailureCheck.NOTHING_APPLICABLE.with(
                "kind", kind, "reason", faults.get(0).reason());
        return entry ? Result.undecided(finding) : Result.notApplicable(finding);
    }

    private Result met(List<MethodFaultResult> detected, int decided) {
        int without = with(Verdict.NOT_APPLICABLE).size();
        return Result.met(
                        TestsDetectFailureCheck.DETECTED.with(
                                "kind",
                                kind,
                                "count",
                                detected.size(),
                                "share",
                                detected.size() == decided ? "" : " of " + decided,
                                "notApplicable",
                                without == 0 ? "" : "; " + without + " would change nothing",
                                "leftOut",
                                proof.leftOut().isEmpty()
                                        ? ""
                                        : "; " + Plural.count(proof.leftOut().size(), "test") + " left out"),
                        detected.stream()
                                .map(MethodFaultResult::detectedBy)
                                .map(ServiceProof::className)
                                .distinct()
                                .toList())
                .by(Evidence.PROVEN);
    }

    private List<Result> survived(List<MethodFaultResult> survived) {
        if (survived.isEmpty()) {
            return List.of();
        }
        Set<MethodFault> kinds = survived.stream().map(MethodFaultResult::fault).collect(Collectors.toSet());
        return List.of(Result.violated(
                TestsDetectFailureCheck.SURVIVED
                        .with("faults", byMethod(survived), "fix", fix(kinds))
                        .identifiedBy(survived.stream()
                                .map(fault -> fault.method().shown() + ":"
                                        + fault.fault().id())
                                .distinct()
                                .toList()),
                survived.stream()
                        .flatMap(fault -> fault.tests().stream())
                        .map(ServiceProof::className)
                        .distinct()
                        .toList()));
    }

    private List<String> byMethod(List<MethodFaultResult> survived) {
        Map<FaultedMethod, List<MethodFaultResult>> byMethod = survived.stream()
                .collect(Collectors.groupingBy(MethodFaultResult::method, LinkedHashMap::new, Collectors.toList()));
        return byMethod.values().stream().map(this::sentence).toList();
    }

    /** What one method did while which tests stayed green: one sentence, however many faults survived in it. */
    private String sentence(List<MethodFaultResult> faults) {
        FaultedMethod method = faults.get(0).method();
        List<String> did = faults.stream().map(MethodFaultResult::did).toList();
        List<String> tests = faults.get(0).tests();
        return method.named() + " (" + method.place() + ") " + String.join(" or ", did) + " and "
                + Plural.count(tests.size(), "test") + " stayed green: "
                + FirstFew.of(tests.stream().map(located).toList(), TESTS_SHOWN);
    }

    /** The test as people look for it: with the place of its method where the class files tell. */
    private static String located(String test, BuildEvidence build) {
        int hash = test.indexOf('#');
        String className = className(test);
        String method = hash < 0 ? "" : test.substring(hash + 1);
        return build.testClasses().stream()
                .flatMap(testClass -> testClass.methods().stream())
                .filter(found ->
                        found.runsIn().equals(className) && found.name().equals(method))
                .findFirst()
                .map(found -> TestNames.located(found, build))
                .orElseGet(() -> build.shortName(className) + (method.isEmpty() ? "" : "." + method));
    }

    private static String className(String test) {
        int hash = test.indexOf('#');
        return hash < 0 ? test : test.substring(0, hash);
    }

    private static String fix(Set<MethodFault> kinds) {
        List<String> steps = new ArrayList<>();
        if (kinds.contains(MethodFault.THROWS)) {
            steps.add("let the test fail on an error: do not catch it, and check the status or the effect");
        }
        if (kinds.contains(MethodFault.DOES_NOTHING)) {
            steps.add("check what the call returned or changed, not only that it returned");
        }
        if (kinds.contains(MethodFault.CHANGED_VALUE)) {
            steps.add("compare the values that matter with what they should be");
        }
        return String.join("; ", steps);
    }

    private List<Result> notReached(List<MethodFaultResult> notReached) {
        List<String> methods = methods(notReached);
        return methods.isEmpty()
                ? List.of()
                : List.of(Result.violated(TestsDetectFailureCheck.NOT_REACHED
                        .with("kind", kind, "methods", methods, "count", methods.size())
                        .identifiedBy(methods)));
    }

    private List<Result> notTried() {
        List<MethodFaultResult> left = with(Verdict.NOT_TRIED);
        if (!left.isEmpty() && proof.shard().total() > 1) {
            return List.of(Result.undecided(TestsDetectFailureCheck.OTHER_JOBS.with(
                    "kind", kind, "count", left.size(), "methods", methods(left), "part", proof.shard())));
        }
        return left.isEmpty()
                ? List.of()
                : List.of(Result.undecided(TestsDetectFailureCheck.NOT_TRIED.with(
                        "kind",
                        kind,
                        "count",
                        left.size(),
                        "methods",
                        methods(left),
                        "reason",
                        left.get(0).reason(),
                        "budget",
                        Durations.text(required.budget()))));
    }

    private List<Result> unclear() {
        List<MethodFaultResult> unclear = with(Verdict.UNDECIDED);
        return unclear.isEmpty()
                ? List.of()
                : List.of(Result.undecided(TestsDetectFailureCheck.UNCLEAR.with(
                        "kind",
                        kind,
                        "count",
                        unclear.size(),
                        "methods",
                        methods(unclear),
                        "reason",
                        unclear.get(0).reason())));
    }

    private static List<String> methods(List<MethodFaultResult> faults) {
        return faults.stream()
                .map(MethodFaultResult::method)
                .map(method -> method.shown() + " (" + method.place() + ")")
                .distinct()
                .toList();
    }
}
