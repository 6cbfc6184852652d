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
 * Decides, without an end date, that practices do not apply to some services: for example unit tests to controllers that
 * only delegate. The results are {@link Verdict#EXEMPT}: reported as skipped tests with the reason, and counted as exempt,
 * never as met. An exemption that matches no service fails the build.
 *
 * <pre>{@code
 * @ExemptPractice(practices = Practices.UNIT_TESTS, packages = "com.acme.shop.web",
 *                 reason = "controllers only delegate", owner = "shop-team")
 * }</pre>
 *
 * <p>To postpone a practice, use {@link Waive}. An unknown practice, a practice that is judged for the whole code base
 * only, a blank reason or owner, and an exemption that names no service and no package throw
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException} before any check runs.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(ExemptPractice.List.class)
@API(status = API.Status.STABLE, since = "0.1")
public @interface ExemptPractice {

    /** The ids of the practices that do not apply: {@link Practices}. */
    String[] practices();

    /** The services or canaries that are exempt. */
    Class<?>[] services() default {};

    /** Services by class name, simple name or route, where there is no class to refer to. */
    String[] serviceNames() default {};

    /** The packages, with all below them, whose services are exempt; {@code *} and {@code ..} are wildcards. */
    String[] packages() default {};

    /** Why the practices do not apply; not blank. */
    String reason();

    /** Who is responsible for the decision; not blank. */
    String owner();

    /** Holds several {@link ExemptPractice}. */
    @Documented
    @Inherited
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        /** The exemptions. */
        ExemptPractice[] value();
    }
}
