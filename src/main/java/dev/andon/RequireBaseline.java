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
 * Limits the baseline, the file {@code andon-baseline.txt} of known violations that {@code andon.baseline=create} records:
 * so many at most, and none after a day.
 *
 * <pre>{@code
 * @RequireBaseline(noMoreThan = 61, shrinksUntil = "2027-06-30")
 * }</pre>
 *
 * <p>The baseline is used with or without this annotation. A negative number and a malformed date throw
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException} before any check runs.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(RequireBaseline.List.class)
@API(status = API.Status.STABLE, since = "0.1")
public @interface RequireBaseline {

    /** The most violations that may be known; lower it as they are fixed. */
    int noMoreThan() default Integer.MAX_VALUE;

    /** The last day on which any may be known, as {@code yyyy-MM-dd}; empty, the default, for no end. */
    String shrinksUntil() default "";

    /** Holds several {@link RequireBaseline}; the first counts. */
    @Documented
    @Inherited
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        /** The limits. */
        RequireBaseline[] value();
    }
}
