package dev.andon.internal.canary.prove;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the requests of one run as they arrive. A request that is repeated at once, as by a canary that polls, stays in the
 * same group; one that is sent again after others begins a group of its own.
 */
final class RequestNumbers {
    private final RequestKeys keys;
    private final Map<String, Integer> groups = new HashMap<>();
    private @Nullable HttpMessage previous;
    private RequestId last = new RequestId("", 0, 0);

    RequestNumbers(RequestKeys keys) {
        this.keys = keys;
    }

    /**
     * Which request of a run it is.
     *
     * @param key method and URI, ids left out
     * @param group which group of requests with that key, 0 the first
     * @param member which request of the group, 0 the first
     */
    record RequestId(String key, int group, int member) {}

    RequestId next(HttpMessage request) {
        return next(request, keys.key(request));
    }

    RequestId next(HttpMessage request, String key) {
        HttpMessage before = previous;
        boolean again = before != null
                && key.equals(last.key())
                && path(before).equals(path(request))
                && Arrays.equals(before.body(), request.body());
        last = again
                ? new RequestId(key, last.group(), last.member() + 1)
                : new RequestId(key, groups.merge(key, 1, Integer::sum) - 1, 0);
        previous = request;
        return last;
    }

    private static String path(HttpMessage request) {
        return request.uri().split("\\?", 2)[0];
    }

    /** Returns how many groups of requests with that key have arrived. */
    int groups(String key) {
        return groups.getOrDefault(key, 0);
    }
}
