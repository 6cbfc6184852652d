package dev.andon.internal.canary.prove;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a response repeats of its request: where the canary is sent, ids of the request, and what it calls things. A service
 * may make an address of a name, so words are compared, in lower case too.
 *
 * @param words what a request has, by what stands in the same place of an earlier request
 */
record Echo(Map<String, String> words) {
    /** A shorter one may stand anywhere by chance. */
    private static final int SHORTEST = 3;

    private static final int SHORTEST_NUMBER = 5;

    /** The name of a member of JSON is no value. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++(?!\"\\s*:)");

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern PART = Pattern.compile("[/?&=]");
    private static final Pattern SAYS_LITTLE = Pattern.compile("true|false|\\d{1," + (SHORTEST_NUMBER - 1) + "}");

    /** Compares two requests that are sent for the same reason in two runs. */
    static Echo between(HttpMessage earlier, HttpMessage later) {
        Echo echo = new Echo(new LinkedHashMap<>());
        earlier.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase("Content-Length"))
                .forEach(header -> later.header(header.name()).ifPresent(value -> echo.add(header.value(), value)));
        echo.addAll(List.of(PART.split(earlier.uri(), -1)), List.of(PART.split(later.uri(), -1)));
        echo.addAll(earlier.values(), later.values());
        return echo;
    }

    private void addAll(List<String> earlier, List<String> later) {
        for (int i = 0; i < earlier.size() && earlier.size() == later.size(); i++) {
            add(earlier.get(i), later.get(i));
        }
    }

    private void add(String earlier, String later) {
        if (earlier.equals(later) || SAYS_LITTLE.matcher(earlier).matches()) {
            return;
        }
        String[] parts = BETWEEN.split(earlier, -1);
        String[] others = BETWEEN.split(later, -1);
        for (int i = 0; i < parts.length && parts.length == others.length; i++) {
            if (!parts[i].equals(others[i]) && parts[i].length() >= SHORTEST) {
                words.putIfAbsent(parts[i], others[i]);
                words.putIfAbsent(parts[i].toLowerCase(Locale.ROOT), others[i].toLowerCase(Locale.ROOT));
            }
        }
    }

    /** Returns the response to the earlier request as one to the later one. */
    HttpMessage in(HttpMessage response) {
        HttpMessage here = response.withHeaders(header -> new HttpMessage.Header(header.name(), in(header.value())));
        return response.document()
                .map(any -> in(response.text()))
                .filter(text -> !text.equals(response.text()))
                .map(here::withText)
                .orElse(here);
    }

    private String in(String text) {
        return words.isEmpty()
                ? text
                : WORD.matcher(text)
                        .replaceAll(
                                found -> Matcher.quoteReplacement(words.getOrDefault(found.group(), found.group())));
    }
}
