package dev.andon.internal.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestClassesTest {

    private static final String JUPITER = """
            package com.acme;
            import org.junit.jupiter.api.*;
            import org.junit.jupiter.api.condition.*;
            import org.junit.jupiter.params.*;
            """;

    @TempDir
    Path temp;

    private BuiltProject build;

    @BeforeEach
    void begin() {
        build = BuiltProject.in(temp);
    }

    private List<TestClass> tests(String... sources) {
        return Discovery.discover(build.test("shop", sources).index(), DiscoveryRequest.of("com.acme"))
                .testClasses();
    }

    private TestMethod only(String... sources) {
        return tests(sources).stream()
                .flatMap(test -> test.methods().stream())
                .reduce((one, other) -> {
                    throw new AssertionError("more than one test method");
                })
                .orElseThrow();
    }

    @Test
    void every_kind_of_jupiter_method_is_a_test_and_helpers_are_none() {
        List<TestClass> found = tests(
                JUPITER + """
                        class OrderTest {
                            @Test void test() {}
                            @ParameterizedTest void parameters(int number) {}
                            @RepeatedTest(2) void repeated() {}
                            @TestFactory java.util.List<DynamicTest> factory() { return java.util.List.of(); }
                            @TestTemplate void template() {}
                            @FastTest void composed() {}
                            @Test private void hidden() {}
                            @Test static void shared() {}
                            @BeforeEach void setUp() {}
                            void helper() {}
                        }
                        """,
                JUPITER
                        + "@Test @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) @interface FastTest {}",
                JUPITER + "abstract class Base { @Test void inherited() {} }",
                JUPITER + "class Helper { void test() {} }");

        assertThat(found).extracting(TestClass::name).containsExactly("com.acme.OrderTest");
        assertThat(found.get(0).methods())
                .extracting(TestMethod::name)
                .containsExactlyInAnyOrder("test", "parameters", "repeated", "factory", "template", "composed");
        assertThat(found.get(0).methods())
                .filteredOn(method -> method.name().equals("test"))
                .singleElement()
                .extracting(method -> method.location().toString())
                .isEqualTo("OrderTest.java:6");
    }

    @Test
    void leaves_often_have_no_test_of_their_own() {
        List<TestClass> found = tests(
                JUPITER + "abstract class Contract { @Test void answers() {} @Test void fails() {} }",
                JUPITER + "interface Closes { @Test default void closes() {} }",
                JUPITER + "class OrderIT extends Contract implements Closes { void fails() {} }");

        assertThat(found).singleElement().satisfies(test -> {
            assertThat(test.name()).isEqualTo("com.acme.OrderIT");
            assertThat(test.methods())
                    .extracting(TestMethod::runsIn, TestMethod::declaredIn, TestMethod::name)
                    .containsExactly(
                            tuple("com.acme.OrderIT", "com.acme.Contract", "answers"),
                            tuple("com.acme.OrderIT", "com.acme.Closes", "closes"));
        });
    }

    @Test
    void nested_tests_belong_to_their_top_level_class() {
        List<TestClass> found = tests(JUPITER + """
                        class OrderTest {
                            @Nested class Empty { @Test void rejects() {} @Nested class Twice { @Test void again() {} } }
                            class Helper { @Test void never() {} }
                            static class Fixture { @Test void neither() {} }
                        }
                        """);

        assertThat(found).singleElement().satisfies(test -> assertThat(test.methods())
                .extracting(TestMethod::runsIn, TestMethod::name)
                .containsExactly(
                        tuple("com.acme.OrderTest$Empty", "rejects"),
                        tuple("com.acme.OrderTest$Empty$Twice", "again")));
    }

    @Test
    void junit_4_and_3_and_jqwik_are_understood_beside_jupiter() {
        List<TestClass> found = tests(
                "package com.acme; public class FourTest { @org.junit.Test public void four() {} @org.junit.jupiter.api.Test void five() {} }",
                "package com.acme; public class ThreeTest extends junit.framework.TestCase { public void testThree() {} public void help() {} }",
                "package com.acme; public class PropertyTest { @net.jqwik.api.Property void holds() {} }",
                "package com.acme; @org.junit.runner.RunWith(org.junit.runners.Suite.class) public class AllTests { @org.junit.Test public void x() {} }",
                "package com.acme; @org.junit.runner.RunWith(org.junit.experimental.runners.Enclosed.class) public class GroupTest {"
                        + " public static class Inner { @org.junit.Test public void inner() {} } }",
                "package com.acme; public class NgTest { @Deprecated public void ng() {} }");

        assertThat(found)
                .extracting(
                        TestClass::name,
                        test -> test.methods().stream().map(TestMethod::name).toList())
                .containsExactly(
                        tuple("com.acme.FourTest", List.of("four", "five")),
                        tuple("com.acme.GroupTest", List.of("inner")),
                        tuple("com.acme.PropertyTest", List.of("holds")),
                        tuple("com.acme.ThreeTest", List.of("testThree")));
    }

    @Test
    void tags_are_those_of_the_method_and_of_its_classes_and_categories_count() {
        assertThat(only(
                                JUPITER + "@Tag(\"base\") class Base {}",
                                JUPITER
                                        + "@Tag(\"outer\") class OrderTest extends Base { @Tag(\"inner\") @Nested class In {"
                                        + " @Tag(\"one\") @Tag(\"two\") @Test void test() {} } }")
                        .tags())
                .isEqualTo(Set.of("base", "outer", "inner", "one", "two"));
        begin();
        build = BuiltProject.in(temp.resolve("four"));
        assertThat(only(
                                "package com.acme; interface Slow {}",
                                "package com.acme; @org.junit.experimental.categories.Category(Slow.class) public class FourTest {"
                                        + " @org.junit.Test public void four() {} }")
                        .tags())
                .isEqualTo(Set.of("Slow"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "@Disabled | Disabled | '' | false",
                "@Disabled(\"SHOP-7\") | Disabled | SHOP-7 | false",
                "@DisabledForJreRange(min = JRE.JAVA_17, disabledReason = \"ASM\") | DisabledForJreRange | ASM | true",
                "@EnabledIfEnvironmentVariable(named = \"CI\", matches = \".*\") | EnabledIfEnvironmentVariable | '' | true",
                "@EnabledOnOs(OS.LINUX) | EnabledOnOs | '' | true",
                "@org.springframework.test.context.junit.jupiter.DisabledIf(reason = \"no net\") | DisabledIf | no net | true",
                "@DisabledOnOs(OS.MAC) @Disabled(\"both\") | Disabled | both | false",
                "@DisplayName(\"DisabledIf\") | - | - | -",
                // Spring's page "Ahead of Time Support for Tests", JUnit's "Native Image Conditions".
                "@org.springframework.test.context.aot.DisabledInAotMode | - | - | -",
                "@org.junit.jupiter.api.condition.DisabledInNativeImage | - | - | -",
                "@org.junit.jupiter.api.condition.EnabledInNativeImage | EnabledInNativeImage | '' | true"
            })
    void an_annotation_may_keep_a_method_from_running(
            String annotation, String simpleName, String reason, Boolean conditional) {
        TestMethod method =
                only(JUPITER + "class OrderTest {\n" + annotation + "\n@Test void test() { assert true; } }");

        if (simpleName == null) {
            assertThat(method.disabled()).isNull();
        } else {
            assertThat(method.disabled())
                    .extracting(
                            TestMethod.Disabled::annotation,
                            TestMethod.Disabled::reason,
                            TestMethod.Disabled::conditional,
                            disabled -> disabled.location().toString())
                    .containsExactly(simpleName, reason, conditional, "OrderTest.java:7");
        }
    }

    @Test
    void a_class_or_an_interface_may_keep_its_tests_from_running_and_a_superclass_may_not() {
        assertThat(
                        tests(
                                JUPITER + "@Disabled(\"base\") class Base {}",
                                JUPITER + "@DisabledOnOs(OS.LINUX) interface OnlyElsewhere {}",
                                JUPITER + "class FreeTest extends Base { @Test void test() {} }",
                                JUPITER + "class BoundTest implements OnlyElsewhere { @Test void test() {} }",
                                JUPITER + "@Disabled class OuterTest { @Nested class In { @Test void test() {} } }",
                                "package com.acme; @org.junit.Ignore(\"old\") public class FourTest { @org.junit.Test public void test() {} }"))
                .extracting(TestClass::name, test -> {
                    TestMethod.Disabled disabled = test.methods().get(0).disabled();
                    return disabled == null ? "runs" : disabled.annotation() + " " + disabled.reason();
                })
                .containsExactly(
                        tuple("com.acme.BoundTest", "DisabledOnOs "),
                        tuple("com.acme.FourTest", "Ignore old"),
                        tuple("com.acme.FreeTest", "runs"),
                        tuple("com.acme.OuterTest", "Disabled "));
    }

    @Test
    void test_classes_of_any_package_are_found_and_tell_what_they_declare() {
        build.main("shop", "package com.acme; public class Orders {}", "package com.acme; public class Stock {}");
        List<TestClass> found = tests(
                "package org.other; @dev.andon.EndToEndTest(services = com.acme.Orders.class, operations = \"place an order\")"
                        + " class Flow { @org.junit.jupiter.api.Test void test() {} }",
                "package com.acme; class Placing { @dev.andon.IntegrationTest(services = {Orders.class, Stock.class})"
                        + " @org.junit.jupiter.api.Test void test() {} }");

        assertThat(found)
                .extracting(TestClass::name, TestClass::declares, TestClass::operations, TestClass::readiness)
                .containsExactly(
                        tuple("com.acme.Placing", List.of("com.acme.Orders", "com.acme.Stock"), List.of(), false),
                        tuple("org.other.Flow", List.of("com.acme.Orders"), List.of("place an order"), false));
    }

    @Test
    void readiness_classes_are_known_as_such() {
        build.main(
                "andon",
                "package dev.andon; @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                        + " public @interface OperationalReadiness { String[] packages() default {}; }");
        CodeIndex index = build.test(
                        "shop",
                        JUPITER
                                + "@dev.andon.OperationalReadiness(packages = \"com.acme\") class ShopReadinessTest { @TestFactory Object all() { return null; } }",
                        JUPITER + "class OrderTest { @Test void test() {} }")
                .index();

        assertThat(Discovery.readinessClasses(index)).singleElement().satisfies(facts -> assertThat(
                        facts.annotations().get(0).value("packages"))
                .contains(List.of("com.acme")));
        assertThat(Discovery.discover(index, DiscoveryRequest.of()).testClasses())
                .extracting(TestClass::name, TestClass::readiness)
                .containsExactly(tuple("com.acme.OrderTest", false), tuple("com.acme.ShopReadinessTest", true));
    }

    /** JUnit 4's TestClass collects the annotated methods of all superclasses, and calls them as Java does; Jupiter does not. */
    @ParameterizedTest
    @CsvSource({"org.junit.Test, 1", "org.junit.jupiter.api.Test, 0"})
    void what_overrides_a_test_is_one_only_in_junit_4(String annotation, int tests) {
        build.test(
                "shop",
                "package com.acme; abstract class Base { @" + annotation + " public void pays() {} }",
                "package com.acme; class OrderTest extends Base { @Override public void pays() {} }");

        assertThat(tests().stream().flatMap(test -> test.methods().stream()))
                .hasSize(tests)
                .allMatch(test -> test.declaredIn().equals("com.acme.OrderTest"));
    }

    @Test
    void the_annotations_of_the_overridden_test_count() {
        assertThat(only(
                                "package com.acme; abstract class Base {"
                                        + " @org.junit.Ignore(\"later\") @org.junit.Test public void pays() {} }",
                                "package com.acme; class OrderTest extends Base { @Override public void pays() {} }")
                        .disabled())
                .isNotNull();
    }
}
