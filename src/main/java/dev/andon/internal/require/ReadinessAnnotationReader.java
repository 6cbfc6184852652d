package dev.andon.internal.require;

import dev.andon.internal.bytecode.AnnotationFacts;
import java.util.ArrayList;
import java.util.List;

/** Reads the annotations of a readiness class, found by reflection or in its class file, and refuses misuse. */
public final class ReadinessAnnotationReader {
    private static final String PACKAGE_NAME = "[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*";

    private ReadinessAnnotationReader() {}

    /**
     * Reads the annotations of a readiness class; containers of repeated annotations are unfolded.
     *
     * @param catalogue the practices that exist
     * @throws ConfigurationException if they are used wrongly
     */
    public static ReadinessDeclaration read(
            String readinessClass, List<AnnotationFacts> facts, PracticeCatalogue catalogue) {
        ReadinessAnnotations annotations = ReadinessAnnotations.of(readinessClass, facts);
        AnnotationAttributes main = annotations
                .first("OperationalReadiness")
                .orElseThrow(() -> new ConfigurationException(readinessClass
                        + " implements ReadinessChecks but is not annotated: add @OperationalReadiness to it"));
        return new ReadinessDeclaration(
                readinessClass,
                packages(main),
                main.texts("includeServices"),
                main.texts("excludeServices"),
                main.types("conventions"),
                main.texts("assertionsIn"),
                RequirementsReader.read(annotations, main, catalogue));
    }

    private static List<String> packages(AnnotationAttributes main) {
        List<String> packages = new ArrayList<>();
        for (String name : main.texts("packages")) {
            if (!name.matches(PACKAGE_NAME)) {
                throw main.misuse("packages", name, "not a package name; write for example \"com.acme.shop\"");
            }
            packages.add(name);
        }
        main.types("packagesOf").forEach(type -> packages.add(packageOf(type)));
        if (packages.isEmpty()) {
            packages.add(packageOf(main.readinessClass()));
        }
        return packages.stream().distinct().toList();
    }

    private static String packageOf(String type) {
        return type.contains(".") ? type.substring(0, type.lastIndexOf('.')) : "";
    }
}
