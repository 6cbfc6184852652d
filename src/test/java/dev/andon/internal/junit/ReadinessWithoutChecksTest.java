package dev.andon.internal.junit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.Readiness;
import dev.andon.ReadinessChecks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.JUnitException;

class ReadinessWithoutChecksTest {

    /** Brings its checks. */
    static class WithChecks implements ReadinessChecks {}

    /** Brings no test at all. */
    static class WithoutTests {}

    /** Its tests never ask for readiness. */
    static class OwnTests {
        @Test
        void works() {}
    }

    /** Asks for readiness. */
    static class TakesReadiness {
        @Test
        void works(Readiness readiness) {}
    }

    /** Inherits a test that asks for readiness. */
    static class Inherits extends TakesReadiness {}

    private static void add(Class<?> readinessClass) {
        ReadinessWithoutChecks found = new ReadinessWithoutChecks();
        found.addFrom(List.of(readinessClass));
        found.failIfAny();
    }

    @Test
    void a_class_that_checks_nothing_fails_the_session() {
        for (Class<?> silent : List.of(WithoutTests.class, OwnTests.class)) {
            assertThatThrownBy(() -> add(silent))
                    .isInstanceOf(JUnitException.class)
                    .hasMessageContainingAll(silent.getName(), "ReadinessChecks");
        }
    }

    @Test
    void one_that_checks_something_does_not() {
        for (Class<?> checking : List.of(WithChecks.class, TakesReadiness.class, Inherits.class)) {
            assertThatCode(() -> add(checking)).doesNotThrowAnyException();
        }
    }
}
