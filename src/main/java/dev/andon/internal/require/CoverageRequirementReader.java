package dev.andon.internal.require;

import dev.andon.TestKind;
import java.util.List;
import java.util.stream.Stream;

/** Reads {@code @RequireCoverage}. */
final class CoverageRequirementReader {
    private CoverageRequirementReader() {}

    static List<CoverageRequirement> read(ReadinessAnnotations annotations) {
        return annotations
                .each("RequireCoverage")
                .map(CoverageRequirementReader::read)
                .toList();
    }

    private static CoverageRequirement read(AnnotationAttributes requirement) {
        CoverageRequirement read = new CoverageRequirement(
                requirement.share("line"),
                requirement.share("branch"),
                requirement.share("method"),
                requirement.share("instruction"),
                requirement
                        .constant("kind")
                        .map(TestKind::valueOf)
                        .filter(kind -> kind != TestKind.ANY)
                        .orElse(null),
                requirement.texts("packages"),
                requirement.types("services"));
        if (Stream.of("line", "branch", "method", "instruction").noneMatch(requirement::has)) {
            throw requirement.misuse("line", "", "no threshold given; write for example line = 0.80");
        }
        return read;
    }
}
