package dev.andon.internal.canary.prove;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the requests of one run as they arrive. A request that is repeated at once, as by a canary that polls, stays in the
 * same group, and so does one for the next page of a list; one that is sent again after others begins a group of its own.
 */
final class RequestNumbers {
    private static final List<String> CHOOSING = List.of("Accept", "Accept-Language", "Origin", "Range");

    /** Others differ with each request, as a signature does. */
    private static final Pattern PLAIN = Pattern.compile("(?i)^(basic|bearer) ");

    private final RequestKeys keys;
    private final Map<String, Integer> groups = new HashMap<>();
    private @Nullable HttpMessage previous;
    private String previousKey = "";
    private @Nullable HttpMessage answer;
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

    /** Numbers a request of a run that is over. */
    RequestId next(RecordedRequest request) {
        RequestId id = request.isHttp() ? next(request.request()) : next(request.request(), RecordedRequest.CONNECTION);
        answered(request.request(), request.response());
        return id;
    }

    RequestId next(HttpMessage request) {
        return next(request, keys.key(request));
    }

    RequestId next(HttpMessage request, String key) {
        HttpMessage before = previous;
        boolean again = before != null
                && path(before).equals(path(request))
                && Arrays.equals(before.body(), request.body())
                && choices(before).equals(choices(request))
                && (key.equals(previousKey) || PageWalk.isNext(before, request, answered()));
        last = again
                ? new RequestId(last.key(), last.group(), last.member() + 1)
                : new RequestId(key, groups.merge(key, 1, Integer::sum) - 1, 0);
        previous = request;
        previousKey = key;
        answer = null;
        return last;
    }

    /** Takes the service's response to a request, which may say where a list goes on. */
    void answered(HttpMessage request, HttpMessage response) {
        if (request == previous) {
            answer = response;
        }
    }

    /** Returns the body and the headers of the response to the request before; nothing where it is not known. */
    private String answered() {
        return answer == null
                ? ""
                : answer.text()
                        + answer.headers().stream()
                                .map(HttpMessage.Header::value)
                                .collect(Collectors.joining("\n", "\n", ""));
    }

    private static String path(HttpMessage request) {
        return request.uri().split("\\?", 2)[0];
    }

    /** Returns who asks for which representation: other headers, such as a request's id, may differ while a canary polls. */
    private static List<String> choices(HttpMessage request) {
        return Stream.concat(
                        CHOOSING.stream().map(name -> request.header(name).orElse("")),
                        request
                                .header("Authorization")
                                .filter(value -> PLAIN.matcher(value).find())
                                .stream())
                .toList();
    }

    /** Returns how many groups of requests with that key have arrived. */
    int groups(String key) {
        return groups.getOrDefault(key, 0);
    }
}
