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
 * Requires one practice, by its id, in addition to what the level requires.
 *
 * <pre>{@code
 * @OperationalReadiness(level = Level.NONE)
 * @RequirePractice(Practices.TESTS_ENABLED)
 * }</pre>
 *
 * <p>An unknown id, and {@code coverage}, which needs the thresholds of {@link RequireCoverage}, throw
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException} before any check runs.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(RequirePractice.List.class)
@API(status = API.Status.STABLE, since = "0.1")
public @interface RequirePractice {

    /** The id of the practice: one of {@link Practices}. */
    String value();

    /** Holds several {@link RequirePractice}. */
    @Documented
    @Inherited
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        /** The requirements. */
        RequirePractice[] value();
    }
}
