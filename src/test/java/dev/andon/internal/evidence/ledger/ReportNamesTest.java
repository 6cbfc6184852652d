package dev.andon.internal.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.DisplayNames;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.formats.Outcome;
import dev.andon.testing.BuiltProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** By the names that the versions of Surefire wrote for the classes below, in each configuration that its documentation has. */
class ReportNamesTest {

    private static final Path REPORTS = Path.of(
            System.getProperty("basedir", System.getProperty("user.dir")),
            "src/test/resources/reports-of-surefire.txt");
    private static final String JUNIT = """
            package a;
            import org.junit.jupiter.api.*;
            import org.junit.jupiter.params.*;
            import org.junit.jupiter.params.provider.*;
            """;

    @TempDir
    Path temp;

    private ReportNames names;

    @BeforeEach
    void build() {
        names = names(
                JUNIT + """
                @DisplayName("orders. and (such)")
                class OrderTest {
                    @Test void all() {}
                    @Test @DisplayName("lists none at first") void none() {}
                    @ParameterizedTest(name = "{0} is even") @ValueSource(ints = {2, 4}) void even(int i) {}
                    @ParameterizedTest @DisplayName("odd numbers") @ValueSource(ints = {1, 3}) void odd(int i) {}
                    @Nested @DisplayName("given an order") class Given {
                        @Test void all() {}
                        @Nested @DisplayName("that is paid") class Paid {
                            @Test @DisplayName("ships") void ships() {}
                            @Test @Disabled("later") void off() {}
                        }
                    }
                    @Nested class Plain { @Test void p() {} }
                    @RepeatedTest(2) void again() {}
                    @TestFactory java.util.stream.Stream<DynamicTest> made() { return null; }
                }
                """,
                JUNIT + """
                class PlainTest {
                    @Test void all() {}
                    @Test @DisplayName("flaky one") void flaky() {}
                    @Nested @DisplayName("given an order") class Given { @Test void x() {} }
                }
                """,
                JUNIT + """
                @ParameterizedClass @ValueSource(ints = {1, 2})
                class ClassyTest {
                    ClassyTest(int i) {}
                    @Test void all() {}
                    @Test @DisplayName("shows it") void shown() {}
                    @ParameterizedTest @ValueSource(ints = {1, 3}) void odd(int i) {}
                    @Nested class In { @Test void x() {} }
                }
                """,
                JUNIT + """
                @DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
                class UnderscoreTest {
                    @Test void it_lists_all() {}
                    @Nested class When_paid { @Test void it_ships() {} }
                }
                """,
                JUNIT + "class BrokenTest { @Test void all() {} }",
                "package a; public class FourTest { @org.junit.Test public void all() {} }");
    }

    private ReportNames names(String... sources) {
        var index = BuiltProject.in(temp).test("shop", sources).index();
        List<TestClass> testClasses =
                Discovery.discover(index, DiscoveryRequest.of()).testClasses();
        return ReportNames.of(testClasses, new DisplayNames(index));
    }

    @TestFactory
    Stream<DynamicTest> every_method_is_known_by_what_surefire_and_gradle_call_it() throws IOException {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> lines = List.of();
        for (String line : Files.readAllLines(REPORTS)) {
            if (line.startsWith("# ")) {
                lines = new ArrayList<>();
                sections.put(line.substring(2), lines);
            } else {
                lines.add(line);
            }
        }
        return sections.entrySet().stream()
                .map(section -> DynamicTest.dynamicTest(
                        section.getKey(), () -> allAreKnown(section.getKey(), section.getValue())));
    }

    private void allAreKnown(String section, List<String> lines) throws IOException {
        Path folder = Files.createDirectories(temp.resolve(section));
        write(folder, lines);

        TestRuns runs = read(folder);

        assertThat(runs.problems()).isEmpty();
        assertThat(runs.classes())
                .extracting(ClassRun::className)
                .containsExactlyInAnyOrder(
                        "a.BrokenTest", "a.ClassyTest", "a.FourTest", "a.OrderTest", "a.PlainTest", "a.UnderscoreTest");
        assertThat(methods(runs, Outcome.SUCCESSFUL))
                .containsExactly(
                        "a.ClassyTest#all",
                        "a.ClassyTest#odd",
                        "a.ClassyTest#shown",
                        "a.ClassyTest$In#x",
                        "a.FourTest#all",
                        "a.OrderTest#again",
                        "a.OrderTest#all",
                        "a.OrderTest#even",
                        "a.OrderTest#made",
                        "a.OrderTest#none",
                        "a.OrderTest#odd",
                        "a.OrderTest$Given#all",
                        "a.OrderTest$Given$Paid#ships",
                        "a.OrderTest$Plain#p",
                        "a.PlainTest#all",
                        "a.PlainTest#flaky",
                        "a.PlainTest$Given#x",
                        "a.UnderscoreTest#it_lists_all",
                        "a.UnderscoreTest$When_paid#it_ships");
        assertThat(methods(runs, Outcome.SKIPPED)).contains("a.OrderTest$Given$Paid#off");
    }

    private static List<String> methods(TestRuns runs, Outcome outcome) {
        return List.copyOf(new TreeSet<>(runs.classes().stream()
                .flatMap(run -> run.tests().stream())
                .filter(test -> test.outcome() == outcome)
                .map(test -> test.className() + "#" + test.methodName())
                .toList()));
    }

    /** A line without indentation begins a report: its file and suite; the others are its cases. */
    private static void write(Path folder, List<String> lines) throws IOException {
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        StringBuilder current = new StringBuilder();
        for (String line : lines) {
            String[] parts = line.strip().split(" \\| ");
            if (line.startsWith(" ")) {
                String inside = parts.length < 3
                        ? ""
                        : Map.of(
                                        "skipped", "<skipped message='later'/>",
                                        "aborted", "<skipped type='org.opentest4j.TestAbortedException'/>",
                                        "flaky", "<flakyFailure message='first'/>")
                                .get(parts[2]);
                current.append("<testcase classname='")
                        .append(parts[0])
                        .append("' name='")
                        .append(parts[1].replace(">", "&gt;"))
                        .append("' time='0.1'>")
                        .append(inside)
                        .append("</testcase>");
            } else {
                current = new StringBuilder("<testsuite name='" + parts[1].replace(">", "&gt;") + "'>");
                files.put(parts[0], current);
            }
        }
        for (Map.Entry<String, StringBuilder> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue() + "</testsuite>");
        }
    }

    private TestRuns read(Path folder) {
        return ReportReader.read(List.of(folder), RunFreshness.since(Instant.EPOCH), names);
    }

    @Test
    void a_name_that_two_classes_share_is_told_by_the_suite_or_by_nobody() throws IOException {
        write(temp, List.of("TEST-a.PlainTest.xml | a.PlainTest", "    given an order | x"));
        write(temp, List.of("TEST-other.xml | given an order", "    given an order | x"));

        assertThat(read(temp).classes())
                .extracting(ClassRun::className)
                .containsExactlyInAnyOrder("a.PlainTest", "given an order");
    }

    @Test
    void a_nested_class_that_is_inherited_belongs_to_the_class_of_the_suite() throws IOException {
        names = names(
                JUNIT + "abstract class Base { @Nested class In { @Test void x() {} } }",
                JUNIT + "class OneTest extends Base {}",
                JUNIT + "class TwoTest extends Base {}");
        write(temp, List.of("TEST-a.OneTest.xml | a.OneTest", "    a.Base$In | x"));

        assertThat(read(temp).classes()).extracting(ClassRun::className).containsExactly("a.OneTest");
    }

    @Test
    void names_for_display_that_code_does_not_show_are_those_of_the_methods_that_are_left() throws IOException {
        names = names(JUNIT + "class OneTest { @Test void a() {} @Test void b() {} @Test void c() {} }");
        write(
                temp,
                List.of(
                        "TEST-a.OneTest.xml | a.OneTest",
                        "    a.OneTest | a",
                        "    a.OneTest | OneTest, does b",
                        "    a.OneTest | OneTest, does c"));

        assertThat(methods(read(temp), Outcome.SUCCESSFUL))
                .containsExactly("a.OneTest#a", "a.OneTest#b", "a.OneTest#c");
    }

    @Test
    void where_fewer_ran_than_are_left_none_of_them_is_said_to_have_run() throws IOException {
        names = names(JUNIT + "class OneTest { @Test void a() {} @Test void b() {} @Test void c() {} }");
        write(temp, List.of("TEST-a.OneTest.xml | a.OneTest", "    a.OneTest | a", "    a.OneTest | OneTest, does b"));

        assertThat(methods(read(temp), Outcome.SUCCESSFUL)).containsExactly("a.OneTest#OneTest, does b", "a.OneTest#a");
    }

    @Test
    void a_test_of_another_class_with_the_same_beginning_is_not_taken_for_it() throws IOException {
        names = names(JUNIT + "class OneTest { @Test void all() {} @Test void allOf() {} }");
        write(temp, List.of("TEST-a.OneTest.xml | a.OneTest", "    a.OneTest | allOf(int)[1]"));

        assertThat(methods(read(temp), Outcome.SUCCESSFUL)).containsExactly("a.OneTest#allOf");
    }
}
