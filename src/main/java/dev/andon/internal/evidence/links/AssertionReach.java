package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.CallPolicy;
import dev.andon.internal.bytecode.CodeGraph;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.MethodRef;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.discover.HelperCode;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.Assertions;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the test methods that reach an assertion or a verification, in their own code or in helpers that they call. */
public final class AssertionReach {

    private static final Set<AssertionEffect> SOFT_CHECKED = Set.of(AssertionEffect.SOFT, AssertionEffect.SOFT_ENDS);

    private final CodeGraph graph;
    private final CallPolicy helpers;
    private final AssertionEffects effects;

    private AssertionReach(CodeIndex index, HelperCode helpers) {
        this.graph = index.graph();
        this.helpers = helpers.policy().heardOnly();
        this.effects = new AssertionEffects(graph, helpers);
    }

    /** Returns the methods that reach one. */
    public static Assertions find(CodeIndex index, Inventory inventory) {
        HelperCode code = HelperCode.of(index, inventory);
        AssertionReach reach = new AssertionReach(index, code);
        Set<TestMethod> asserting = new HashSet<>();
        Stream.concat(
                        inventory.testClasses().stream().flatMap(testClass -> testClass.methods().stream()),
                        inventory.canaries().stream()
                                .flatMap(canary -> canary.tests().stream())
                                .map(CanaryClass.Test::method))
                .distinct()
                .filter(reach::asserts)
                .forEach(asserting::add);
        Map<TestMethod, String> runners = new HashMap<>();
        RunnerChecks checks = new RunnerChecks(index, code, reach::reaches);
        inventory.testClasses().stream()
                .flatMap(testClass -> testClass.methods().stream())
                .filter(method -> !asserting.contains(method))
                .forEach(method -> {
                    RunnerChecks.Check check = checks.of(method);
                    if (check.asserts()) {
                        asserting.add(method);
                    } else if (!check.unread().isEmpty()) {
                        runners.put(method, check.unread());
                    }
                });
        Set<TestMethod> startingOnly = inventory.testClasses().stream()
                .filter(TestClass::startsApplication)
                .flatMap(testClass -> testClass.methods().stream())
                .filter(method -> !asserting.contains(method) && !runners.containsKey(method))
                .filter(reach::callsNothing)
                .collect(Collectors.toSet());
        return new Assertions(asserting, startingOnly, Map.copyOf(runners));
    }

    private boolean callsNothing(TestMethod test) {
        MethodBody body = graph.index().code(test.declaredIn()).get(new MethodKey(test.name(), test.descriptor()));
        return body != null && body.calls().isEmpty();
    }

    private boolean asserts(TestMethod test) {
        return Expectations.declared(graph.index(), test) || reaches(test);
    }

    private boolean reaches(TestMethod test) {
        MethodRef start = new MethodRef(test.declaredIn(), new MethodKey(test.name(), test.descriptor()));
        Set<AssertionEffect> found = EnumSet.noneOf(AssertionEffect.class);
        if (Expectations.endsSoftAssertions(graph.index(), test)) {
            found.add(AssertionEffect.SOFT_ENDS);
        }
        // A test may have any name: only the name of a helper says what its exceptions mean.
        return reaches(List.of(start), test.runsIn(), found, start::equals);
    }

    /** Returns whether any method of a runner asserts. */
    private boolean reaches(String runner) {
        Set<AssertionEffect> found = EnumSet.noneOf(AssertionEffect.class);
        return reaches(graph.methodsOf(runner), runner, found, method -> false);
    }

    /**
     * Follows methods until an assertion is found.
     *
     * @param found what is known before, and takes up what they do
     * @param anyName the methods whose exceptions mean nothing
     */
    private boolean reaches(
            Collection<MethodRef> starts, String runsIn, Set<AssertionEffect> found, Predicate<MethodRef> anyName) {
        graph.follow(starts, helpers.on(runsIn), reached -> {
            found.addAll(effects.of(reached.method()));
            if (anyName.test(reached.method())) {
                found.remove(AssertionEffect.THROWS);
            }
            return !isChecked(found);
        });
        return isChecked(found);
    }

    private static boolean isChecked(Set<AssertionEffect> found) {
        return found.contains(AssertionEffect.ASSERTS)
                || found.contains(AssertionEffect.THROWS)
                || found.containsAll(SOFT_CHECKED);
    }
}
