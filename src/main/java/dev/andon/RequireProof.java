package dev.andon;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Requires that the tests of a service turn red when the service breaks: the practice {@code tests-detect-failure}. After
 * the tests have run, Andon starts them again in a JVM of its own, injects one fault after the other into the methods of
 * the services, and sees which of them the tests detect.
 *
 * <pre>{@code
 * @RequireProof
 * @RequireProof(kind = TestKind.UNIT, packages = "com.acme.prices", atLeast = 0.9, budget = "30s")
 * }</pre>
 *
 * <p>Where several requirements of one kind of test apply to a service, each must hold; their proof has the largest of
 * their budgets. The kinds {@link TestKind#CANARY} and {@link TestKind#ANY}, a share that is not between 0 and 1 and a
 * budget that is no duration throw {@link org.junit.jupiter.api.extension.ExtensionConfigurationException} before any
 * check runs.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(RequireProof.List.class)
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface RequireProof {

    /** The kind of test that must detect the faults. */
    TestKind kind() default TestKind.INTEGRATION;

    /** The services to which this requirement applies; empty, the default: all. */
    Class<?>[] services() default {};

    /** The packages, with all below them, to which this requirement applies; empty, the default: all. */
    String[] packages() default {};

    /** The share of the faults that must be detected, between 0 and 1. */
    double atLeast() default 1.0;

    /**
     * How long faults are injected: a number and a unit, {@code s}, {@code m} or {@code h}. Faults that are left then make
     * the result undecided, and are the first in the next build. The control runs, in which the application starts, do
     * not count; they may take five times the budget, and at least ten minutes.
     */
    String budget() default "2m";

    /** Holds several {@link RequireProof}. */
    @Documented
    @Inherited
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        /** The requirements. */
        RequireProof[] value();
    }
}
