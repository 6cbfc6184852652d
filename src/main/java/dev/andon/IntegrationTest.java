package dev.andon;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Tag;

/**
 * Marks a test class or method as an integration test ({@link TestKind#INTEGRATION}), whatever its name suggests, and optionally names the
 * services that it tests. The annotation is never required: Andon understands the usual names, tags, folders and
 * framework annotations.
 *
 * <pre>{@code
 * @IntegrationTest(services = OrderController.class)
 * class PlacingOrders { … }
 * }</pre>
 *
 * <p>A named service is {@link Evidence#DECLARED} evidence. The names are read when a readiness class is judged.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Tag("integration")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@API(status = API.Status.STABLE, since = "0.1")
public @interface IntegrationTest {

    /** The services that it tests; empty, the default, leaves that to the test's code. */
    Class<?>[] services() default {};
}
