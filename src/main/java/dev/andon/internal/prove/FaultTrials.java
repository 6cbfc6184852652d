package dev.andon.internal.prove;

import dev.andon.internal.formats.FaultedMethod;
import dev.andon.internal.formats.MethodFault;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.formats.MethodFaultResult.Verdict;
import dev.andon.internal.prove.MethodFaultTrial.End;
import dev.andon.internal.prove.MethodFaultTrial.Trial;
import dev.andon.internal.prove.agent.Injection;
import dev.andon.internal.prove.agent.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tries the faults of a plan, one after the other, until the budget is spent. */
final class FaultTrials {

    private final ProofPlan plan;
    private final TestControlRuns control;
    private final MethodFaultTrial trial;
    private long millis;

    FaultTrials(ProofPlan plan, TestControlRuns control, MethodFaultTrial trial) {
        this.plan = plan;
        this.control = control;
        this.trial = trial;
    }

    /** Returns how long all trials took. */
    long millis() {
        return millis;
    }

    int executions() {
        return trial.executions();
    }

    long neededMillis() {
        return trial.neededMillis();
    }

    /** One fault of one method; the probe is the method's place among the candidates, the number that of the fault. */
    private record Fault(FaultedMethod method, int probe, MethodFault what, int number) {}

    /** Returns the results in the order of the candidates. */
    List<MethodFaultResult> run(ProofProgress progress) {
        List<Fault> faults = faults(plan.candidates());
        Map<Integer, MethodFaultResult> results = new TreeMap<>();
        List<Fault> open = new ArrayList<>();
        for (Fault fault : faults) {
            MethodFaultResult known = withoutTrial(fault);
            if (known != null) {
                results.put(fault.number(), known);
            } else {
                open.add(fault);
            }
        }
        open.sort(Comparator.comparing(fault -> !plan.firstTried().contains(ProofPlan.key(fault.method()))));
        long begin = System.nanoTime();
        for (int i = 0; i < open.size(); i++) {
            Fault fault = open.get(i);
            Duration spent = Duration.ofNanos(System.nanoTime() - begin);
            results.put(
                    fault.number(),
                    spent.compareTo(plan.budget()) >= 0
                            ? result(
                                    fault,
                                    Verdict.NOT_TRIED,
                                    "the budget of " + ProofResults.words(plan.budget()) + " was spent",
                                    List.of(),
                                    "")
                            : tried(fault));
            Duration now = Duration.ofNanos(System.nanoTime() - begin);
            progress.tell(
                    i + 1, open.size(), now.multipliedBy(open.size() - i - 1L).dividedBy(i + 1L));
        }
        millis = (System.nanoTime() - begin) / 1_000_000;
        return List.copyOf(results.values());
    }

    private static List<Fault> faults(List<FaultedMethod> candidates) {
        List<Fault> faults = new ArrayList<>();
        for (int probe = 0; probe < candidates.size(); probe++) {
            FaultedMethod method = candidates.get(probe);
            for (MethodFault what : MethodFault.values()) {
                if (what != MethodFault.CHANGED_VALUE || !method.entryPoint().isEmpty()) {
                    faults.add(new Fault(method, probe, what, faults.size()));
                }
            }
        }
        return faults;
    }

    private @Nullable MethodFaultResult withoutTrial(Fault fault) {
        List<ReachingTest> tests = control.reaching(fault.probe());
        String unprobed = control.obstacle(fault.probe());
        if (tests.isEmpty() && !unprobed.isEmpty()) {
            return result(fault, Verdict.UNDECIDED, "no fault can be injected into it: " + unprobed, List.of(), "");
        }
        if (tests.isEmpty()) {
            return control.onlyAtFirst(fault.probe())
                    ? result(
                            fault,
                            Verdict.UNDECIDED,
                            "it ran in the first control run alone: while the application started, or its answer is "
                                    + "cached since",
                            List.of(),
                            "")
                    : result(fault, Verdict.NOT_REACHED, "no chosen test reaches it", List.of(), "");
        }
        String obstacle = Applicability.obstacle(fault.what(), control.observation(fault.probe()));
        if (!obstacle.isEmpty()) {
            return result(fault, Verdict.NOT_APPLICABLE, obstacle, tests, "");
        }
        return plan.shard().holds(fault.number())
                ? null
                : result(fault, Verdict.NOT_TRIED, "another job tries it", tests, "");
    }

    private MethodFaultResult tried(Fault fault) {
        List<ReachingTest> tests = control.reaching(fault.probe());
        if (tests.isEmpty()) {
            return result(fault, Verdict.UNDECIDED, "its tests are left out by now", tests, "");
        }
        boolean acted = false;
        boolean missing = false;
        String unrelated = "";
        for (Injection injection : Applicability.injections(fault.what(), control.observation(fault.probe()))) {
            for (List<ReachingTest> group : groups(tests)) {
                Trial one = trial.tryOn(group, fault.probe(), injection);
                if (one.end() == End.RED) {
                    return result(fault, Verdict.DETECTED, "", tests, one.by());
                }
                acted |= one.acted();
                missing |= one.end() == End.NO_TESTS;
                unrelated = one.end() == End.UNRELATED ? one.by() : unrelated;
            }
        }
        if (!unrelated.isEmpty()) {
            return result(fault, Verdict.UNDECIDED, unrelated + " failed, though the fault had not acted", tests, "");
        }
        if (missing) {
            return result(
                    fault,
                    Verdict.UNDECIDED,
                    "tests that could detect it fail by now without a fault, and are left out",
                    tests,
                    "");
        }
        return acted
                ? result(fault, Verdict.SURVIVED, "", tests, "")
                : result(fault, Verdict.UNDECIDED, "no test called it again when the fault was injected", tests, "");
    }

    /** The fastest test alone, which detects most faults, then the others by class. */
    static List<List<ReachingTest>> groups(List<ReachingTest> tests) {
        List<List<ReachingTest>> groups = new ArrayList<>();
        groups.add(List.of(tests.get(0)));
        Map<String, List<ReachingTest>> byClass = new LinkedHashMap<>();
        for (ReachingTest test : tests.subList(1, tests.size())) {
            byClass.computeIfAbsent(test.testClass(), name -> new ArrayList<>()).add(test);
        }
        groups.addAll(byClass.values());
        return groups;
    }

    private MethodFaultResult result(
            Fault fault, Verdict verdict, String reason, List<ReachingTest> tests, String detectedBy) {
        Observation seen = control.observation(fault.probe());
        return new MethodFaultResult(
                fault.method(),
                fault.what(),
                Applicability.change(fault.what(), seen),
                verdict,
                reason,
                tests.stream().map(ReachingTest::name).distinct().toList(),
                detectedBy);
    }
}
