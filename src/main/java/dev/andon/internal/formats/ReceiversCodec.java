package dev.andon.internal.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The parts {@code receivers} and {@code dead-man} of the settings file. A value that may be secret is given as
 * {@code url-env} or {@code url-file} in the place of {@code url}.
 *
 * <pre>{@code
 * receivers:
 *   - name: team-alertmanager
 *     type: alertmanager
 *     url: http://alertmanager.monitoring:9093
 *   - name: on-call
 *     type: pagerduty
 *     routing-key-env: PAGERDUTY_ROUTING_KEY
 * dead-man:
 *   url-file: /run/secrets/dead-man-url
 * }</pre>
 */
public final class ReceiversCodec {
    private static final String URL = "url";
    private static final String ROUTING_KEY = "routing-key";
    private static final String AUTHORIZATION = "authorization";

    private final String source;

    private ReceiversCodec(String source) {
        this.source = source;
    }

    /**
     * Returns the receivers.
     *
     * @param list what stands under {@code receivers}
     * @param source the file, for the message
     * @throws MalformedFileException naming the receiver and the key at fault; never a value
     */
    public static List<ReceiverSettings> receivers(Object list, String source) {
        ReceiversCodec codec = new ReceiversCodec(source);
        if (!(list instanceof List<?> elements)) {
            throw codec.malformed("`receivers` is no list");
        }
        List<ReceiverSettings> receivers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Object element : elements) {
            ReceiverSettings receiver = codec.receiver(element, "receiver " + (receivers.size() + 1));
            if (!names.add(receiver.name())) {
                throw codec.malformed("two receivers have the name " + receiver.name());
            }
            receivers.add(receiver);
        }
        return List.copyOf(receivers);
    }

    /**
     * Returns where the dead-man ping goes.
     *
     * @param deadMan what stands under {@code dead-man}
     * @param source the file, for the message
     * @throws MalformedFileException naming the key at fault
     */
    public static SecretSource deadMan(Object deadMan, String source) {
        ReceiversCodec codec = new ReceiversCodec(source);
        String place = "`dead-man`";
        if (!(deadMan instanceof Map<?, ?> map)) {
            throw codec.malformed(place + " holds no `url`");
        }
        codec.refuseUnknown(map, new TreeSet<>(keysOf(URL)), place);
        return codec.value(map, URL, place, false)
                .orElseThrow(() -> codec.malformed(place + " holds no `url`, `url-env` or `url-file`"));
    }

    private ReceiverSettings receiver(Object element, String number) {
        if (!(element instanceof Map<?, ?> map)) {
            throw malformed(number + " is no list of keys");
        }
        String name = text(map, "name", number);
        ReceiverSettings.Type type = type(text(map, "type", number), number);
        String place = number + " (" + name + ")";
        Set<String> known = new TreeSet<>(Set.of("name", "type"));
        known.addAll(keysOf(URL));
        known.addAll(keysOf(type == ReceiverSettings.Type.PAGERDUTY ? ROUTING_KEY : AUTHORIZATION));
        known.removeAll(Set.of(ROUTING_KEY, AUTHORIZATION));
        refuseUnknown(map, known, place);
        Optional<SecretSource> url = value(map, URL, place, false);
        Optional<SecretSource> key = value(map, ROUTING_KEY, place, true);
        if (type == ReceiverSettings.Type.PAGERDUTY ? key.isEmpty() : url.isEmpty()) {
            String missing = type == ReceiverSettings.Type.PAGERDUTY ? ROUTING_KEY + "-env" : URL;
            throw malformed(place + " holds no `" + missing + "`");
        }
        return new ReceiverSettings(name, type, url, key, value(map, AUTHORIZATION, place, true));
    }

    private static List<String> keysOf(String key) {
        return List.of(key, key + "-env", key + "-file");
    }

    private ReceiverSettings.Type type(String word, String place) {
        return Arrays.stream(ReceiverSettings.Type.values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> malformed("`type` of " + place + " must be one of "
                        + Arrays.stream(ReceiverSettings.Type.values())
                                .map(type -> type.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    private Optional<SecretSource> value(Map<?, ?> map, String key, String place, boolean secret) {
        List<SecretSource> found = new ArrayList<>();
        if (!secret) {
            optional(map, key, place)
                    .map(text -> new SecretSource(SecretSource.Kind.WRITTEN, text))
                    .ifPresent(found::add);
        }
        optional(map, key + "-env", place)
                .map(text -> new SecretSource(SecretSource.Kind.VARIABLE, text))
                .ifPresent(found::add);
        optional(map, key + "-file", place)
                .map(text -> new SecretSource(SecretSource.Kind.FILE, text))
                .ifPresent(found::add);
        if (found.size() > 1) {
            throw malformed(place + " gives `" + key + "` more than once");
        }
        if (found.stream()
                .anyMatch(one ->
                        one.kind() == SecretSource.Kind.WRITTEN && one.text().contains("@"))) {
            throw malformed("`" + key + "` of " + place + " holds a user or a password: give it as `" + key
                    + "-env` or `" + key + "-file`");
        }
        return found.stream().findFirst();
    }

    private String text(Map<?, ?> map, String key, String place) {
        return optional(map, key, place).orElseThrow(() -> malformed(place + " holds no `" + key + "`"));
    }

    private Optional<String> optional(Map<?, ?> map, String key, String place) {
        Object value = map.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text && !text.isBlank()) {
            return Optional.of(text.trim());
        }
        throw malformed("`" + key + "` of " + place + " is no text");
    }

    private void refuseUnknown(Map<?, ?> map, Set<String> known, String place) {
        for (Object key : map.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw malformed("unknown key `" + key + "` in " + place + "; there are " + String.join(", ", known));
            }
        }
    }

    private MalformedFileException malformed(String why) {
        return new MalformedFileException(source, why);
    }
}
