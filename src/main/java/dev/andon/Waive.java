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
 * Accepts, until a date and for a reason, that practices do not hold. A waived result is reported as a skipped test with
 * the reason, and does not fail the build. A waiver that has expired, that is
 * not needed, or that ends more than a year ahead fails the build.
 *
 * <pre>{@code
 * @Waive(practices = Practices.INTEGRATION_TESTS, services = LegacyExport.class,
 *        reason = "retired in Q2", owner = "shop-team", until = "2027-03-31")
 * }</pre>
 *
 * <p>Each practice is waived for each service or package, and each of these pairs must be needed. Without {@link #services},
 * {@link #serviceNames}, {@link #packages}, {@link #tests} and {@link #faults} the waiver applies to the result of the code base.
 *
 * <p>Those who cannot touch code write waivers into {@code andon-waivers.yaml} or {@code andon-waivers.properties}.
 *
 * <p>An unknown practice, a blank reason or owner, a malformed date, services together with tests, and faults of another
 * practice or of an unknown kind throw
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException} before any check runs.
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

    /** The ids of the waived practices: {@link Practices}. */
    String[] practices();

    /** The services or canaries whose results are waived. */
    Class<?>[] services() default {};

    /** Services by class name, simple name or route, where there is no class to refer to. */
    String[] serviceNames() default {};

    /** The packages, with all below them, whose services are waived; {@code *} and {@code ..} are wildcards. */
    String[] packages() default {};

    /**
     * Test classes: waives every result, of a service or of the code base, whose tests at fault all belong to these
     * classes. For practices about tests, such as {@link Practices#TESTS_ENABLED}.
     */
    Class<?>[] tests() default {};

    /**
     * Faults that survived, as {@code OrderController.read:changed-value}, or {@code OrderController.read} for all of that
     * method; of a lambda that handles requests, as {@code Routes[GET /orders]:throws}: waives a result of {@link Practices#TESTS_DETECT_FAILURE} that names no other fault. The faults are
     * {@code throws}, {@code does-nothing} and {@code changed-value}.
     */
    String[] faults() default {};

    /** Why this is acceptable; not blank. */
    String reason();

    /** Who is responsible for it; not blank. */
    String owner();

    /** The last day on which the waiver is valid, as {@code yyyy-MM-dd}; at most a year ahead. */
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
