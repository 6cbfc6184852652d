package dev.andon.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.JUnitException;

class UnreportedFailuresTest {
    private static final String ANNOTATION =
            "@OperationalReadiness(includeServices = \"..*Service\", level = Level.NONE) @RequireTests(kind = TestKind.INTEGRATION)";
    private static final String SILENT = """
            implements ReadinessChecks {
                @Override
                @org.junit.jupiter.api.TestFactory
                public java.util.stream.Stream<org.junit.jupiter.api.DynamicTest> readiness(Readiness readiness) {
                    return java.util.stream.Stream.empty();
                }
            }
            """;

    @TempDir
    Path module;

    /** Runs the class, and then what the end of the launcher session does. */
    private void session(String annotations, String body) {
        new ReadinessProject(module)
                .shop()
                .readiness(annotations, body)
                .compile()
                .run();
        UnreportedFailures.OF_THIS_JVM.failIfAny();
    }

    @Test
    void failing_results_that_no_test_reports_fail_the_session() {
        assertThatThrownBy(() -> session(ANNOTATION, SILENT))
                .isInstanceOf(JUnitException.class)
                .hasMessageContaining("com.acme.shop.ShopReadinessTest (1)")
                .hasMessageContaining("do not override ReadinessChecks.readiness")
                .satisfies(failure -> assertThat(failure.getStackTrace()).isEmpty());
    }

    @Test
    void failing_results_that_are_failed_tests_do_not() {
        assertThatCode(() -> session(ANNOTATION, "implements ReadinessChecks {}"))
                .doesNotThrowAnyException();
    }

    @Test
    void nor_do_results_whose_checks_were_not_asked_for() {
        String own = "{ @Test void looks(Readiness readiness) { readiness.services(); } }";
        assertThatCode(() -> session(ANNOTATION, own)).doesNotThrowAnyException();
    }

    @Test
    void nor_does_a_class_that_failed_with_tests_and_was_run_again() {
        assertThatCode(() -> {
                    UnreportedFailures.OF_THIS_JVM.asked("com.acme.shop.ShopReadinessTest", 1);
                    UnreportedFailures.OF_THIS_JVM.reported("com.acme.shop.ShopReadinessTest");
                    UnreportedFailures.OF_THIS_JVM.asked("com.acme.shop.ShopReadinessTest", 0);
                    UnreportedFailures.OF_THIS_JVM.failIfAny();
                })
                .doesNotThrowAnyException();
    }
}
