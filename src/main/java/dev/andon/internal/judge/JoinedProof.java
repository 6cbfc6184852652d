package dev.andon.internal.judge;

import dev.andon.internal.formats.FaultedMethod;
import dev.andon.internal.formats.MethodFault;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.formats.MethodFaultResult.Verdict;
import dev.andon.internal.formats.Shard;
import dev.andon.internal.formats.TestProof;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joins proofs of the tests of one kind: those of several modules, or those of jobs that shared the faults. */
public final class JoinedProof {
    private static final List<Verdict> STRONGEST_FIRST = List.of(
            Verdict.DETECTED,
            // The tests of which this is said might detect what others do not.
            Verdict.UNDECIDED,
            Verdict.NOT_TRIED,
            Verdict.SURVIVED,
            Verdict.NOT_APPLICABLE,
            Verdict.NOT_REACHED);

    private JoinedProof() {}

    /** One fault, whoever injected it. */
    private record Fault(
            String className, String method, String descriptor, String service, String module, MethodFault what) {
        static Fault of(MethodFaultResult result) {
            FaultedMethod method = result.method();
            return new Fault(
                    method.className(),
                    method.method(),
                    method.descriptor(),
                    method.service(),
                    method.module(),
                    result.fault());
        }
    }

    /** Joins proofs of the same faults by the tests of several modules: what the tests of one detect is detected. */
    public static TestProof ofModules(List<TestProof> proofs) {
        List<TestProof> some =
                proofs.stream().filter(proof -> proof.undecided().isEmpty()).toList();
        String undecided = proofs.stream()
                .map(TestProof::undecided)
                .filter(reason -> !reason.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        if (some.isEmpty()) {
            return joined(proofs, List.of(), undecided, shard(proofs));
        }
        Collection<MethodFaultResult> faults = faults(some, JoinedProof::stronger);
        // The tests of which nothing is known might detect what the others do not.
        return joined(
                proofs,
                faults.stream()
                        .map(fault -> undecided.isEmpty()
                                        || (fault.verdict() != Verdict.SURVIVED
                                                && fault.verdict() != Verdict.NOT_REACHED)
                                ? fault
                                : with(fault, Verdict.UNDECIDED, undecided))
                        .toList(),
                "",
                shard(proofs));
    }

    /**
     * Joins what jobs showed that shared the faults: each fault as the job saw it that was to inject it. Faults of a job
     * that is missing, or could not prove anything, are undecided.
     */
    public static TestProof ofJobs(List<TestProof> proofs) {
        int total =
                proofs.stream().mapToInt(proof -> proof.shard().total()).max().orElse(1);
        List<TestProof> some = proofs.stream()
                .filter(proof -> proof.undecided().isEmpty() && proof.shard().total() == total)
                .toList();
        if (some.isEmpty()) {
            return joined(proofs, List.of(), proofs.get(0).undecided(), Shard.ALL);
        }
        List<MethodFaultResult> all = List.copyOf(faults(some, JoinedProof::moreDecided));
        List<MethodFaultResult> faults = new ArrayList<>();
        for (int number = 0; number < all.size(); number++) {
            int holder = Shard.holding(number, total).index();
            MethodFaultResult fault = all.get(number);
            List<TestProof> ofHolder = some.stream()
                    .filter(proof -> proof.shard().index() == holder)
                    .toList();
            faults.add(faults(ofHolder, JoinedProof::stronger).stream()
                    .filter(result -> Fault.of(result).equals(Fault.of(fault)))
                    .findFirst()
                    .orElseGet(() -> fault.verdict() == Verdict.NOT_TRIED
                            ? with(fault, Verdict.UNDECIDED, absent(proofs, new Shard(holder, total)))
                            : fault));
        }
        return joined(proofs, faults, "", Shard.ALL);
    }

    private static MethodFaultResult moreDecided(MethodFaultResult one, MethodFaultResult other) {
        return one.verdict() == Verdict.NOT_TRIED ? other : one;
    }

    private static String absent(List<TestProof> proofs, Shard shard) {
        return proofs.stream()
                .filter(proof -> proof.shard().equals(shard))
                .map(TestProof::undecided)
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .map(reason -> "the job of part " + shard + " of the faults could not prove anything: " + reason)
                .orElse("part " + shard + " of the faults is missing");
    }

    private static Collection<MethodFaultResult> faults(
            List<TestProof> proofs, BinaryOperator<MethodFaultResult> chosen) {
        Map<Fault, MethodFaultResult> faults = new LinkedHashMap<>();
        proofs.forEach(proof -> proof.faults().forEach(fault -> faults.merge(Fault.of(fault), fault, chosen)));
        return faults.values();
    }

    private static MethodFaultResult stronger(MethodFaultResult one, MethodFaultResult other) {
        MethodFaultResult first =
                STRONGEST_FIRST.indexOf(one.verdict()) <= STRONGEST_FIRST.indexOf(other.verdict()) ? one : other;
        List<String> tests = Stream.of(one, other)
                .flatMap(result -> result.tests().stream())
                .distinct()
                .toList();
        return new MethodFaultResult(
                first.method(),
                first.fault(),
                first.change(),
                first.verdict(),
                first.reason(),
                tests,
                first.detectedBy());
    }

    private static MethodFaultResult with(MethodFaultResult fault, Verdict verdict, String reason) {
        return new MethodFaultResult(fault.method(), fault.fault(), fault.change(), verdict, reason, fault.tests(), "");
    }

    /** The tests of all modules are run by the same job. */
    private static Shard shard(List<TestProof> proofs) {
        return proofs.get(0).shard();
    }

    private static TestProof joined(
            List<TestProof> proofs, List<MethodFaultResult> faults, String undecided, Shard shard) {
        List<TestProof.LeftOut> leftOut = new ArrayList<>();
        long start = 0;
        long control = 0;
        long injected = 0;
        int executions = 0;
        long needed = 0;
        for (TestProof proof : proofs) {
            leftOut.addAll(proof.leftOut());
            start += proof.timing().start();
            control += proof.timing().control();
            injected += proof.timing().faults();
            executions += proof.timing().executions();
            needed += proof.timing().neededMillis();
        }
        return new TestProof(
                proofs.get(0).version(),
                proofs.get(0).kind(),
                faults,
                leftOut.stream().distinct().toList(),
                undecided,
                shard,
                new TestProof.Timing(start, control, injected, executions, needed));
    }
}
