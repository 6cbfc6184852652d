package dev.andon.internal.require;

import dev.andon.Practices;
import dev.andon.internal.formats.MethodFault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code @Waive}, and what stands in a file in its place. */
final class WaiverReader {
    private static final List<String> KINDS =
            Stream.of(MethodFault.values()).map(MethodFault::id).toList();

    /** A class and a method, or a class and the route of a lambda in brackets. */
    private static final Pattern FAULT = Pattern.compile(
            "(?:[^\\s:]+\\.[^\\s:.]+|[^\\s:\\[]+\\[[^\\]]+\\])(?::(?:" + String.join("|", KINDS) + "))?");

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
        List<String> faults = faults(waiver, practices, tests);
        if (none) {
            services.add("");
        }
        String reason = waiver.notBlank("reason", "say why this is acceptable");
        String owner = waiver.notBlank("owner", "say who is responsible");
        LocalDate until = waiver.date("until");
        List<Requirements.Waiver> read = new ArrayList<>();
        for (Practice practice : practices) {
            services.forEach(name ->
                    read.add(new Requirements.Waiver(practice, name, "", tests, faults, reason, owner, until, origin)));
            packages.forEach(name ->
                    read.add(new Requirements.Waiver(practice, "", name, tests, faults, reason, owner, until, origin)));
        }
        return read;
    }

    private static List<String> faults(AnnotationAttributes waiver, List<Practice> practices, List<String> tests) {
        List<String> faults = waiver.notBlanks("faults");
        if (faults.isEmpty()) {
            return faults;
        }
        if (!tests.isEmpty()) {
            throw waiver.misuse("faults", faults.toString(), "tests are given too; keep one of the two");
        }
        if (practices.stream().anyMatch(practice -> !practice.id().equals(Practices.TESTS_DETECT_FAILURE))) {
            throw waiver.misuse(
                    "faults",
                    faults.toString(),
                    "only " + Practices.TESTS_DETECT_FAILURE + " is about faults; waive other practices apart");
        }
        for (String fault : faults) {
            if (!FAULT.matcher(fault).matches()) {
                throw waiver.misuse(
                        "faults",
                        fault,
                        "write a class and a method, and one of " + KINDS
                                + " or none: OrderController.read:throws, of a lambda Routes[GET /orders]:throws");
            }
        }
        return faults;
    }
}
