package dev.andon.internal.assess;

import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.text.AndonVariables;
import dev.andon.internal.text.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The configuration parameters.
 *
 * @param enabled whether anything is checked
 * @param reportOnly whether violations are reported without failing the build
 * @param annotations whether what fails is printed as workflow commands too
 */
public record Settings(boolean enabled, boolean reportOnly, boolean annotations) {
    private static final String PREFIX = "andon.";
    private static final String CANARY_PREFIX = "andon.canary.";
    /** Builds use it as a Maven property, which Surefire hands on to the tests. */
    private static final String NOT_A_KEY = "andon.version";

    /** Every key, but for those of canaries, which are checked where canaries run. */
    public static final List<String> KEYS = List.of(
            "andon.enabled",
            "andon.report-only",
            "andon.annotations",
            "andon.output",
            "andon.build-id",
            "andon.proof.shard",
            BaselineMode.KEY);

    /**
     * Reads the parameters.
     *
     * @param keys all keys that are set anywhere
     * @param environment the environment variables
     * @throws ConfigurationException if a key or variable is unknown or a value malformed
     */
    public static Settings of(
            Function<String, Optional<String>> parameter, Collection<String> keys, Map<String, String> environment) {
        keys.stream()
                .filter(key -> key.startsWith(PREFIX) && !key.startsWith(CANARY_PREFIX) && !key.equals(NOT_A_KEY))
                .forEach(key -> check("configuration parameter", key, KEYS));
        List<String> variables = KEYS.stream().map(AndonVariables::nameOf).toList();
        environment.keySet().stream()
                .filter(name -> name.startsWith(AndonVariables.nameOf(PREFIX))
                        && !name.startsWith(AndonVariables.nameOf(CANARY_PREFIX))
                        && !name.equals(AndonVariables.nameOf(NOT_A_KEY)))
                .sorted()
                .forEach(name -> check("environment variable", name, variables));
        Function<String, Optional<String>> either =
                key -> parameter.apply(key).or(() -> Optional.ofNullable(environment.get(AndonVariables.nameOf(key))));
        return new Settings(
                flag("andon.enabled", true, either),
                flag("andon.report-only", false, either),
                flag("andon.annotations", false, either));
    }

    private static void check(String what, String name, List<String> known) {
        if (!known.contains(name)) {
            throw new ConfigurationException("unknown " + what + " " + name
                    + Nearest.to(name, known)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("; there are " + String.join(", ", known)));
        }
    }

    private static boolean flag(String key, boolean otherwise, Function<String, Optional<String>> parameter) {
        String value = parameter.apply(key).map(String::trim).orElse(String.valueOf(otherwise));
        if (!value.equals("true") && !value.equals("false")) {
            throw new ConfigurationException(key + " = " + value + ": write true or false");
        }
        return Boolean.parseBoolean(value);
    }
}
