package dev.andon.traps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Level;
import dev.andon.Verdict;
import dev.andon.internal.assess.Assessor;
import dev.andon.internal.assess.BuildContext;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.ledger.BuildId;
import dev.andon.internal.formats.SessionId;
import dev.andon.internal.formats.SessionIdCodec;
import dev.andon.internal.judge.PracticeChecks;
import dev.andon.internal.require.ReadinessDeclaration;
import dev.andon.internal.require.Requirements;
import dev.andon.testing.Compiled;
import dev.andon.testing.RealLibraries;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.data.ExecutionDataWriter;
import org.jacoco.core.data.SessionInfo;
import org.jacoco.core.internal.data.CRC64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole projects in the shapes that public ones have: Spring's PetClinic and its REST variant, WebFlux samples, the
 * quickstarts of Quarkus, the guides of Micronaut, Dropwizard's example, Javalin's samples, gRPC's route guide, a consumer of
 * Kafka. Each is judged without coverage data, and with the data that the JaCoCo agent would have written.
 */
class ProjectShapesTest {

    private static final String PACKAGE = "com.shape.";
    private static final List<String> PROJECTS = new ArrayList<>();
    private static String head = "";
    private static URLClassLoader libraries;
    private static Path folder;

    /** A project: its name and its parts, each headed by what it is. */
    private record Project(String name, List<String> parts) {
        static Project of(String text) {
            String title = text.lines().findFirst().orElse("");
            return new Project(
                    title.substring(0, title.indexOf(':')).replace(' ', '_'),
                    Arrays.stream(text.substring(text.indexOf('\n') + 1).split("(?m)^(?=MAIN$|TEST$|RUNS |RIGHT )"))
                            .filter(part -> !part.isBlank())
                            .toList());
        }

        List<String> sources(String kind, String imports) {
            return parts.stream()
                    .filter(part -> part.startsWith(kind + "\n"))
                    .map(part -> "package " + PACKAGE + name + ";\n" + imports + part.substring(kind.length() + 1))
                    .toList();
        }

        List<String[]> lines(String kind) {
            return parts.stream()
                    .filter(part -> part.startsWith(kind + " "))
                    .map(part -> part.strip().split(" "))
                    .toList();
        }

        String in(String simpleName) {
            return PACKAGE + name + "." + simpleName;
        }
    }

    @BeforeAll
    static void compile(@TempDir Path temp) throws IOException {
        folder = temp;
        List<String> library = new ArrayList<>();
        PROJECTS.clear();
        try (var in = ProjectShapesTest.class.getResourceAsStream("project-shapes.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (String part : text.split("(?m)^=== ")) {
                if (part.startsWith("LIB\n")) {
                    library.add(part.substring(4));
                } else if (part.startsWith("HEAD\n")) {
                    head = part.substring(5);
                } else if (!part.isBlank()) {
                    PROJECTS.add(part);
                }
            }
        }
        Path compiled = RealLibraries.on(Compiled.into(temp.resolve("library")))
                .sources(library)
                .compile();
        libraries = new URLClassLoader(new URL[] {compiled.toUri().toURL()}, RealLibraries.loader());
        List<Project> projects = PROJECTS.stream().map(Project::of).toList();
        Path main = RealLibraries.on(Compiled.into(temp.resolve("main")))
                .classPath(compiled)
                .sources(projects.stream()
                        .flatMap(project -> project.sources("MAIN", "").stream())
                        .toList())
                .compile();
        Path tests = RealLibraries.on(Compiled.into(temp.resolve("test")))
                .classPath(compiled)
                .classPath(main)
                .sources(projects.stream()
                        .flatMap(project -> project.sources("TEST", head).stream())
                        .toList())
                .compile();
        for (Project project : projects) {
            move(main, project, "classes");
            move(tests, project, "test-classes");
        }
    }

    private static void move(Path from, Project project, String to) throws IOException {
        Path target = folder.resolve(project.name()).resolve(to).resolve("com/shape");
        Files.createDirectories(target);
        Files.move(from.resolve("com/shape").resolve(project.name()), target.resolve(project.name()));
    }

    static Stream<Named<String>> projects() {
        return Stream.of(
                        "clinic",
                        "pets",
                        "posts",
                        "fruits",
                        "heroes",
                        "greetings",
                        "notes",
                        "users",
                        "route_guide",
                        "orders")
                .map(name -> Named.of(name, name));
    }

    private static Project project(String name) {
        return PROJECTS.stream()
                .map(Project::of)
                .filter(project -> project.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("projects")
    void is_judged_right_without_coverage_data(String name) throws IOException {
        assertThat(judged(project(name))).containsExactlyInAnyOrderElementsOf(right(project(name)));
    }

    @ParameterizedTest
    @MethodSource("projects")
    void is_judged_right_by_what_its_tests_execute(String name) throws IOException {
        Project project = project(name);
        for (String[] runs : project.lines("RUNS")) {
            append(project, runs[1], runs[2]);
        }

        assertThat(judged(project)).containsExactlyInAnyOrderElementsOf(right(project));
        Files.delete(exec(project));
    }

    private static List<String> right(Project project) {
        return project.lines("RIGHT").stream()
                .map(line -> line[1] + " " + line[2] + " " + line[3])
                .toList();
    }

    private static Path exec(Project project) {
        return folder.resolve(project.name()).resolve("jacoco.exec");
    }

    /** All that the service can do ran in the test. */
    private static void append(Project project, String test, String service) throws IOException {
        String name = project.in(service).replace('.', '/');
        byte[] classFile = Files.readAllBytes(
                folder.resolve(project.name()).resolve("classes").resolve(name + ".class"));
        boolean[] probes = new boolean[100];
        Arrays.fill(probes, true);
        String session = SessionIdCodec.encode(SessionId.ofFinished("this", Set.of(project.in(test))));
        try (OutputStream out = Files.newOutputStream(
                exec(project), java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)) {
            ExecutionDataWriter writer = new ExecutionDataWriter(out);
            long now = System.currentTimeMillis();
            writer.visitSessionInfo(new SessionInfo(session, now, now));
            writer.visitClassExecution(new ExecutionData(CRC64.classId(classFile), name, probes));
        }
    }

    /** Each service with its verdicts on unit tests and on integration tests. */
    private static List<String> judged(Project project) throws IOException {
        Path module = folder.resolve(project.name());
        List<ClassRoot> roots = List.of(
                new ClassRoot(module.resolve("classes"), project.name(), false),
                new ClassRoot(module.resolve("test-classes"), project.name(), true));
        CodeIndex index = CodeIndex.of(roots, ClassSource.of(libraries));
        for (TestClass test :
                Discovery.discover(index, DiscoveryRequest.of("com.shape")).testClasses()) {
            report(test, module);
        }
        return Assessor.assess(
                        new ReadinessDeclaration(
                                "com.shape.ShapeReadinessTest",
                                List.of("com.shape"),
                                List.of(),
                                List.of(),
                                List.of(),
                                Requirements.of(PracticeChecks.CATALOGUE.of(Level.INTEGRATED))),
                        new Workspace(List.of(new Module(project.name(), module, module, roots))),
                        index,
                        List.of(),
                        new BuildContext(
                                (inventory, runs) -> true,
                                new BuildId("this", BuildId.Kind.CHOSEN, Instant.EPOCH),
                                BuildContext.outputs(null)))
                .report()
                .services()
                .stream()
                .map(service -> service.name().substring(service.name().lastIndexOf('.') + 1)
                        + " "
                        + service.practice("unit-tests")
                                .map(result -> result.verdict())
                                .orElse(Verdict.NOT_APPLICABLE)
                        + " "
                        + service.practice("integration-tests")
                                .map(result -> result.verdict())
                                .orElse(Verdict.NOT_APPLICABLE))
                .toList();
    }

    private static void report(TestClass test, Path module) throws IOException {
        StringBuilder cases = new StringBuilder();
        test.methods()
                .forEach(method -> cases.append(
                        "<testcase name='" + method.name() + "' classname='" + test.name() + "' time='0.01'/>"));
        Files.writeString(
                Files.createDirectories(module.resolve("surefire-reports")).resolve("TEST-" + test.name() + ".xml"),
                "<?xml version='1.0'?><testsuite name='" + test.name() + "' tests='"
                        + test.methods().size() + "'>" + cases + "</testsuite>");
    }
}
