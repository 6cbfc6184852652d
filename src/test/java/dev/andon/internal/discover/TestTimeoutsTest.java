package dev.andon.internal.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.testing.BuiltProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestTimeoutsTest {

    private static final String JUPITER = """
            package com.acme;
            import org.junit.jupiter.api.*;
            import org.junit.jupiter.params.*;
            """;

    private static final String COMPOSED =
            "@Timeout(5) @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) @interface Quick {}";

    private static final String EVERY_KIND = JUPITER + """
            class OrderTest {
                @Test void test() {}
                @RepeatedTest(2) void repeated() {}
                @ParameterizedTest void parameters(int number) {}
                @TestFactory java.util.List<DynamicTest> factory() { return java.util.List.of(); }
            }
            """;

    private static final String JUNIT_4 = "package com.acme; import org.junit.*; import org.junit.rules.*; ";

    @TempDir
    Path temp;

    private Set<String> limited(String... sources) {
        return limited(BuiltProject.in(temp).test("shop", sources));
    }

    /** Returns the names of the test methods with a timeout. */
    private static Set<String> limited(BuiltProject build) {
        return Discovery.discover(build.index(), DiscoveryRequest.of("com.acme")).testClasses().stream()
                .flatMap(test -> test.methods().stream())
                .filter(TestMethod::timeLimited)
                .map(TestMethod::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void a_timeout_on_a_jupiter_method_is_its_own() {
        assertThat(limited(JUPITER + COMPOSED, JUPITER + """
                        class OrderTest {
                            @Timeout(5) @Test void direct() {}
                            @Quick @ParameterizedTest void composed(int number) {}
                            @Test void none() {}
                        }
                        """)).containsExactly("composed", "direct");
    }

    @Test
    void a_timeout_on_a_jupiter_class_is_one_for_its_subclasses_and_nested_classes() {
        assertThat(limited(
                        JUPITER + COMPOSED,
                        JUPITER + "@Quick abstract class Base { @Test void inherited() {} }",
                        JUPITER + "class OrderTest extends Base { @Test void own() {} }",
                        JUPITER + "@Timeout(5) class CartTest { @Nested class Empty { @Test void nested() {} } }",
                        JUPITER + "class SlowTest { @Timeout(5) @Nested class Within { @Test void within() {} }"
                                + " @Test void outside() {} @Timeout(5) @BeforeEach void setUp() {} }"))
                .containsExactly("inherited", "nested", "own", "within");
    }

    @Test
    void the_attribute_of_a_junit_4_test_limits_it() {
        assertThat(limited(JUNIT_4 + "public class OrderTest { @Test(timeout = 500) public void limited() {}"
                        + " @Test(timeout = 0) public void unlimited() {} @Test public void none() {} }"))
                .containsExactly("limited");
    }

    @Test
    void a_timeout_rule_limits_the_junit_4_tests_of_its_class_and_of_subclasses() {
        assertThat(limited(
                        JUNIT_4 + "public class FieldTest { @Rule public Timeout rule = Timeout.seconds(5);"
                                + " @Test public void field() {} }",
                        JUNIT_4 + "public class MethodTest { @Rule public Timeout rule() { return Timeout.seconds(5); }"
                                + " @Test public void method() {} }",
                        JUNIT_4 + "public abstract class Base {"
                                + " @ClassRule public static final Timeout RULE = Timeout.seconds(5); }",
                        JUNIT_4 + "public class SubTest extends Base { @Test public void inherited() {} }",
                        JUNIT_4 + "public class NoRuleTest { public Timeout rule = Timeout.seconds(5);"
                                + " public Timeout rule() { return rule; } @Rule public Object other;"
                                + " @Test public void none() {} }"))
                .containsExactly("field", "inherited", "method");
    }

    @Test
    void each_framework_limits_its_own_tests_only() {
        assertThat(limited(
                        "package com.acme; @org.junit.jupiter.api.Timeout(5) public class MixedTest {"
                                + " @org.junit.Test public void four() {} @org.junit.jupiter.api.Test void five() {} }",
                        "package com.acme; public class RuleTest {"
                                + " @org.junit.Rule public org.junit.rules.Timeout rule;"
                                + " @org.junit.Test public void ruled() {} @org.junit.jupiter.api.Test void unruled() {} }",
                        "package com.acme; @org.junit.jupiter.api.Timeout(5) public class PropertyTest {"
                                + " @net.jqwik.api.Property void holds() {} }"))
                .containsExactly("five", "ruled");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    default = 30 s                                  | factory parameters repeated test
                    testable.method.default = 2m                    | factory parameters repeated test
                    test.method.default = 5                         | test
                    testtemplate.method.default = 100 MS            | parameters repeated
                    testfactory.method.default = 1 h                | factory
                    lifecycle.method.default = 30 s                 | ''
                    default = soon                                  | ''
                    default = 0 s                                   | ''
                    default=30 s,mode=disabled                      | ''
                    default=30 s,mode=disabled_on_debug             | factory parameters repeated test
                    """)
    void a_default_of_the_module_limits_the_jupiter_tests_that_it_is_for(String settings, String limited)
            throws IOException {
        BuiltProject build = BuiltProject.in(temp).test("shop", EVERY_KIND);
        configure(build.roots().get(0).path(), settings.split(","));

        assertThat(String.join(" ", limited(build))).isEqualTo(limited);
    }

    @Test
    void a_default_covers_neither_junit_4_nor_other_modules() throws IOException {
        BuiltProject build = BuiltProject.in(temp)
                .test(
                        "shop",
                        JUPITER + "class OrderTest { @Test void here() {} @org.junit.Test public void four() {} }")
                .test("billing", JUPITER + "class BillTest { @Test void elsewhere() {} }");
        configure(build.roots().get(0).path(), "default = 30 s");

        assertThat(limited(build)).containsExactly("here");
    }

    @Test
    void gradle_keeps_the_default_apart_from_the_classes() throws IOException {
        BuiltProject build = BuiltProject.in(temp)
                .root("shop", "build/classes/java/test", true, JUPITER + "class OrderTest { @Test void test() {} }");
        Path resources = temp.resolve("shop/build/resources");

        configure(Files.createDirectories(resources.resolve("integrationTest")), "default = 30 s");
        assertThat(limited(build)).isEmpty();

        configure(Files.createDirectories(resources.resolve("test")), "default = 30 s");
        assertThat(limited(build)).containsExactly("test");
    }

    private static void configure(Path folder, String... settings) throws IOException {
        Stream<String> lines = Arrays.stream(settings).map(setting -> "junit.jupiter.execution.timeout." + setting);
        Files.write(folder.resolve("junit-platform.properties"), lines.toList());
    }
}
