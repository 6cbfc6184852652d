package dev.andon.internal.text;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The environment variables that stand in for configuration parameters: {@code ANDON_OUTPUT} for {@code andon.output}. */
public final class AndonVariables {
    private AndonVariables() {}

    /** Returns the variable of a configuration parameter. */
    public static String nameOf(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Returns a parameter's value, or that of its variable where the parameter is not set; null where neither is. */
    public static @Nullable String or(@Nullable String value, String key) {
        return or(value, key, System.getenv());
    }

    static @Nullable String or(@Nullable String value, String key, Map<String, String> environment) {
        return value != null ? value : environment.get(nameOf(key));
    }
}
