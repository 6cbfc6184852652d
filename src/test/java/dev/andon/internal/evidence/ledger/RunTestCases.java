package dev.andon.internal.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The classes that the ledger's own tests run. */
final class RunTestCases {

    static boolean failNow;

    private RunTestCases() {}

    @Tag("unit")
    static class PlainTestCases {
        @Test
        void passes() {}

        @Test
        void sometimes() {
            assertThat(failNow).isFalse();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void each(int value) {
            assertThat(value).isPositive();
        }

        @Disabled("no ticket")
        @ParameterizedTest
        @ValueSource(ints = 1)
        void neverEach(int value) {
            assertThat(value).isZero();
        }

        @TestFactory
        Stream<DynamicTest> made() {
            return Stream.of(DynamicTest.dynamicTest("a name", java.net.URI.create("readiness:x"), () -> {}));
        }

        @TestFactory
        Stream<DynamicTest> unmade() {
            return abort("nothing to make");
        }

        @Nested
        class Inner {
            @Test
            void inside() {}
        }
    }

    @Disabled("for a reason")
    static class DisabledTestCases {
        @Test
        void never() {}
    }

    static class AbortedTestCases {
        @BeforeAll
        static void setUp() {
            abort("no database");
        }

        @Test
        void never() {}
    }

    static class SecretTestCases {
        @BeforeAll
        static void setUp() {
            abort("nobody answers at amqp://shop:planted@queue:5672, sent Bearer planted1234");
        }

        @Test
        void never() {}
    }

    static class BrokenTestCases {
        @BeforeAll
        static void setUp() {
            throw new IllegalStateException("no port");
        }

        @Test
        void never() {}
    }

    static class NestedTroubleTestCases {
        @Test
        void passes() {}

        @Nested
        class Aborts {
            @BeforeAll
            static void setUp() {
                abort("not here");
            }

            @Test
            void never() {}
        }

        @Nested
        class FailsAfterwards {
            @Test
            void passes() {}

            @AfterAll
            static void tearDown() {
                throw new IllegalStateException("left open");
            }
        }
    }

    static class ManyTestCases {
        @TestFactory
        Stream<DynamicTest> many() {
            return IntStream.range(0, 50).mapToObj(i -> DynamicTest.dynamicTest("t" + i, () -> {}));
        }

        @Test
        void one() {}

        @Test
        void two() {}

        @Nested
        class Deep {
            @Test
            void three() {}
        }
    }
}
