package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodBody.Call;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.Assertions;
import dev.andon.internal.evidence.links.MethodSigns.Signs;
import dev.andon.internal.evidence.links.TestCode.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Finds which test methods reach an assertion or a verification, by their own code or that of helpers they call. */
public final class AssertionReach {

    /** No test reads so much code to find an assertion; one that does is taken to have none. */
    private static final int MOST_METHODS = 20_000;

    private final TestCode code;
    private final MethodSigns signs;

    private AssertionReach(CodeIndex index) {
        this.code = new TestCode(index);
        this.signs = new MethodSigns(code);
    }

    /** Returns the methods that do. */
    public static Assertions find(CodeIndex index, Inventory inventory) {
        AssertionReach reach = new AssertionReach(index);
        Set<TestMethod> asserting = new HashSet<>();
        Stream.concat(
                        inventory.testClasses().stream().flatMap(testClass -> testClass.methods().stream()),
                        inventory.canaries().stream()
                                .flatMap(canary -> canary.tests().stream())
                                .map(CanaryClass.Test::method))
                .distinct()
                .filter(reach::asserts)
                .forEach(asserting::add);
        return new Assertions(asserting);
    }

    private boolean asserts(TestMethod test) {
        return Expectations.declared(code.index(), test) || reaches(test);
    }

    private boolean reaches(TestMethod test) {
        Method start = new Method(test.declaredIn(), new MethodKey(test.name(), test.descriptor()));
        Set<Sign> found = EnumSet.noneOf(Sign.class);
        if (Expectations.endsSoftAssertions(code.index(), test)) {
            found.add(Sign.SOFT_ENDS);
        }
        Set<Method> seen = new HashSet<>(Set.of(start));
        Deque<Method> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && seen.size() < MOST_METHODS) {
            Method method = open.remove();
            Signs own = signs.of(method);
            found.addAll(own.own());
            if (method.equals(start)) {
                // A test may bear any name: only a helper's name says what its exceptions mean.
                found.remove(Sign.THROWS);
            }
            if (found.contains(Sign.ASSERTS)
                    || found.contains(Sign.THROWS)
                    || found.containsAll(Set.of(Sign.SOFT, Sign.SOFT_ENDS))) {
                return true;
            }
            for (Call call : own.calls()) {
                for (Method target : code.targets(method, call, test.runsIn())) {
                    if (seen.add(target)) {
                        open.add(target);
                    }
                }
            }
        }
        return false;
    }
}
