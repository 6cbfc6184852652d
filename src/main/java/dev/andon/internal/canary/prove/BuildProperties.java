package dev.andon.internal.canary.prove;

import java.util.Properties;
import java.util.function.Supplier;

/** Hides the system properties that only a build sets, so that a canary runs as it does in production. */
final class BuildProperties {
    private BuildProperties() {}

    private static boolean isOfBuild(String name) {
        return name.startsWith("surefire.")
                || name.startsWith("failsafe.")
                || name.startsWith("org.gradle.")
                || name.startsWith("idea.")
                || name.startsWith("maven.")
                || name.equals("basedir")
                || name.equals("localRepository")
                || name.equals("test")
                || name.equals("it.test");
    }

    static synchronized <T> T hidden(Supplier<T> run) {
        Properties hidden = new Properties();
        System.getProperties().stringPropertyNames().stream()
                .filter(BuildProperties::isOfBuild)
                .forEach(name -> hidden.setProperty(name, System.getProperty(name)));
        hidden.stringPropertyNames().forEach(System::clearProperty);
        try {
            return run.get();
        } finally {
            hidden.stringPropertyNames().forEach(name -> System.setProperty(name, hidden.getProperty(name)));
        }
    }
}
