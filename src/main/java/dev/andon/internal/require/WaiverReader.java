package dev.andon.internal.require;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code @Waive}, and what stands in a file in its place. */
final class WaiverReader {
    private WaiverReader() {}

    static List<Requirements.Waiver> read(ReadinessAnnotations annotations, PracticeCatalogue catalogue) {
        return annotations
                .each("Waive")
                .flatMap(waiver -> read(waiver, catalogue, Requirements.Waiver.ANNOTATION).stream())
                .toList();
    }

    /** Returns one waiver for each practice and service, so that each of them must be needed. */
    static List<Requirements.Waiver> read(AnnotationAttributes waiver, PracticeCatalogue catalogue, String origin) {
        List<Practice> practices = waiver.practices(catalogue);
        List<String> services = new ArrayList<>(waiver.types("services"));
        services.addAll(waiver.notBlanks("serviceNames"));
        List<String> packages = waiver.notBlanks("packages");
        List<String> tests = waiver.types("tests");
        boolean none = services.isEmpty() && packages.isEmpty();
        if (!tests.isEmpty() && !none) {
            throw waiver.misuse("tests", tests.toString(), "services are given too; keep one of the two");
        }
        if (none) {
            services.add("");
        }
        String reason = waiver.notBlank("reason", "say why this is acceptable");
        String owner = waiver.notBlank("owner", "say who is responsible");
        LocalDate until = waiver.date("until");
        List<Requirements.Waiver> read = new ArrayList<>();
        for (Practice practice : practices) {
            services.forEach(
                    name -> read.add(new Requirements.Waiver(practice, name, "", tests, reason, owner, until, origin)));
            packages.forEach(
                    name -> read.add(new Requirements.Waiver(practice, "", name, tests, reason, owner, until, origin)));
        }
        return read;
    }
}
