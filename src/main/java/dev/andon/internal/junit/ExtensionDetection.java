package dev.andon.internal.junit;

import dev.andon.internal.evidence.coverage.SetUpExtension;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.junit.jupiter.api.extension.Extension;

/**
 * Lets Jupiter detect our own extension for all test classes, and no other, unless the user lets it detect extensions
 * anyway. Jupiter reads the parameters when it discovers and executes tests; a system property yields to a parameter of the
 * request, so nothing that the user set is overridden.
 */
final class ExtensionDetection {
    static final String ENABLED = "junit.jupiter.extensions.autodetection.enabled";
    static final String INCLUDE = "junit.jupiter.extensions.autodetection.include";

    private static boolean ours;

    private ExtensionDetection() {}

    /**
     * Enables the detection.
     *
     * @param parameter the configuration parameters of the request
     */
    static synchronized void enable(Function<String, Optional<String>> parameter) {
        restore();
        boolean users =
                parameter.apply(ENABLED).isPresent() || parameter.apply(INCLUDE).isPresent();
        if (!users && allCanBeLoaded()) {
            System.setProperty(ENABLED, "true");
            System.setProperty(INCLUDE, SetUpExtension.class.getName());
            ours = true;
        }
    }

    /** Returns whether detection can succeed: it loads each extension on the class path before it filters by name. */
    private static boolean allCanBeLoaded() {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            ServiceLoader.load(Extension.class, loader).stream().forEach(ServiceLoader.Provider::type);
            return true;
        } catch (ServiceConfigurationError | LinkageError broken) {
            return false;
        }
    }

    /** Undoes what was enabled. */
    static synchronized void restore() {
        if (ours) {
            System.clearProperty(ENABLED);
            System.clearProperty(INCLUDE);
            ours = false;
        }
    }
}
