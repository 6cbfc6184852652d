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
 * Requires that every key operation has a canary and that every canary is a good one: the practice {@code canaries} and
 * every practice whose id starts with {@code canary-} or {@code canaries-}.
 *
 * <pre>{@code
 * @RequireCanaries(max = 5, runsPerMonth = 250_000)
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
@Repeatable(RequireCanaries.List.class)
@API(status = API.Status.STABLE, since = "0.1")
public @interface RequireCanaries {

    /** The largest number of canaries of one service. */
    int max() default 5;

    /** The largest number of runs that all canaries together make in a month. */
    long runsPerMonth() default 250_000;

    /**
     * Files {@code canaries.json} of canaries whose artefact is not on the test class path, such as those of another repository:
     * paths seen from the folder of this class's module. Proofs are read from the folder {@code proofs} beside each file. A file
     * that does not exist throws {@link org.junit.jupiter.api.extension.ExtensionConfigurationException}.
     */
    String[] records() default {};

    /** Holds several {@link RequireCanaries}. */
    @Documented
    @Inherited
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        /** The requirements. */
        RequireCanaries[] value();
    }
}
