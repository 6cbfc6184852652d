package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.CallPolicy;
import dev.andon.internal.bytecode.CodeGraph;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.bytecode.MethodRef;
import dev.andon.internal.discover.CanaryClass;
import dev.andon.internal.discover.HelperCode;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.Assertions;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds which test methods reach an assertion or a verification, by their own code or that of helpers they call. */
public final class AssertionReach {

    private static final Set<Sign> SOFT_CHECKED = Set.of(Sign.SOFT, Sign.SOFT_ENDS);

    private final CodeGraph graph;
    private final CallPolicy helpers;
    private final MethodSigns signs;

    private AssertionReach(CodeIndex index, HelperCode helpers) {
        this.graph = index.graph();
        this.helpers = helpers.policy();
        this.signs = new MethodSigns(graph, helpers);
    }

    /** Returns the methods that do. */
    public static Assertions find(CodeIndex index, Inventory inventory) {
        AssertionReach reach = new AssertionReach(index, HelperCode.of(index, inventory));
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
        return Expectations.declared(graph.index(), test) || reaches(test);
    }

    private boolean reaches(TestMethod test) {
        MethodRef start = new MethodRef(test.declaredIn(), new MethodKey(test.name(), test.descriptor()));
        Set<Sign> found = EnumSet.noneOf(Sign.class);
        if (Expectations.endsSoftAssertions(graph.index(), test)) {
            found.add(Sign.SOFT_ENDS);
        }
        graph.follow(List.of(start), helpers.on(test.runsIn()), reached -> {
            found.addAll(signs.of(reached.method()));
            if (reached.method().equals(start)) {
                // A test may bear any name: only a helper's name says what its exceptions mean.
                found.remove(Sign.THROWS);
            }
            return !isChecked(found);
        });
        return isChecked(found);
    }

    private static boolean isChecked(Set<Sign> found) {
        return found.contains(Sign.ASSERTS) || found.contains(Sign.THROWS) || found.containsAll(SOFT_CHECKED);
    }
}
