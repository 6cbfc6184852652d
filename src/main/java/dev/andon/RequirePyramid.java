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
 * Requires that there are at least as many unit tests as integration tests, as many of these as end-to-end tests, and
 * as many of these as canaries: the practice {@code pyramid}. Test methods are counted, not invocations.
 *
 * <pre>{@code
 * @RequirePyramid(unitToIntegration = 2, unitMillis = 500)
 * }</pre>
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

    /** How many unit tests there must be for each integration test. */
    double unitToIntegration() default 1;

    /** How many integration tests there must be for each end-to-end test. */
    double integrationToEndToEnd() default 1;

    /** How many end-to-end tests there must be for each canary. */
    double endToEndToCanary() default 1;

    /** What 95 of 100 unit tests must stay below, in milliseconds; 0, the default, requires nothing. */
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
