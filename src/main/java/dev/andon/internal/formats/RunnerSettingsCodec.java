package dev.andon.internal.formats;

import dev.andon.internal.text.HttpUri;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings file of a runner, which users write, in YAML or in JSON, which is YAML too.
 *
 * <pre>{@code
 * target: https://shop.acme.com
 * environment: production
 * location: fra
 * log: /var/log/canaries
 * control: https://www.example.com
 * tolerance:
 *   place-an-order: 3/5
 * mutes:
 *   - canary: place-an-order   # left out for all
 *     reason: migration of the database
 *     owner: shop-team
 *     until: 2027-01-31T14:00:00Z
 * }</pre>
 *
 * {@code receivers} and {@code dead-man} are read by {@link ReceiversCodec}.
 */
public final class RunnerSettingsCodec {
    private static final List<String> TEXTS =
            List.of("target", "environment", "location", "log", "log-rotate", "log-keep", "timeout", "version");
    private static final String RECEIVERS_CA = "receivers-ca-file";
    private static final List<String> KEYS =
            List.of("control", "metrics", "targets", "tolerance", "mutes", "receivers", RECEIVERS_CA, "dead-man");
    private static final List<String> MUTE_KEYS = List.of("canary", "reason", "owner", "from", "until");
    private static final Pattern TOLERANCE = Pattern.compile("\\d{1,4}\\s*/\\s*\\d{1,4}|\\d{1,4} in a row");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s:]+:\\d{1,5}|\\[[0-9a-fA-F:.]+]:\\d{1,5}");

    private static final int HIGHEST_PORT = 65_535;

    private final String source;

    private RunnerSettingsCodec(String source) {
        this.source = source;
    }

    /**
     * Returns the settings that a file holds.
     *
     * @param source the file, for the message
     * @throws MalformedFileException naming the key at fault; never a value that may be secret
     */
    public static RunnerSettings decode(String text, String source) {
        RunnerSettingsCodec codec = new RunnerSettingsCodec(source);
        Object document;
        try {
            document = Yaml.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), source);
        } catch (IllegalArgumentException malformed) {
            throw codec.malformed("it is neither YAML nor JSON (" + malformed.getMessage() + ")");
        }
        if (document instanceof String empty && empty.isBlank()) {
            return RunnerSettings.NONE;
        }
        if (!(document instanceof Map<?, ?> map)) {
            throw codec.malformed("it holds no keys");
        }
        return codec.settings(map);
    }

    private RunnerSettings settings(Map<?, ?> map) {
        List<String> known = new ArrayList<>(TEXTS);
        known.addAll(KEYS);
        refuseUnknown(map, known, "at the top");
        Map<String, String> parameters = new TreeMap<>();
        for (String key : TEXTS) {
            text(map, key, "").ifPresent(value -> parameters.put("andon.canary." + key.replace('-', '.'), value));
        }
        map(map, "targets")
                .forEach((name, value) ->
                        parameters.put("andon.canary.target." + name, string(value, "`" + name + "` under `targets`")));
        Map<String, String> tolerances = new TreeMap<>();
        map(map, "tolerance").forEach((canary, value) -> {
            String written = string(value, "the tolerance of " + canary);
            if (!TOLERANCE.matcher(written).matches()) {
                throw malformed("the tolerance of " + canary + " is neither failures/runs, such as 3/5, nor such as"
                        + " `3 in a row`");
            }
            tolerances.put(String.valueOf(canary), written);
        });
        Optional<String> metrics = text(map, "metrics", "");
        if (metrics.filter(address -> !address(address)).isPresent()) {
            throw malformed("`metrics` is no address such as 127.0.0.1:9464");
        }
        return new RunnerSettings(
                parameters,
                text(map, "control", "").map(this::control),
                metrics,
                tolerances,
                mutes(map.get("mutes")),
                Optional.ofNullable(map.get("receivers"))
                        .map(list -> ReceiversCodec.receivers(list, source))
                        .orElse(List.of()),
                Optional.ofNullable(map.get("dead-man")).map(url -> ReceiversCodec.deadMan(url, source)),
                text(map, RECEIVERS_CA, ""));
    }

    private static boolean address(String text) {
        return ADDRESS.matcher(text).matches()
                && Integer.parseInt(text.substring(text.lastIndexOf(':') + 1)) <= HIGHEST_PORT;
    }

    private URI control(String text) {
        try {
            URI uri = URI.create(text);
            if (HttpUri.is(uri) && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            // Said below.
        }
        throw malformed("`control` is no http or https URI with a host and without a user");
    }

    private List<MuteWindow> mutes(@Nullable Object list) {
        if (list == null) {
            return List.of();
        }
        if (!(list instanceof List<?> elements)) {
            throw malformed("`mutes` is no list");
        }
        List<MuteWindow> mutes = new ArrayList<>();
        for (Object element : elements) {
            String place = "in mute " + (mutes.size() + 1);
            if (!(element instanceof Map<?, ?> mute)) {
                throw malformed("nothing can be read " + place);
            }
            refuseUnknown(mute, MUTE_KEYS, place);
            mutes.add(new MuteWindow(
                    text(mute, "canary", place).orElse(""),
                    required(mute, "reason", place),
                    required(mute, "owner", place),
                    Optional.ofNullable(mute.get("from")).map(value -> instant(value, "from", place)),
                    instant(required(mute, "until", place), "until", place)));
        }
        return List.copyOf(mutes);
    }

    private String required(Map<?, ?> map, String key, String place) {
        Object value = map.get(key);
        if (value == null) {
            throw malformed("no `" + key + "` " + place);
        }
        return string(value, "`" + key + "` " + place);
    }

    private Instant instant(Object value, String key, String place) {
        try {
            return Instant.parse(String.valueOf(value));
        } catch (DateTimeException malformed) {
            throw malformed("`" + key + "` " + place + " is no point in time in UTC such as 2027-01-31T14:00:00Z");
        }
    }

    private Map<?, ?> map(Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> inner) {
            return inner;
        }
        throw malformed("`" + key + "` holds no keys");
    }

    private Optional<String> text(Map<?, ?> map, String key, String place) {
        return Optional.ofNullable(map.get(key)).map(value -> string(value, "`" + key + "` " + place));
    }

    private String string(Object value, String what) {
        if (value instanceof String text && !text.isBlank()) {
            return text.trim();
        }
        if (value instanceof Number number) {
            return number.toString();
        }
        throw malformed(what.strip() + " is no text");
    }

    private void refuseUnknown(Map<?, ?> map, Collection<String> keys, String place) {
        map.keySet().stream().filter(key -> !keys.contains(String.valueOf(key))).forEach(key -> {
            throw malformed("unknown key `" + key + "` " + place + "; there are " + keys);
        });
    }

    private MalformedFileException malformed(String why) {
        return new MalformedFileException(source, why);
    }
}
