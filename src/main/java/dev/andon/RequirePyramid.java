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
 * Requires that there are at least as many unit tests as integration tests, at least as many integration tests as
 * end-to-end tests, and at least as many end-to-end tests as canaries: the practice {@code pyramid}. Test methods are
 * counted, not invocations.
 *
 * <pre>{@code
 * @RequirePyramid(unitToIntegration = 2, unitMillis = 500)
 * }</pre>
 *
 * <p>A negative number throws {@link org.junit.jupiter.api.extension.ExtensionConfigurationException} before any check
 * runs.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(RequirePyramid.List.class)
@API(status = API.Status.STABLE, since = "0.1")
public @interface RequirePyramid {

    /** The smallest number of unit tests for each integration test. */
    double unitToIntegration() default 1;

    /** The smallest number of integration tests for each end-to-end test. */
    double integrationToEndToEnd() default 1;

    /** The smallest number of end-to-end tests for each canary. */
    double endToEndToCanary() default 1;

    /** The time in milliseconds that 95 of 100 unit tests must not exceed; 0, the default, requires nothing. */
    long unitMillis() default 0;

    /** Holds several {@link RequirePyramid}. */
    @Documented
    @Inherited
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        /** The requirements. */
        RequirePyramid[] value();
    }
}
