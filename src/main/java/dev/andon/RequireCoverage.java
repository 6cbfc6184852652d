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
 * Requires coverage thresholds, between 0 and 1, of each service, or of what {@link #packages} and {@link #services}
 * select. Of several requirements the most specific wins, per counter and kind of test.
 *
 * <pre>{@code
 * @RequireCoverage(line = 0.80, branch = 0.60)
 * @RequireCoverage(line = 0.40, by = TestKind.INTEGRATION)
 * }</pre>
 *
 * @since 0.1
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(RequireCoverage.List.class)
@API(status = API.Status.STABLE, since = "0.1")
public @interface RequireCoverage {

    /** The share of lines that must be covered; negative, the default, requires nothing. */
    double line() default -1;

    /** The share of branches that must be covered; negative, the default, requires nothing. */
    double branch() default -1;

    /** The share of methods that must be covered; negative, the default, requires nothing. */
    double method() default -1;

    /** The share of bytecode instructions that must be covered; negative, the default, requires nothing. */
    double instruction() default -1;

    /** The kind of test whose coverage counts, at most one; none given counts all tests. */
    TestKind[] by() default {};

    /** Packages, with all below them, to which this requirement applies; none given: everything. */
    String[] packages() default {};

    /** Services to which this requirement applies; none given: everything. */
    Class<?>[] services() default {};

    /** Holds several {@link RequireCoverage}. */
    @Documented
    @Inherited
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        /** The requirements. */
        RequireCoverage[] value();
    }
}
