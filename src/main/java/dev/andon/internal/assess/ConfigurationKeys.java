package dev.andon.internal.assess;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The keys that are set anywhere: by system properties or in {@code junit-platform.properties}. */
public final class ConfigurationKeys {
    private ConfigurationKeys() {}

    /** Returns all keys, ours or not. */
    public static Set<String> all(ClassLoader loader) {
        Set<String> keys = new TreeSet<>(System.getProperties().stringPropertyNames());
        URL file = loader.getResource("junit-platform.properties");
        if (file != null) {
            Properties properties = new Properties();
            try (InputStream in = file.openStream()) {
                properties.load(in);
                keys.addAll(properties.stringPropertyNames());
            } catch (IOException | IllegalArgumentException unreadable) {
                // JUnit reads the same file and says what is wrong with it.
                return keys;
            }
        }
        return keys;
    }
}
