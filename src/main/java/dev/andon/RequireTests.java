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
 * Requires that every service has tests of one kind, with evidence: the practice {@link TestKind#practice()} alone.
 *
 * <p>{@code kind = CANARY} is misuse: canaries are required by {@link RequireCanaries}.
 *
 * <pre>{@code
 * @RequireTests(kind = TestKind.UNIT)
 * @RequireTests(kind = TestKind.INTEGRATION, evidence = Evidence.LINKED)
 * }</pre>
 *
 * @since 0.1
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(RequireTests.List.class)
@API(status = API.Status.STABLE, since = "0.1")
public @interface RequireTests {

    /** The kind of test that every service must have. */
    TestKind kind();

    /**
     * The evidence to be satisfied with, at most one. None given, which is the default, asks for the strongest evidence
     * that the build offers.
     */
    Evidence[] evidence() default {};

    /** Holds several {@link RequireTests}. */
    @Documented
    @Inherited
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        /** The requirements. */
        RequireTests[] value();
    }
}
