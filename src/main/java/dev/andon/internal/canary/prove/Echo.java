package dev.andon.internal.canary.prove;

import dev.andon.internal.canary.values.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a response repeats of its request: where the canary is sent, ids of the request, and values that it chose.
 *
 * @param values what a request has, by what stands in the same place of an earlier request
 */
record Echo(Map<String, String> values) {
    /** A shorter value may stand anywhere by chance. */
    private static final int SHORTEST = 4;

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

    private void add(String earlier, String later) {
        if (!earlier.equals(later) && earlier.length() >= SHORTEST) {
            values.putIfAbsent(earlier, later);
        }
    }

    /** Returns the response to the earlier request as one to the later one. */
    HttpMessage in(HttpMessage response) {
        HttpMessage here = response.withHeaders(header -> new HttpMessage.Header(header.name(), in(header.value())));
        Optional<String> text = response.document().map(any -> response.text()).filter(before -> !in(before)
                .equals(before));
        return text.map(before -> here.withText(in(before))).orElse(here);
    }

    private String in(String text) {
        String here = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            here = here.replace(value.getKey(), value.getValue());
        }
        return here;
    }
}
