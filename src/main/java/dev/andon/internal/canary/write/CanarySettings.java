package dev.andon.internal.canary.write;

import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.spec.ConfiguredValues;
import dev.andon.internal.canary.tls.TrustFiles;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.RunMode;
import dev.andon.internal.text.AndonVariables;
import dev.andon.internal.text.Durations;
import dev.andon.internal.text.HttpUri;
import dev.andon.internal.text.Nearest;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The configuration of canaries: a JUnit configuration parameter, else the environment variable of the same name. */
final class CanarySettings {
    private static final String PREFIX = "andon.canary.";
    private static final String CREDENTIAL = PREFIX + "credential.";
    private static final String FILE = ".file";

    static final String TARGET = PREFIX + "target";
    static final String ENVIRONMENT = PREFIX + "environment";
    static final String TIMEOUT = PREFIX + "timeout";
    static final String RETRIES = PREFIX + "retries";
    static final String PRODUCTION = PREFIX + "production";
    static final String REQUIRED = PREFIX + "required";
    static final String VERSION = PREFIX + "version";
    static final String MODE = PREFIX + "mode";
    static final String LOCATION = PREFIX + "location";
    static final String SCHEDULED = PREFIX + "scheduled";
    static final String MUTED = PREFIX + "muted";

    private static final int MOST_EDITS = 2;

    /** Every key of canaries, but for those that end with a name of the user's. */
    static final List<String> KEYS = List.of(
            TARGET,
            ENVIRONMENT,
            TIMEOUT,
            RETRIES,
            PRODUCTION,
            REQUIRED,
            VERSION,
            MODE,
            LOCATION,
            SCHEDULED,
            MUTED,
            ConnectionSettings.PROXY,
            ConnectionSettings.HTTP_VERSION,
            TrustFiles.CA_FILE,
            TrustFiles.CLIENT_CERTIFICATE,
            LogSettings.LOG,
            LogSettings.LARGEST,
            LogSettings.KEEP,
            LogSettings.SYNC);

    private final ConfiguredValues values;

    CanarySettings(Function<String, Optional<String>> parameters, Function<String, Optional<String>> variables) {
        this(new ConfiguredValues(parameters, variables));
    }

    private CanarySettings(ConfiguredValues values) {
        this.values = values;
    }

    /** Returns the settings by these parameters, else by this process's environment. */
    static CanarySettings of(Function<String, Optional<String>> parameters) {
        return new CanarySettings(ConfiguredValues.of(parameters));
    }

    /** Returns the settings by these parameters, else by this process's environment. */
    static CanarySettings of(Map<String, String> parameters) {
        return of(key -> Optional.ofNullable(parameters.get(key)));
    }

    /** Returns whether the key ends with a name that the canary chose. */
    private static boolean isNamed(String key) {
        return key.startsWith(CREDENTIAL) || key.startsWith(TARGET + ".");
    }

    /** Refuses unknown keys. */
    static void check(Collection<String> keys) {
        for (String key : keys) {
            if (key.startsWith(PREFIX) && !isNamed(key) && !KEYS.contains(key)) {
                throw new CanaryConfigurationException("unknown configuration parameter " + key
                        + Nearest.to(key, KEYS)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; there are " + String.join(", ", KEYS) + " and " + CREDENTIAL + "<name> and "
                                        + TARGET + ".<name>"));
            }
        }
    }

    /** Refuses environment variables that look like a misspelt key; others may belong to other tools. */
    static void checkVariables(Collection<String> names) {
        List<String> known = KEYS.stream().map(CanarySettings::variable).toList();
        for (String name : names) {
            if (name.startsWith(variable(PREFIX))
                    && !name.startsWith(variable(CREDENTIAL))
                    && !name.startsWith(variable(TARGET + "."))
                    && !known.contains(name)) {
                Nearest.within(MOST_EDITS, name, known).ifPresent(near -> {
                    throw new CanaryConfigurationException(
                            "unknown environment variable " + name + "; did you mean " + near + "?");
                });
            }
        }
    }

    Optional<String> value(String key) {
        return values.value(key);
    }

    /** Returns a configuration parameter, or nothing where it is not set. */
    Optional<String> parameter(String key) {
        return values.parameters().apply(key);
    }

    static String variable(String key) {
        return AndonVariables.nameOf(key);
    }

    static String credentialKey(String name) {
        return CREDENTIAL + name;
    }

    /** Returns a credential, or the text of the file that the same key with {@code .file} names. */
    Optional<String> credential(String name) {
        String file = credentialKey(name) + FILE;
        return value(credentialKey(name)).or(() -> value(file).map(path -> {
            try {
                return InputFile.text(Path.of(path)).strip();
            } catch (IOException | InvalidPathException unreadable) {
                throw new CanaryConfigurationException(file + " = " + path + ": the file cannot be read");
            }
        }));
    }

    /** Returns the base URI without a trailing slash. */
    Optional<URI> target() {
        return target(TARGET);
    }

    /** Returns the base URI that a key names, without a trailing slash. */
    Optional<URI> target(String key) {
        return value(key).map(text -> uri(key, text));
    }

    private static URI uri(String key, String text) {
        try {
            URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (!HttpUri.is(uri)) {
                throw malformed(key, "it is not an http or https URI with a host");
            }
            if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw malformed(key, "it must hold neither user, query nor fragment; secrets are credentials");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw malformed(key, e.getReason());
        }
    }

    /** The value is not shown: a malformed URI may hold a password. */
    private static CanaryConfigurationException malformed(String key, String why) {
        return new CanaryConfigurationException(
                key + " is malformed: " + why + "; write for example https://shop.acme.com");
    }

    Optional<Duration> timeout() {
        return value(TIMEOUT).map(text -> Durations.parse(text)
                .orElseThrow(() -> new CanaryConfigurationException(
                        TIMEOUT + " = " + text + ": write a duration such as 500ms or 10s")));
    }

    Optional<Integer> retries() {
        return value(RETRIES).map(text -> {
            if (!text.equals("0") && !text.equals("1")) {
                throw new CanaryConfigurationException(RETRIES + " = " + text + ": write 0 or 1");
            }
            return Integer.valueOf(text);
        });
    }

    /** Returns whether a run without a result fails, for example in a deploy gate that waits for it. */
    boolean required() {
        return flag(REQUIRED);
    }

    /** Returns a setting that is true or false, and false where it is not set. */
    boolean flag(String key) {
        return value(key)
                .map(text -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        throw new CanaryConfigurationException(key + " = " + text + ": write true or false");
                    }
                    return text.equals("true");
                })
                .orElse(false);
    }

    /** Returns what canaries are run for; empty where nothing says so. */
    Optional<RunMode> mode() {
        return value(MODE).map(text -> Arrays.stream(RunMode.values())
                .filter(mode -> mode.id().equals(text))
                .findFirst()
                .orElseThrow(() -> new CanaryConfigurationException(MODE + " = " + text + ": write "
                        + Arrays.stream(RunMode.values()).map(RunMode::id).collect(Collectors.joining(", ")))));
    }

    /** Returns when the run was due; empty where nothing says so. */
    Optional<Instant> scheduled() {
        return value(SCHEDULED).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeException malformed) {
                throw new CanaryConfigurationException(
                        SCHEDULED + " = " + text + ": write a point in time such as 2027-01-31T12:00:00Z");
            }
        });
    }
}
