package dev.andon.internal.evidence.ledger;

import static org.junit.Assert.assertTrue;

import org.junit.Ignore;
import org.junit.experimental.categories.Category;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;
import org.junit.runner.RunWith;

/** What a build holds that is half way from JUnit 4 to Jupiter, and lists its classes in suites besides. */
public final class MixedTestCases {

    private MixedTestCases() {}

    public interface Slow {}

    @Category(Slow.class)
    public static class OldTestCases {
        @org.junit.Test
        public void passes() {
            assertTrue(true);
        }

        @org.junit.Test
        public void fails() {
            assertTrue("of old", false);
        }

        @Ignore("too old")
        @org.junit.Test
        public void ignored() {}
    }

    @Ignore("out of use")
    public static class RetiredTestCases {
        @org.junit.Test
        public void never() {}
    }

    public static class JUnit3TestCases extends junit.framework.TestCase {
        public void testOfOld() {
            assertEquals(1, 1);
        }
    }

    @Tag("new")
    static class NewTestCases {
        @Test
        void passes() {}

        @Nested
        class Inner {
            @Test
            void inside() {}
        }
    }

    @RunWith(org.junit.runners.Suite.class)
    @org.junit.runners.Suite.SuiteClasses({OldTestCases.class, JUnit3TestCases.class})
    public static class OldSuiteTestCases {}

    @Suite
    @SelectClasses({NewTestCases.class, OldTestCases.class})
    static class NewSuiteTestCases {}

    @Suite
    @SelectClasses(NewSuiteTestCases.class)
    static class SuiteOfSuitesTestCases {}

    /** Fails in its every second run only. */
    static class FailsEverySecondTimeTestCases {
        static int runs;

        @Test
        void once() {
            assertTrue(runs++ % 2 == 0);
        }
    }

    @Suite
    @SelectClasses(FailsEverySecondTimeTestCases.class)
    static class SuiteOfFailingTestCases {}
}
