package dev.andon.internal.judge;

import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.text.ClassNames;
import java.util.List;

/** Names test classes and test methods in results. */
final class TestNames {
    private TestNames() {}

    /** Returns the method with its class's binary name. */
    static String full(TestMethod method) {
        return method.runsIn() + "." + method.name();
    }

    /** Returns the method with its class's simple name. */
    static String simple(TestMethod method) {
        return ClassNames.simple(method.runsIn()) + "." + method.name();
    }

    /** Returns the method with its class's simple name and where it is. */
    static String located(TestMethod method) {
        return simple(method) + " (" + method.location() + ")";
    }

    static String simple(TestClass testClass) {
        return ClassNames.simple(testClass.name());
    }

    /** Returns the simple name and where the class is. */
    static String located(TestClass testClass) {
        return simple(testClass) + " (" + testClass.location() + ")";
    }

    static List<String> simple(List<TestClass> testClasses) {
        return testClasses.stream().map(TestNames::simple).toList();
    }

    static List<String> full(List<TestClass> testClasses) {
        return testClasses.stream().map(TestClass::name).toList();
    }
}
