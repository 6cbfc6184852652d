package dev.andon.archunit;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.Assertions;
import dev.andon.internal.evidence.links.AssertionReach;
import java.util.Map;
import java.util.stream.Stream;

final class TestsShouldAssert extends PracticeCondition {
    TestsShouldAssert() {
        super("reach an assertion or a verification in every enabled test");
    }

    @Override
    Stream<String> subjects(Inventory inventory) {
        return inventory.testClasses().stream()
                .filter(testClass -> !testClass.readiness())
                .map(TestClass::name);
    }

    @Override
    String missing() {
        return "test: import the test classes too, without ImportOption.DoNotIncludeTests";
    }

    @Override
    Stream<Map.Entry<String, String>> faults(CodeIndex index, Inventory inventory) {
        Assertions assertions = AssertionReach.find(index, inventory);
        return inventory.testClasses().stream()
                .filter(testClass -> !testClass.readiness())
                .flatMap(testClass -> testClass.methods().stream()
                        .filter(method ->
                                method.disabled() == null || method.disabled().conditional())
                        .filter(method -> !assertions.asserts(method))
                        .map(method -> Map.entry(
                                testClass.name(),
                                "Test " + method.runsIn() + "." + method.name() + " asserts nothing in ("
                                        + method.location() + ")")));
    }
}
