package dev.andon.archunit;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.judge.TestsEnabledCheck;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;

final class TestsShouldBeEnabled extends PracticeCondition {
    TestsShouldBeEnabled() {
        super("give a reason that holds for every disabled test");
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
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        return inventory.testClasses().stream()
                .flatMap(testClass -> testClass.methods().stream().flatMap(method -> fault(testClass, method, today)));
    }

    private static Stream<Map.Entry<String, String>> fault(TestClass testClass, TestMethod method, LocalDate today) {
        TestMethod.Disabled disabled = method.disabled();
        if (disabled == null) {
            return Stream.empty();
        }
        String test = "Test " + method.runsIn() + "." + method.name();
        return TestsEnabledCheck.fault(test, disabled, today).stream()
                .map(fault -> Map.entry(testClass.name(), fault.found() + " in (" + disabled.location() + ")"));
    }
}
