package dev.andon.internal.audit.maven;

import java.nio.file.Path;
import java.util.List;

/** Reads jars that others wrote, for tests of other packages. */
public final class JarReading {
    private JarReading() {}

    /** Looks for a class and a resource in the jar. */
    public static void read(Path jar) {
        try (JarClasses classes = new JarClasses(List.of(jar))) {
            classes.bytes("com.acme.till.Till");
            classes.find("META-INF/MANIFEST.MF");
        }
    }
}
