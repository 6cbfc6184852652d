package dev.andon.internal.junit;

import java.util.Collections;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The classes that the tests of the order run. */
final class OrderTestCases {

    private OrderTestCases() {}

    @Tag("operational-readiness")
    static class AReadinessTestCases {
        @Test
        void ready() {}
    }

    @Tag("operational-readiness")
    static class BReadinessTestCases {
        @Test
        void ready() {}
    }

    static class CTestCases {
        @Test
        void plain() {}
    }

    @Tag("unit")
    static class DTestCases {
        @Test
        void plain() {}
    }

    /** A user's own order. */
    static class Backwards implements ClassOrderer {
        @Override
        public void orderClasses(ClassOrdererContext context) {
            Collections.reverse(context.getClassDescriptors());
        }
    }
}
