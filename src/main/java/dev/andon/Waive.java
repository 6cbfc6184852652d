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
 * Accepts, until a date and for a reason, that a practice does not hold. The row is reported as a skipped test with
 * its reason; the build stays green. A waiver that has expired, or that nothing needs any more, is itself a violation.
 *
 * <pre>{@code
 * @Waive(practice = "integration-tests", service = LegacyExport.class,
 *        reason = "retired in Q2", owner = "shop-team", until = "2027-03-31")
 * }</pre>
 *
 * @since 0.1
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Waive.List.class)
@API(status = API.Status.STABLE, since = "0.1")
public @interface Waive {

    /** The id of the waived practice, for example {@code integration-tests}. */
    String practice();

    /** The service, or canary, whose row is waived; neither this nor {@link #serviceName} given waives the row of the code base. */
    Class<?> service() default void.class;

    /** The service by name: a class name, a simple name, or a route, for what cannot be named by a class literal. */
    String serviceName() default "";

    /** Why this is acceptable; not blank. */
    String reason();

    /** Who answers for it; not blank. */
    String owner();

    /** The last day on which the waiver holds, as {@code yyyy-MM-dd}. */
    String until();

    /** Holds several {@link Waive}. */
    @Documented
    @Inherited
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        /** The waivers. */
        Waive[] value();
    }
}
