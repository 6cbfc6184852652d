package dev.andon.internal.canary.alert;

import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.SecretSource;
import dev.andon.internal.text.HttpUri;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Finds the values that the settings file names; no message shows one. */
final class SecretValues {
    private static final int LARGEST = 16 << 10;

    private final Map<String, String> environment;

    SecretValues(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Returns a value, without white space around it.
     *
     * @param what what it is for, for the message
     * @throws CanaryConfigurationException if the source holds no value
     */
    String value(SecretSource source, String what) {
        String value =
                switch (source.kind()) {
                    case WRITTEN -> source.text();
                    case VARIABLE -> environment.getOrDefault(source.text(), "");
                    case FILE -> file(source.text(), what);
                };
        String trimmed = value.trim();
        if (trimmed.isEmpty() || trimmed.chars().anyMatch(Character::isISOControl)) {
            String where =
                    switch (source.kind()) {
                        case WRITTEN -> "the settings file";
                        case VARIABLE -> "the environment variable " + source.text();
                        case FILE -> "the file " + source.text();
                    };
            throw new CanaryConfigurationException(
                    what + ": " + where + (trimmed.isEmpty() ? " holds nothing" : " holds more than one line"));
        }
        return trimmed;
    }

    /**
     * Returns an address.
     *
     * @throws CanaryConfigurationException if the source holds no value, or one that is no http or https URI with a host
     */
    URI uri(SecretSource source, String what) {
        try {
            URI uri = new URI(value(source, what));
            if (HttpUri.is(uri) && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            // Its message quotes the address, which can be a secret.
            throw noUri(what);
        }
        throw noUri(what);
    }

    private static CanaryConfigurationException noUri(String what) {
        return new CanaryConfigurationException(what + ": the address is no http or https URI with a host");
    }

    private static String file(String path, String what) {
        try {
            return new String(InputFile.bytes(Path.of(path), LARGEST), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException unreadable) {
            throw new CanaryConfigurationException(what + ": the file " + path + " cannot be read ("
                    + unreadable.getClass().getSimpleName() + ")");
        }
    }
}
