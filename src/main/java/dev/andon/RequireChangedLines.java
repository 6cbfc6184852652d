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
 * Requires that tests cover the lines that changed since the merge base with a branch, and that a new service comes with
 * its tests: the practice {@code changed-lines}.
 *
 * <pre>{@code
 * @RequireChangedLines(line = 1.0, since = "origin/main")
 * }</pre>
 *
 * <p>A share that is not between 0 and 1 throws
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException} before any check runs.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(RequireChangedLines.List.class)
@API(status = API.Status.STABLE, since = "0.1")
public @interface RequireChangedLines {

    /** The share of changed lines that must be covered, between 0 and 1; by default all of them. */
    double line() default 1;

    /** The branch or commit to compare with; empty, the default, takes it from the CI server's variables or the remote. */
    String since() default "";

    /** Holds several {@link RequireChangedLines}. */
    @Documented
    @Inherited
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        /** The requirements. */
        RequireChangedLines[] value();
    }
}
