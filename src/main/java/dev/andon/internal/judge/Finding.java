package dev.andon.internal.judge;

import java.util.Collection;
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
 * @param identity what tells it from findings of the same key for the same subject; empty where the tests at fault do.
 *     Neither counts nor lines belong there: a finding that is still the same must stay the same.
 * @param others what was found besides, less close to what is required; only their texts matter
 */
public record Finding(
        FindingTemplate template,
        Map<String, Object> data,
        String context,
        List<String> identity,
        List<Finding> others) {
    private static final int OTHERS_SHOWN = 2;

    /** Copies the collections. */
    public Finding {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        identity = List.copyOf(identity);
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
        return new Finding(template, changed, context, identity, others);
    }

    /** Returns the same finding about something, for example a key operation. */
    public Finding about(String newContext) {
        return new Finding(template, data, newContext, identity, others);
    }

    /** Returns the same finding, told from others of its key by these names. */
    public Finding identifiedBy(Collection<String> names) {
        return new Finding(template, data, context, List.copyOf(names), others);
    }

    /** Returns the same finding, told from others of its key by this name. */
    public Finding identifiedBy(String name) {
        return identifiedBy(List.of(name));
    }

    /** Returns the keys that identify it, given the tests at fault. */
    List<String> keys(List<String> tests) {
        String start = key() + (context.isEmpty() ? "" : ":" + context);
        List<String> names = identity.isEmpty() ? tests : identity;
        return names.isEmpty()
                ? List.of(start)
                : names.stream().map(name -> start + ":" + name).distinct().toList();
    }

    /** Returns the same finding, followed by the texts of others. */
    public Finding followedBy(List<Finding> newOthers) {
        return new Finding(template, data, context, identity, newOthers);
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
