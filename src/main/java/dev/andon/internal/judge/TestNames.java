package dev.andon.internal.judge;

import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.text.ClassNames;
import java.util.List;

/** Names test classes and test methods in results. */
final class TestNames {
    private TestNames() {}

    /** Returns the method with its class's binary name. */
    static String full(TestMethod method) {
        return method.runsIn() + "." + method.name();
    }

    /** Returns the method with its class's simple name and where it is. */
    static String located(TestMethod method) {
        return ClassNames.simple(method.runsIn()) + "." + method.name() + " (" + method.location() + ")";
    }

    /** Returns the method with its class's short name. */
    static String brief(TestMethod method, BuildEvidence evidence) {
        return evidence.shortName(method.runsIn()) + "." + method.name();
    }

    /** Returns the method with its class's short name and where it is. */
    static String located(TestMethod method, BuildEvidence evidence) {
        return brief(method, evidence) + " (" + method.location() + ")";
    }

    static String brief(TestClass testClass, BuildEvidence evidence) {
        return evidence.shortName(testClass.name());
    }

    /** Returns the short name and where the class is. */
    static String located(TestClass testClass, BuildEvidence evidence) {
        return brief(testClass, evidence) + " (" + testClass.location() + ")";
    }

    static List<String> brief(List<TestClass> testClasses, BuildEvidence evidence) {
        return testClasses.stream().map(testClass -> brief(testClass, evidence)).toList();
    }

    static List<String> full(List<TestClass> testClasses) {
        return testClasses.stream().map(TestClass::name).toList();
    }
}
