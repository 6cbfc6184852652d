package dev.andon;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * All results for one service, or for one canary.
 *
 * @param name the binary name of its class, for example {@code com.acme.shop.OrderController}, or of the handler that
 *     defines a service without a class
 * @param label the shortest name that no other service or canary has, for example {@code OrderController}
 * @param module the module that holds it
 * @param practices one result for each practice that is required of it
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public record ServiceResult(String name, String label, String module, List<PracticeResult> practices) {

    /** Copies the list. */
    public ServiceResult {
        practices = List.copyOf(practices);
    }

    /** Returns the result of the practice with this id; empty where the practice is not required. */
    public Optional<PracticeResult> practice(String id) {
        return practices.stream().filter(result -> result.id().equals(id)).findFirst();
    }
}
