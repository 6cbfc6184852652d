package dev.andon;

import dev.andon.internal.spi.DelegatingReadinessExtension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.commons.annotation.Testable;

/**
 * Marks the readiness class of a service: the one test class, in the module that holds the tests, whose tests are the
 * practices. Together with {@link ReadinessChecks} it reports one test for each service and practice.
 *
 * <p>With any {@code @Require…} annotation exactly those practices apply, and those of {@link #level} where it is given;
 * with none, those of the level {@link Level#INTEGRATED}.
 *
 * <p>The class runs after all others of its JVM, alone. Misuse of it or of the annotations beside it throws
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException} before any check runs.
 *
 * <pre>{@code
 * @OperationalReadiness(packagesOf = ShopApplication.class)
 * class ShopReadinessTest implements ReadinessChecks {}
 * }</pre>
 *
 * @since 0.1
 */
@Documented
@Inherited
@Testable
@Isolated
@Tag("operational-readiness")
@ExtendWith(DelegatingReadinessExtension.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@API(status = API.Status.STABLE, since = "0.1")
public @interface OperationalReadiness {

    /**
     * The packages, with all below them, whose services are judged. Neither these nor {@link #packagesOf} given: the
     * package of the annotated class.
     */
    String[] packages() default {};

    /** Classes whose packages are meant: the type-safe way to name {@link #packages}. */
    Class<?>[] packagesOf() default {};

    /** The level whose practices apply, at most one. */
    Level[] level() default {};

    /**
     * Patterns of further classes that are services, such as {@code com.acme..*ServiceImpl}: {@code *} stands for any
     * part of one name, {@code ..} for any packages.
     */
    String[] includeServices() default {};

    /** Patterns of classes that are no services, in the form of {@link #includeServices}; they win over all else. */
    String[] excludeServices() default {};

    /** The user's own conventions that say which further classes are services. */
    Class<? extends ServiceConvention>[] conventions() default {};
}
