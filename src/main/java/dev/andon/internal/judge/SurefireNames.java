package dev.andon.internal.judge;

import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.BuildEvidence;
import dev.andon.internal.evidence.NotRunReason;
import dev.andon.internal.text.ClassNames;
import dev.andon.internal.text.TestClassNames;

/** Tells which test classes Surefire runs by their names. */
final class SurefireNames {
    private SurefireNames() {}

    /** Returns an addition to a fix where the name may be why the test class has not run; empty otherwise. */
    static String advice(TestClass testClass, BuildEvidence evidence) {
        String simpleName = ClassNames.simple(testClass.name());
        boolean runByTask = evidence.notRunReason(testClass)
                .filter(reason -> reason.words().equals(NotRunReason.NO_TASK))
                .isPresent();
        return runByTask || evidence.results().failsafeRan() || TestClassNames.isSurefires(simpleName)
                ? ""
                : "; by default Surefire runs only Test*, *Test, *Tests and *TestCase: where " + simpleName
                        + " never runs, run it by Failsafe, as docs/maven.md of Andon says, or let its name end in Test";
    }
}
