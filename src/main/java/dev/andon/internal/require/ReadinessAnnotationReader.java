package dev.andon.internal.require;

import dev.andon.Evidence;
import dev.andon.Level;
import dev.andon.TestKind;
import dev.andon.internal.bytecode.AnnotationFacts;
import dev.andon.internal.text.Nearest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a readiness class's annotations, whether reflection or bytecode told them, and refuses misuse. */
public final class ReadinessAnnotationReader {
    private static final String ROOT = "dev.andon.";

    private final String readinessClass;
    private final List<AnnotationAttributes> all;

    private ReadinessAnnotationReader(String readinessClass, List<AnnotationFacts> annotations) {
        this.readinessClass = readinessClass;
        this.all = annotations.stream()
                .flatMap(ReadinessAnnotationReader::unfold)
                .map(facts -> new AnnotationAttributes(readinessClass, facts))
                .toList();
    }

    /**
     * Reads the annotations of a readiness class; containers of repeated annotations are unfolded.
     *
     * @throws ConfigurationException if they are written wrongly
     */
    public static ReadinessDeclaration read(String readinessClass, List<AnnotationFacts> annotations) {
        return new ReadinessAnnotationReader(readinessClass, annotations).read();
    }

    private static Stream<AnnotationFacts> unfold(AnnotationFacts facts) {
        if (facts.type().startsWith(ROOT) && facts.type().endsWith("$List")) {
            return ((List<?>) facts.value("value").orElse(List.of())).stream().map(AnnotationFacts.class::cast);
        }
        return Stream.of(facts);
    }

    private ReadinessDeclaration read() {
        AnnotationAttributes main = all("OperationalReadiness")
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(readinessClass
                        + " implements ReadinessChecks but is not annotated: add " + "@OperationalReadiness to it"));
        return new ReadinessDeclaration(
                readinessClass,
                packages(main),
                main.texts("includeServices"),
                main.texts("excludeServices"),
                main.types("conventions"),
                requirements(main));
    }

    private List<String> packages(AnnotationAttributes main) {
        List<String> packages = new ArrayList<>();
        for (String name : main.texts("packages")) {
            if (!name.matches("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*")) {
                throw main.misuse("packages", name, "not a package name; write for example \"com.acme.shop\"");
            }
            packages.add(name);
        }
        main.types("packagesOf").forEach(type -> packages.add(packageOf(type)));
        if (packages.isEmpty()) {
            packages.add(packageOf(readinessClass));
        }
        return packages.stream().distinct().toList();
    }

    private static String packageOf(String type) {
        return type.contains(".") ? type.substring(0, type.lastIndexOf('.')) : "";
    }

    private Requirements requirements(AnnotationAttributes main) {
        Optional<Level> level = main.atMostOne("level").map(Level::valueOf);
        EnumSet<Practice> practices = EnumSet.noneOf(Practice.class);
        Map<TestKind, Evidence> evidence = tests(practices);
        List<CoverageRequirement> coverage = coverage(practices);
        Optional<Requirements.CanaryBudget> canaries = canaries(practices);
        Optional<Requirements.PyramidShape> pyramid = pyramid(practices);
        Optional<Requirements.ChangedLinesRequirement> changedLines = changedLines(practices);
        if (practices.isEmpty() || level.isPresent()) {
            practices.addAll(Requirements.of(level.orElse(Level.INTEGRATED)).practices());
        }
        return new Requirements(
                practices, evidence, coverage, canaries, pyramid, changedLines, operations(), waivers());
    }

    private Map<TestKind, Evidence> tests(Set<Practice> practices) {
        Map<TestKind, Evidence> evidence = new EnumMap<>(TestKind.class);
        all("RequireTests").forEach(requirement -> {
            TestKind kind = TestKind.valueOf(requirement.constant("kind").orElseThrow());
            if (kind == TestKind.CANARY) {
                throw requirement.misuse("kind", "CANARY", "canaries are required by @RequireCanaries");
            }
            if (!practices.add(Practice.of(kind))) {
                throw requirement.misuse("kind", kind.name(), "required twice; keep one");
            }
            requirement.atMostOne("evidence").map(Evidence::valueOf).ifPresent(asked -> {
                if (asked == Evidence.NONE) {
                    throw requirement.misuse(
                            "evidence", "NONE", "leave it out to ask for the strongest that the build offers");
                }
                evidence.put(kind, asked);
            });
        });
        return evidence;
    }

    private List<CoverageRequirement> coverage(Set<Practice> practices) {
        return all("RequireCoverage")
                .map(requirement -> {
                    practices.add(Practice.COVERAGE);
                    CoverageRequirement threshold = new CoverageRequirement(
                            requirement.share("line"),
                            requirement.share("branch"),
                            requirement.share("method"),
                            requirement.share("instruction"),
                            requirement.atMostOne("by").map(TestKind::valueOf).orElse(null),
                            requirement.texts("packages"),
                            requirement.types("services"));
                    if (Stream.of("line", "branch", "method", "instruction").noneMatch(requirement::has)) {
                        throw requirement.misuse("line", "", "no threshold given; write for example line = 0.80");
                    }
                    return threshold;
                })
                .toList();
    }

    private Optional<Requirements.CanaryBudget> canaries(Set<Practice> practices) {
        return all("RequireCanaries").findFirst().map(requirement -> {
            // Whoever asks for canaries must be able to meet what is asked.
            Arrays.stream(Practice.values())
                    .filter(Practice::ofCanaries)
                    .filter(practice -> practice != Practice.CANARY_OUTAGES_STATED)
                    .forEach(practices::add);
            return new Requirements.CanaryBudget(
                    (int) requirement.positive("max", 5), (long) requirement.positive("runsPerMonth", 250_000));
        });
    }

    private Optional<Requirements.PyramidShape> pyramid(Set<Practice> practices) {
        return all("RequirePyramid").findFirst().map(requirement -> {
            practices.add(Practice.PYRAMID);
            return new Requirements.PyramidShape(
                    requirement.positive("unitToIntegration", 1),
                    requirement.positive("integrationToEndToEnd", 1),
                    requirement.positive("endToEndToCanary", 1),
                    (long) requirement.positive("unitMillis", 0));
        });
    }

    private Optional<Requirements.ChangedLinesRequirement> changedLines(Set<Practice> practices) {
        return all("RequireChangedLines").findFirst().map(requirement -> {
            practices.add(Practice.CHANGED_LINES);
            double line = requirement.has("line") ? requirement.share("line") : 1;
            return new Requirements.ChangedLinesRequirement(line, requirement.text("since"));
        });
    }

    private List<Requirements.Operation> operations() {
        Set<String> names = new HashSet<>();
        return all("KeyOperation")
                .map(operation -> {
                    String name = operation.notBlank("name", "name the operation in the users' words");
                    if (!names.add(OperationText.normalized(name))) {
                        throw operation.misuse("name", name, "named twice; give each operation a name of its own");
                    }
                    return new Requirements.Operation(name, operation.text("of").trim(), operation.type("service"));
                })
                .toList();
    }

    private List<Requirements.Waiver> waivers() {
        return all("Waive")
                .map(waiver -> {
                    String id = waiver.text("practice");
                    List<String> ids =
                            Arrays.stream(Practice.values()).map(Practice::id).toList();
                    Practice practice = Practice.ofId(id)
                            .orElseThrow(() -> waiver.misuse(
                                    "practice",
                                    id,
                                    "no such practice"
                                            + Nearest.to(id, ids)
                                                    .map(near -> "; did you mean \"" + near + "\"?")
                                                    .orElse("; there are " + ids)));
                    String type = waiver.type("service");
                    String name = waiver.text("serviceName").trim();
                    if (!type.isEmpty() && !name.isEmpty()) {
                        throw waiver.misuse("serviceName", name, "service is given too; keep one");
                    }
                    return new Requirements.Waiver(
                            practice,
                            type.isEmpty() ? name : type,
                            waiver.notBlank("reason", "say why this is acceptable"),
                            waiver.notBlank("owner", "say who answers for it"),
                            date(waiver));
                })
                .toList();
    }

    private static LocalDate date(AnnotationAttributes waiver) {
        String until = waiver.text("until");
        try {
            return LocalDate.parse(until);
        } catch (DateTimeParseException malformed) {
            throw waiver.misuse(
                    "until", until, "not a date; write the last day as yyyy-MM-dd, for example \"2027-03-31\"");
        }
    }

    private Stream<AnnotationAttributes> all(String annotation) {
        return all.stream().filter(attributes -> attributes.type().equals(ROOT + annotation));
    }
}
