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
 * Requires that tests cover a share of each service, or of what {@link #packages} and {@link #services} select: the
 * practice {@code coverage}. Where several requirements apply, the most specific one counts, for each counter and kind of
 * test.
 *
 * <pre>{@code
 * @RequireCoverage(line = 0.80, branch = 0.60)
 * @RequireCoverage(line = 0.40, kind = TestKind.INTEGRATION)
 * }</pre>
 *
 * <p>A share that is not between 0 and 1, or no share at all, throws
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException} before any check runs.
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

    /** The share of lines that must be covered, between 0 and 1; negative, the default, requires nothing. */
    double line() default -1;

    /** The share of branches that must be covered, between 0 and 1; negative, the default, requires nothing. */
    double branch() default -1;

    /** The share of methods that must be covered, between 0 and 1; negative, the default, requires nothing. */
    double method() default -1;

    /** The share of bytecode instructions that must be covered, between 0 and 1; negative, the default, requires nothing. */
    double instruction() default -1;

    /** The kind of test whose coverage counts; by default the coverage of all tests together. */
    TestKind kind() default TestKind.ANY;

    /** The packages, with all below them, to which this requirement applies; empty, the default: everything. */
    String[] packages() default {};

    /** The services to which this requirement applies; empty, the default: everything. */
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
