package dev.andon.internal.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files {@value #YAML} and {@value #PROPERTIES}, which users write: waivers for those who cannot touch code. What an
 * entry holds is checked by its reader, as the annotation is.
 *
 * <pre>{@code
 * waivers:
 *   - practices: integration-tests
 *     services: com.acme.shop.LegacyExport   # one or a list; or packages, or tests
 *     reason: retired in Q2
 *     owner: shop-team
 *     until: 2027-03-31
 * }</pre>
 *
 * <pre>{@code
 * legacy.practices = integration-tests
 * legacy.services = com.acme.shop.LegacyExport, com.acme.shop.OldImport
 * legacy.reason = retired in Q2
 * legacy.owner = shop-team
 * legacy.until = 2027-03-31
 * }</pre>
 */
public final class WaiversCodec {
    public static final String YAML = "andon-waivers.yaml";
    public static final String PROPERTIES = "andon-waivers.properties";

    private static final Set<String> LISTS = Set.of("practices", "services", "packages", "tests", "faults");
    private static final List<String> KEYS =
            List.of("practices", "services", "packages", "tests", "faults", "reason", "owner", "until");

    private final String source;

    private WaiversCodec(String source) {
        this.source = source;
    }

    /**
     * One waiver as it is written.
     *
     * @param place where it stands, for messages
     * @param lists the values of the keys that name practices, services, packages, tests or faults
     * @param texts the values of the other keys
     */
    public record Entry(String place, Map<String, List<String>> lists, Map<String, String> texts) {}

    /**
     * Returns the waivers of a YAML file.
     *
     * @param source the file, for the message
     * @throws MalformedFileException if the text is no list of waivers
     * @throws NoClassDefFoundError if the YAML library, which is optional, is absent
     */
    public static List<Entry> decodeYaml(InputStream in, String source) {
        WaiversCodec codec = new WaiversCodec(source);
        Object document;
        try {
            document = Yaml.load(in, YAML);
        } catch (IllegalArgumentException malformed) {
            throw codec.malformed("it is no YAML (" + malformed.getMessage() + ")");
        }
        if (!(document instanceof Map<?, ?> map) || map.size() != 1 || !(map.get("waivers") instanceof List<?> list)) {
            throw codec.malformed("it must hold one list, under `waivers:`");
        }
        List<Entry> entries = new ArrayList<>();
        for (Object element : list) {
            String place = "waiver " + (entries.size() + 1);
            if (!(element instanceof Map<?, ?> values)) {
                throw codec.malformed("\"" + element + "\" is no waiver");
            }
            entries.add(codec.entry(place, values));
        }
        return codec.some(entries);
    }

    /**
     * Returns the waivers of a properties file, in UTF-8; lists are separated by commas.
     *
     * @param source the file, for the message
     * @throws IOException if it cannot be read
     * @throws MalformedFileException if the text holds no waivers
     */
    public static List<Entry> decodeProperties(InputStream in, String source) throws IOException {
        WaiversCodec codec = new WaiversCodec(source);
        OnceEach properties = new OnceEach();
        try (InputStreamReader reader = new InputStreamReader(
                in, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT))) {
            properties.load(reader);
        } catch (IllegalArgumentException malformed) {
            throw codec.malformed("it is no properties file (" + malformed.getMessage() + ")");
        }
        if (!properties.repeated.isEmpty()) {
            throw codec.malformed("it sets `" + properties.repeated.get(0) + "` twice");
        }
        Map<String, Map<String, Object>> groups = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            int dot = name.lastIndexOf('.');
            if (dot <= 0) {
                throw codec.malformed(
                        "`" + name + "` names no waiver: begin each key with a name, as in `legacy.practices`");
            }
            String key = name.substring(dot + 1);
            String value = properties.getProperty(name);
            groups.computeIfAbsent(name.substring(0, dot), group -> new LinkedHashMap<>())
                    .put(key, LISTS.contains(key) ? Arrays.asList(value.split(",", -1)) : value);
        }
        List<Entry> entries = new ArrayList<>();
        groups.forEach((group, values) -> entries.add(codec.entry("waiver " + group, values)));
        return codec.some(entries);
    }

    private Entry entry(String place, Map<?, ?> values) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            String key = String.valueOf(name);
            if (!KEYS.contains(key)) {
                throw malformed("unknown key `" + key + "` in " + place + "; there are " + KEYS);
            }
            if (!LISTS.contains(key) && value instanceof String text) {
                texts.put(key, text.trim());
            } else if (LISTS.contains(key) && value instanceof String text) {
                lists.put(key, List.of(text.trim()));
            } else if (LISTS.contains(key)
                    && value instanceof List<?> list
                    && list.stream().allMatch(String.class::isInstance)) {
                lists.put(key, list.stream().map(one -> ((String) one).trim()).toList());
            } else {
                throw malformed("`" + key + "` in " + place + " is no text: " + value);
            }
        });
        return new Entry(place, lists, texts);
    }

    private List<Entry> some(List<Entry> entries) {
        if (entries.isEmpty()) {
            throw malformed("it holds no waiver: write one, or remove the file");
        }
        return List.copyOf(entries);
    }

    private MalformedFileException malformed(String why) {
        return new MalformedFileException(source, why + "; its form is described in docs/waivers.md of Andon");
    }

    /** Properties that remember what is set more than once, which {@code Properties} overwrites without a word. */
    private static final class OnceEach extends Properties {
        private final transient List<String> repeated = new ArrayList<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            Object before = super.put(key, value);
            if (before != null) {
                repeated.add(String.valueOf(key));
            }
            return before;
        }
    }
}
