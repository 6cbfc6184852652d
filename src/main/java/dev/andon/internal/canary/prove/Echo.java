package dev.andon.internal.canary.prove;

import dev.andon.internal.canary.values.Document;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a response repeats of its request: where the canary is sent, ids of the request, and values that it chose.
 *
 * @param values what a request has, by what stands in the same place of an earlier request
 */
record Echo(Map<String, String> values) {
    /** A shorter value may stand anywhere by chance. */
    private static final int SHORTEST = 3;

    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Compares two requests that are sent for the same reason in two runs. */
    static Echo between(HttpMessage earlier, HttpMessage later) {
        Echo echo = new Echo(new LinkedHashMap<>());
        earlier.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase("Content-Length"))
                .forEach(header -> later.header(header.name()).ifPresent(value -> echo.add(header.value(), value)));
        echo.addAll(List.of(earlier.uri().split("[/?&=]")), List.of(later.uri().split("[/?&=]")));
        echo.addAll(values(earlier), values(later));
        return echo;
    }

    private static List<String> values(HttpMessage request) {
        return request.document().map(Document::values).orElse(List.of());
    }

    private void addAll(List<String> earlier, List<String> later) {
        for (int i = 0; i < earlier.size() && earlier.size() == later.size(); i++) {
            add(earlier.get(i), later.get(i));
        }
    }

    /** Of a value, its parts may stand alone, and in lower case, as in an address that is made of a name. */
    private void add(String earlier, String later) {
        if (earlier.equals(later)) {
            return;
        }
        addPart(earlier, later);
        String[] parts = WORDS.split(earlier, -1);
        String[] others = WORDS.split(later, -1);
        for (int i = 0; i < parts.length && parts.length == others.length; i++) {
            addPart(parts[i], others[i]);
        }
    }

    private void addPart(String earlier, String later) {
        if (!earlier.equals(later) && earlier.length() >= SHORTEST) {
            values.putIfAbsent(earlier, later);
            values.putIfAbsent(earlier.toLowerCase(Locale.ROOT), later.toLowerCase(Locale.ROOT));
        }
    }

    /** Returns the response to the earlier request as one to the later one. */
    HttpMessage in(HttpMessage response) {
        if (values.isEmpty()) {
            return response;
        }
        Pattern known = Pattern.compile(values.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
        HttpMessage here =
                response.withHeaders(header -> new HttpMessage.Header(header.name(), in(known, header.value())));
        return response.document()
                .map(any -> in(known, response.text()))
                .filter(text -> !text.equals(response.text()))
                .map(here::withText)
                .orElse(here);
    }

    private String in(Pattern known, String text) {
        return known.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(Objects.requireNonNull(values.get(found.group()))));
    }
}
