package dev.andon.internal.junit;

import dev.andon.internal.require.ConfigurationException;
import java.util.function.Predicate;

/** What readiness itself cannot do without, and a module of canaries leaves out of its artefact. */
final class NeededLibraries {
    private static final String READS_CLASS_FILES = "org.objectweb.asm.ClassReader";
    private static final String READS_COVERAGE = "org.jacoco.core.analysis.Analyzer";

    private NeededLibraries() {}

    /**
     * Checks that they are on the class path.
     *
     * @throws ConfigurationException if not: a {@code NoClassDefFoundError} would not say what to do
     */
    static void check() {
        check(NeededLibraries::present);
    }

    static void check(Predicate<String> present) {
        if (!present.test(READS_CLASS_FILES) || !present.test(READS_COVERAGE)) {
            throw new ConfigurationException(
                    "org.jacoco.core, by which readiness reads class files, is not on the class path: this module "
                            + "excludes it from andon-junit. Add it for the tests alone: <dependency><groupId>org.jacoco</groupId>"
                            + "<artifactId>org.jacoco.core</artifactId><version>…</version><scope>test</scope></dependency>");
        }
    }

    private static boolean present(String className) {
        try {
            Class.forName(className, false, NeededLibraries.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
