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
 * <p>The practices of the {@link #level} apply, and those of every {@code @Require…} annotation in addition.
 *
 * <p>The class runs after all others of its JVM, alone. Misuse of this annotation, or of one beside it, throws
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException} before any check runs; the message names the
 * annotation and the attribute.
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
     * The packages, with all below them, whose services are judged. Where neither these nor {@link #packagesOf} are given:
     * the package of the annotated class.
     */
    String[] packages() default {};

    /** Classes whose packages are judged: the type-safe way to name {@link #packages}. */
    Class<?>[] packagesOf() default {};

    /** The level whose practices apply; with {@link Level#NONE} only what {@code @Require…} annotations name. */
    Level level() default Level.INTEGRATED;

    /**
     * Patterns of further classes that are services, such as {@code com.acme..*ServiceImpl}: {@code *} stands for any
     * part of one name, {@code ..} for any packages.
     */
    String[] includeServices() default {};

    /** Patterns of classes that are not services, in the form of {@link #includeServices}; they take precedence. */
    String[] excludeServices() default {};

    /** Your own conventions for which further classes are services. */
    Class<? extends ServiceConvention>[] conventions() default {};

    /**
     * Patterns of library classes that hold assertions or clients of tests, such as {@code com.acme.testkit..}: their code
     * is followed like that of helpers in the build. A library class that calls a known assertion itself needs no mention.
     */
    String[] assertionsIn() default {};
}
