package dev.andon.internal.canary.spec;

import dev.andon.internal.text.AndonVariables;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the configuration of canaries comes from: a parameter, else the environment variable of the same name.
 *
 * @param parameters the value of a parameter
 * @param variables the value of an environment variable
 */
public record ConfiguredValues(
        Function<String, Optional<String>> parameters, Function<String, Optional<String>> variables) {

    /** Returns the values by these parameters, else by this process's environment. */
    public static ConfiguredValues of(Function<String, Optional<String>> parameters) {
        return new ConfiguredValues(parameters, name -> Optional.ofNullable(System.getenv(name)));
    }

    /** Returns the value of a key; empty where it is not set, or blank as where a deployment leaves a variable empty. */
    public Optional<String> value(String key) {
        return RunOverrides.value(key)
                .or(() -> parameters.apply(key))
                .or(() -> variables.apply(AndonVariables.nameOf(key)))
                .map(String::trim)
                .filter(value -> !value.isEmpty());
    }
}
