package dev.andon.internal.judge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a check found.
 *
 * @param template its wording
 * @param data the values that the wording mentions, by name
 * @param context what it is about, put in front of the text; empty where the subject says enough
 * @param others what was found besides, less close to what is required; only their texts matter
 */
public record Finding(FindingTemplate template, Map<String, Object> data, String context, List<Finding> others) {
    private static final int OTHERS_SHOWN = 2;

    /** Copies the collections. */
    public Finding {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        others = List.copyOf(others);
    }

    /** Returns the stable key. */
    public String key() {
        return template.key();
    }

    /** Returns the same finding with one value set. */
    public Finding with(String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(data);
        changed.put(name, value);
        return new Finding(template, changed, context, others);
    }

    /** Returns the same finding about something, for example a key operation. */
    public Finding about(String newContext) {
        return new Finding(template, data, newContext, others);
    }

    /** Returns the same finding, followed by the texts of others. */
    public Finding followedBy(List<Finding> newOthers) {
        return new Finding(template, data, context, newOthers);
    }

    /** Returns the text that says what was found. */
    public String found() {
        String own = (context.isEmpty() ? "" : context + ": ") + FindingTemplate.render(template.found(), data);
        Stream<String> shown = others.stream().limit(OTHERS_SHOWN).map(Finding::found);
        Stream<String> more = others.size() > OTHERS_SHOWN
                ? Stream.of("and " + (others.size() - OTHERS_SHOWN) + " more")
                : Stream.empty();
        return Stream.of(Stream.of(own), shown, more).flatMap(part -> part).collect(Collectors.joining("; "));
    }

    /** Returns the text that says how to fix it; empty where nothing has to be fixed. */
    public String fix() {
        return FindingTemplate.render(template.fix(), data);
    }
}
