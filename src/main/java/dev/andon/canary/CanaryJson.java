package dev.andon.canary;

import java.math.BigDecimal;
import org.apiguardian.api.API;

/**
 * A JSON answer. Values are named by JSON pointers (RFC 6901): {@code /items/0/sku}; the empty pointer is the whole.
 *
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface CanaryJson {

    /** Returns whether there is such a value, {@code null} included. */
    boolean has(String pointer);

    /**
     * Returns a string, or a number or boolean as it would be written.
     *
     * @throws CanaryStepError if there is no such value, or it is {@code null}, an object or an array
     */
    String text(String pointer);

    /**
     * Returns a number.
     *
     * @throws CanaryStepError if there is no such number
     */
    BigDecimal number(String pointer);

    /**
     * Returns how many elements an array has, or members an object.
     *
     * @throws CanaryStepError if there is neither
     */
    int size(String pointer);
}
