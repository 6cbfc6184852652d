package dev.andon.internal.evidence.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.Link;
import dev.andon.testing.Compiled;
import dev.andon.testing.RealLibraries;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests as the documentation of their libraries shows them, in {@code request-shapes.txt}: what is a request and what is
 * none, what cannot be determined, and of what kind a test is. Compiled against the libraries themselves where the build
 * has them, else against stand-ins.
 */
class RequestShapesIT {

    private record Shape(String title, String expected, String source) {
        @Override
        public String toString() {
            return title;
        }
    }

    private static final Map<String, List<Shape>> SHAPES = read();
    private static Map<String, Link.Strength> strengths;
    private static Map<String, TestClass> tests;

    private static Map<String, List<Shape>> read() {
        try (var in = RequestShapesIT.class.getResourceAsStream("request-shapes.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            List<Shape> shapes = new ArrayList<>();
            for (String part : text.split("(?m)^=== ")) {
                String[] head = part.lines().findFirst().orElse("").split(" -> ");
                shapes.add(new Shape(
                        head[0].strip(),
                        head.length > 1 ? head[1].strip() : head[0].strip(),
                        part.replaceFirst(".*\n", "")));
            }
            return shapes.stream().collect(Collectors.groupingBy(shape -> switch (shape.expected()) {
                case "MAIN", "LIB", "HEAD" -> shape.expected();
                case "" -> "none";
                default -> "TEST";
            }));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    static List<Shape> shapes() {
        return SHAPES.getOrDefault("TEST", List.of());
    }

    private static String name(Shape shape) {
        return "T" + shapes().indexOf(shape) + "IT";
    }

    @BeforeAll
    static void compile(@TempDir Path temp) throws IOException {
        Path libraries = compiled(temp.resolve("libraries"), "LIB").compile();
        Path main =
                compiled(temp.resolve("classes"), "MAIN").classPath(libraries).compile();
        Compiled compiled = RealLibraries.on(Compiled.into(temp.resolve("test-classes")))
                .classPath(libraries)
                .classPath(main);
        String head = SHAPES.get("HEAD").get(0).source();
        shapes().forEach(shape -> compiled.source(head + shape.source().replace("THIS", name(shape))));
        CodeIndex index = CodeIndex.of(
                List.of(new ClassRoot(main, "shop", false), new ClassRoot(compiled.compile(), "shop", true)),
                ClassSource.of(new URLClassLoader(new URL[] {libraries.toUri().toURL()}, RealLibraries.loader())));
        Inventory inventory = Discovery.discover(
                index, new DiscoveryRequest(List.of("com.acme"), List.of("com.acme.Streams"), List.of(), List.of()));
        tests = inventory.testClasses().stream().collect(Collectors.toMap(TestClass::name, Function.identity()));
        strengths = Links.find(index, inventory).stream()
                .filter(link -> link.strength().compareTo(Link.Strength.UNCLEAR) >= 0)
                .collect(Collectors.toMap(Link::testClass, Link::strength, (one, other) -> List.of(one, other).stream()
                        .max(Comparator.naturalOrder())
                        .orElseThrow()));
    }

    private static Compiled compiled(Path folder, String part) {
        Compiled compiled = RealLibraries.on(Compiled.into(folder));
        SHAPES.get(part).forEach(shape -> compiled.source(shape.source()));
        return compiled;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void is_read_as_it_runs(Shape shape) {
        String name = "com.acme." + name(shape);
        assertThat(tests).containsKey(name);
        if (List.of("UNIT", "INTEGRATION").contains(shape.expected())) {
            assertThat(tests.get(name).kind()).hasToString(shape.expected());
        } else {
            Link.Strength strength = strengths.get(name);
            assertThat(strength == null ? "none" : strength.name()).isEqualTo(shape.expected());
        }
    }
}
