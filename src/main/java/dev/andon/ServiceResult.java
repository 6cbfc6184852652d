package dev.andon;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * All answers for one service, or for one canary.
 *
 * @param name the service's class name, for example {@code com.acme.shop.OrderController}, or the handler that defines
 *     it where there is no class
 * @param label the shortest name that tells the service from all others, for example {@code OrderController}
 * @param module the module that holds the service
 * @param practices one answer for each practice that was asked for
 * @since 0.1
 */
@API(status = API.Status.STABLE, since = "0.1")
public record ServiceResult(String name, String label, String module, List<PracticeResult> practices) {

    /** Copies the list. */
    public ServiceResult {
        practices = List.copyOf(practices);
    }

    /** Returns the answer to the practice of this id, if it was asked. */
    public Optional<PracticeResult> practice(String id) {
        return practices.stream().filter(result -> result.id().equals(id)).findFirst();
    }
}
