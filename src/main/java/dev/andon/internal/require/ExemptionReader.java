package dev.andon.internal.require;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code @ExemptPractice}. */
final class ExemptionReader {
    private ExemptionReader() {}

    static List<Requirements.Exemption> read(ReadinessAnnotations annotations, PracticeCatalogue catalogue) {
        return annotations
                .each("ExemptPractice")
                .flatMap(exemption -> read(exemption, catalogue).stream())
                .toList();
    }

    /** Returns one exemption for each practice and each service or package, so that each of them must match. */
    private static List<Requirements.Exemption> read(AnnotationAttributes exemption, PracticeCatalogue catalogue) {
        List<Practice> practices = exemption.practices(catalogue);
        List<String> services = new ArrayList<>(exemption.types("services"));
        services.addAll(exemption.notBlanks("serviceNames"));
        List<String> packages = exemption.notBlanks("packages");
        if (services.isEmpty() && packages.isEmpty()) {
            throw exemption.misuse("services", "", "name the services, by services, serviceNames or packages");
        }
        String reason = exemption.notBlank("reason", "say why the practices do not apply");
        String owner = exemption.notBlank("owner", "say who is responsible");
        List<Requirements.Exemption> read = new ArrayList<>();
        for (Practice practice : practices) {
            if (practice.scope() == Practice.Scope.CODEBASE) {
                throw exemption.misuse(
                        "practices", practice.id(), "it is judged for the whole code base, never for a service");
            }
            services.forEach(name -> read.add(new Requirements.Exemption(practice, name, "", reason, owner)));
            packages.forEach(name -> read.add(new Requirements.Exemption(practice, "", name, reason, owner)));
        }
        return read;
    }
}
