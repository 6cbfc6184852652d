package dev.andon.internal.canary.values;

import java.util.LinkedHashMap;
import java.util.Map;

/** The new values of a document by their places; several of one place, as in a list, stand in a line each. */
final class ReplacedValues {
    private final Map<String, StringBuilder> values = new LinkedHashMap<>();

    void add(String place, String value) {
        StringBuilder known = values.get(place);
        if (known == null) {
            values.put(place, new StringBuilder(value));
        } else {
            known.append('\n').append(value);
        }
    }

    Map<String, String> byPlace() {
        Map<String, String> all = new LinkedHashMap<>();
        values.forEach((place, value) -> all.put(place, value.toString()));
        return all;
    }
}
