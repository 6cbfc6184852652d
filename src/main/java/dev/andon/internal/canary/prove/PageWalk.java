package dev.andon.internal.canary.prove;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells whether a request asks for the next page of the list that the request before it asked for. On which page a canary
 * finds what it looks for differs from run to run, so a walk through the pages counts as one request that is repeated.
 */
final class PageWalk {
    /** Parameters that count pages or elements, as web frameworks and public APIs name them; in lower case. */
    private static final Set<String> COUNTING = Set.of(
            "page",
            "p",
            "pageno",
            "page_no",
            "pagenumber",
            "page_number",
            "page[number]",
            "pageindex",
            "page_index",
            "_page",
            "offset",
            "page[offset]",
            "_offset",
            "start",
            "_start",
            "startindex",
            "start_index",
            "startat",
            "from",
            "first",
            "skip",
            "$skip");

    private static final int SHORTEST_CURSOR = 4;

    private PageWalk() {}

    /**
     * Returns whether it is the next page.
     *
     * @param response what the service answered to the request before; empty where that is not known
     */
    static boolean isNext(HttpMessage before, HttpMessage request, String response) {
        if (!before.method().equals("GET") || !request.method().equals("GET")) {
            return false;
        }
        Map<String, String> earlier = parameters(before);
        Map<String, String> later = parameters(request);
        List<Map.Entry<String, String>> other = later.entrySet().stream()
                .filter(parameter -> !parameter.getValue().equals(earlier.get(parameter.getKey())))
                .toList();
        return later.keySet().containsAll(earlier.keySet())
                && other.size() == 1
                && (counts(
                                other.get(0).getKey(),
                                earlier.getOrDefault(other.get(0).getKey(), "0"),
                                other.get(0).getValue())
                        || isCursor(other.get(0).getValue(), response));
    }

    private static boolean counts(String name, String earlier, String later) {
        return COUNTING.contains(name.toLowerCase(Locale.ROOT)) && number(later) > Math.max(number(earlier), 0);
    }

    private static long number(String value) {
        boolean plain = !value.isEmpty() && value.length() < 10 && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Long.parseLong(value) : -1;
    }

    /** The response says where the list goes on. */
    private static boolean isCursor(String value, String response) {
        return Stream.of(value, decoded(value))
                .anyMatch(text -> text.length() >= SHORTEST_CURSOR && response.contains(text));
    }

    private static Map<String, String> parameters(HttpMessage request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String[] uri = request.uri().split("\\?", 2);
        for (String pair : uri.length > 1 ? uri[1].split("&", -1) : new String[0]) {
            String[] parts = pair.split("=", 2);
            parameters.put(decoded(parts[0]), parts.length > 1 ? parts[1] : "");
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return text;
        }
    }
}
