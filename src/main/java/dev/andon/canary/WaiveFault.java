package dev.andon.canary;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Says that a canary need not turn red under a fault.
 *
 * <pre>{@code
 * @WaiveFault(value = Fault.HTML_PAGE, request = "DELETE /baskets/", reason = "nobody reads the response body")
 * }</pre>
 *
 * @since 0.1
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(WaiveFault.List.class)
@API(status = API.Status.STABLE, since = "0.1")
public @interface WaiveFault {

    /** The fault. */
    Fault value();

    /** The beginning of the request that it is waived for, for example {@code DELETE /orders}; empty: every request. */
    String request() default "";

    /** Why; not blank. */
    String reason();

    /** Holds several {@link WaiveFault}. */
    @Documented
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        /** The waivers. */
        WaiveFault[] value();
    }
}
