package dev.andon.internal.evidence.links;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.bytecode.MethodBody;
import dev.andon.internal.bytecode.MethodKey;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.Assertions;
import java.util.HashSet;
import java.util.Set;

/** Finds which test methods assert; for now by their own code alone. */
public final class AssertionReach {
    private AssertionReach() {}

    /** Returns the methods that do. */
    public static Assertions find(CodeIndex index, Inventory inventory) {
        Set<TestMethod> asserting = new HashSet<>();
        for (TestClass testClass : inventory.testClasses()) {
            for (TestMethod method : testClass.methods()) {
                MethodBody body =
                        index.bodies(method.declaredIn()).get(new MethodKey(method.name(), method.descriptor()));
                if (body != null
                        && body.calls().stream()
                                .anyMatch(call -> call.owner().contains("Assert")
                                        || call.name().startsWith("expect"))) {
                    asserting.add(method);
                }
            }
        }
        return new Assertions(asserting);
    }
}
