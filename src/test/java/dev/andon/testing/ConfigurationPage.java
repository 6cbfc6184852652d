package dev.andon.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of {@code docs/configuration.md}. */
public final class ConfigurationPage {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(andon\\.[a-z.<>-]+)` \\| `(ANDON_[A-Z_<>]+)` \\|([^|]*)\\|([^|]+)\\|$");

    private ConfigurationPage() {}

    /** Returns the environment variable of each key that the page describes, but for keys that end with a user's name. */
    public static Map<String, String> variables() throws IOException {
        Map<String, String> variables = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("docs", "configuration.md")));
        while (row.find()) {
            if (!row.group(1).contains("<")) {
                variables.put(row.group(1), row.group(2));
            }
        }
        return variables;
    }
}
