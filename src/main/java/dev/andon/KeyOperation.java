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
 * Names an operation that users cannot do without: it must have an end-to-end test and a canary. A file
 * {@code operations.yaml}, shared with the module of the canaries, may name the operations instead.
 *
 * <pre>{@code
 * @KeyOperation(name = "place an order", route = "POST /orders", services = OrderController.class)
 * }</pre>
 *
 * <p>A blank name, a name that is used twice, or a route without a verb throws
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException} before any check runs.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(KeyOperation.List.class)
@API(status = API.Status.STABLE, since = "0.1")
public @interface KeyOperation {

    /** The operation in the users' words, unique within the readiness class; not blank. */
    String name();

    /** The route that performs it, for example {@code POST /orders}; empty, the default, where it does not use HTTP. */
    String route() default "";

    /** The services that perform it; empty, the default, for those that serve the {@link #route}. */
    Class<?>[] services() default {};

    /** Holds several {@link KeyOperation}. */
    @Documented
    @Inherited
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        /** The operations. */
        KeyOperation[] value();
    }
}
