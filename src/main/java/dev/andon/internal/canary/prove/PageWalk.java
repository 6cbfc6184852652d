package dev.andon.internal.canary.prove;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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
            "skip",
            "$skip");

    /** Parameters that say where a list goes on, as letters in lower case; a token that lets somebody in does not count. */
    private static final Pattern CURSOR = Pattern.compile(
            "\\w*cursor|(page|starting|start|search)?after"
                    + "|(page|ending|end)?before|\\w*continuation|continue|(?!access|api|auth|csrf|id|refresh|session|xsrf)\\w*token"
                    + "|(next|key)?marker|bookmark|scrollid|(since|max|min|last)id|(last|start|lastevaluated|exclusivestart)key");

    private static final int SHORTEST_CURSOR = 4;

    /** Longer ones are dates and ids. */
    private static final int LONGEST_COUNT = 6;

    /** So near to a link is what it is called, such as {@code rel="next"}. */
    private static final int NEAR = 60;

    private static final Pattern NEXT = Pattern.compile("(?i)next");

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
        if (other.isEmpty() || !later.keySet().containsAll(earlier.keySet())) {
            return false;
        }
        String name = other.get(0).getKey();
        String value = other.get(0).getValue();
        return (other.size() == 1 && counts(name, earlier.getOrDefault(name, "0"), value))
                || (other.size() == 1 && isCursor(name, value, response))
                || isLinked(request.uri(), response);
    }

    private static boolean counts(String name, String earlier, String later) {
        return COUNTING.contains(name.toLowerCase(Locale.ROOT))
                && number(earlier) >= 0
                && number(later) > number(earlier);
    }

    private static long number(String value) {
        boolean plain = !value.isEmpty()
                && value.length() <= LONGEST_COUNT
                && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Long.parseLong(value) : -1;
    }

    /** The response has the value that says where the list goes on. Any value of it may be a filter as well. */
    private static boolean isCursor(String name, String value, String response) {
        String words = name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
        return CURSOR.matcher(words).matches()
                && Stream.of(value, decoded(value))
                        .anyMatch(text -> text.length() >= SHORTEST_CURSOR && response.contains(text));
    }

    /** The response links to it as what comes next. */
    private static boolean isLinked(String uri, String response) {
        String plain = response.replace("\\/", "/").replace("\\u0026", "&").replace("&amp;", "&");
        return Stream.of(uri, decoded(uri)).distinct().anyMatch(target -> {
            for (int at = plain.indexOf(target); at >= 0; at = plain.indexOf(target, at + 1)) {
                int end = at + target.length();
                boolean whole = end == plain.length() || "\"'<>\\ \n\r\t,;)]".indexOf(plain.charAt(end)) >= 0;
                String around = plain.substring(Math.max(0, at - NEAR), at)
                        + plain.substring(end, Math.min(plain.length(), end + NEAR));
                if (whole && NEXT.matcher(around).find()) {
                    return true;
                }
            }
            return false;
        });
    }

    /** Returns the values of a request's query. */
    static Stream<String> values(HttpMessage request) {
        return parameters(request).values().stream().map(PageWalk::decoded);
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
