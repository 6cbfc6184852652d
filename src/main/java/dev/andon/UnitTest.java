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
 * Says that a test class or method is a unit test ({@link TestKind#UNIT}), whatever its name suggests, and optionally of
 * which services. Never required: the usual names, tags, folders and framework annotations are understood.
 *
 * <pre>{@code
 * @UnitTest(of = OrderController.class)
 * class PlacingOrders { … }
 * }</pre>
 *
 * @since 0.1
 */
@Documented
@Inherited
@Tag("unit")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@API(status = API.Status.STABLE, since = "0.1")
public @interface UnitTest {

    /** The services that it tests. */
    Class<?>[] of() default {};
}
