package dev.andon.internal.assess;

import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.text.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The configuration parameters.
 *
 * @param enabled whether anything is checked
 * @param reportOnly whether violations are reported without failing the build
 */
public record Settings(boolean enabled, boolean reportOnly) {
    private static final String PREFIX = "andon.";
    private static final String CANARY_PREFIX = "andon.canary.";
    /** Builds use it as a Maven property, which Surefire hands on to the tests. */
    private static final String NOT_A_KEY = "andon.version";

    /** Every key, but for those of canaries, which are checked where canaries run. */
    public static final List<String> KEYS =
            List.of("andon.enabled", "andon.report-only", "andon.output", "andon.build-id");

    /**
     * Reads the parameters.
     *
     * @param keys all keys that are set anywhere
     * @throws ConfigurationException if a key is unknown or a value malformed
     */
    public static Settings of(Function<String, Optional<String>> parameter, Collection<String> keys) {
        for (String key : keys) {
            if (key.startsWith(PREFIX)
                    && !key.startsWith(CANARY_PREFIX)
                    && !key.equals(NOT_A_KEY)
                    && !KEYS.contains(key)) {
                throw new ConfigurationException("unknown configuration parameter " + key
                        + Nearest.to(key, KEYS)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; there are " + String.join(", ", KEYS)));
            }
        }
        return new Settings(flag("andon.enabled", true, parameter), flag("andon.report-only", false, parameter));
    }

    private static boolean flag(String key, boolean otherwise, Function<String, Optional<String>> parameter) {
        String value = parameter.apply(key).map(String::trim).orElse(String.valueOf(otherwise));
        if (!value.equals("true") && !value.equals("false")) {
            throw new ConfigurationException(key + " = " + value + ": write true or false");
        }
        return Boolean.parseBoolean(value);
    }
}
