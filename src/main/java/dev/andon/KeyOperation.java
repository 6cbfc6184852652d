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
 * {@code operations.yaml}, shared with the module of the canaries, may name the operations in its place.
 *
 * <pre>{@code
 * @KeyOperation(name = "place an order", of = "POST /orders", service = OrderController.class)
 * }</pre>
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

    /** The route that performs it, for example {@code POST /orders}; empty where it is not done over HTTP. */
    String of() default "";

    /** The service that performs it; {@code void.class}, the default, leaves that to {@link #of}. */
    Class<?> service() default void.class;

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
