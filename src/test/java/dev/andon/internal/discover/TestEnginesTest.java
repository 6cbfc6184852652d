package dev.andon.internal.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.andon.TestKind;
import dev.andon.internal.frameworks.TestEngine;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each by its engine's documentation on how a class is run: suites and runners of Cucumber, Spock, Kotest, TestNG, ArchUnit. */
class TestEnginesTest {

    private static final String SUITE =
            "package com.acme; import org.junit.platform.suite.api.*; import io.cucumber.java.*; ";

    @TempDir
    Path temp;

    private List<TestClass> testClasses(List<String> libraries, String... sources) {
        return Discovery.discover(
                        BuiltProject.in(temp)
                                .library(libraries.toArray(String[]::new))
                                .test("shop", sources)
                                .index(),
                        DiscoveryRequest.of())
                .testClasses();
    }

    private static String annotation(String in, String name, String attributes) {
        return "package " + in + "; @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                + " public @interface " + name + " { " + attributes + " }";
    }

    private static TestEngine engine(TestClass testClass) {
        return Objects.requireNonNull(testClass.engine());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Suite @IncludeEngines(\"cucumber\") @SelectClasspathResource(\"features\") | Cucumber",
                "@Suite @IncludeEngines(\"spek2\") | spek2",
                "@Suite @SelectDirectories(\"features\") | an engine of its own",
                "@org.junit.runner.RunWith(Other.class) | the runner Other"
            })
    void a_class_whose_tests_are_in_files_is_a_test_class_of_an_engine(String annotations, String name) {
        List<TestClass> found = testClasses(
                List.of(annotation("io.cucumber.java", "When", "")),
                SUITE + annotations + " class FeaturesTest {} abstract class Other extends org.junit.runner.Runner {}");

        assertThat(found).singleElement().satisfies(testClass -> {
            assertThat(testClass.name()).isEqualTo("com.acme.FeaturesTest");
            assertThat(testClass.methods()).isEmpty();
            assertThat(engine(testClass)).isEqualTo(new TestEngine(name, true));
        });
    }

    @Test
    void what_the_steps_start_makes_the_kind_of_the_features() {
        List<TestClass> found = testClasses(
                List.of(annotation("io.cucumber.java", "When", "")),
                SUITE + "@Suite @IncludeEngines(\"cucumber\") class FeaturesTest {}",
                "package com.acme; @org.springframework.boot.test.context.SpringBootTest(webEnvironment ="
                        + " org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT)"
                        + " public class Steps { @io.cucumber.java.When public void ask() {} }");

        assertThat(found).extracting(TestClass::kind).containsExactly(TestKind.INTEGRATION);
    }

    @ParameterizedTest
    @CsvSource({
        "spock.lang.Specification, Spock",
        "io.kotest.core.spec.style.FunSpec, Kotest",
        "org.unknown.bdd.StorySpec, the engine of StorySpec"
    })
    void a_specification_is_a_test_class_of_its_engine(String type, String name) {
        int dot = type.lastIndexOf('.');
        List<TestClass> found = testClasses(
                List.of("package " + type.substring(0, dot) + "; public class " + type.substring(dot + 1) + " {}"),
                "package com.acme; class OrderSpec extends " + type + " {}",
                "package com.acme; class Other extends java.util.ArrayList<String> {}");

        assertThat(found).singleElement().satisfies(testClass -> assertThat(engine(testClass))
                .isEqualTo(new TestEngine(name, true)));
    }

    @Test
    void methods_of_testng_are_read_and_rules_of_archunit_call_no_service() {
        List<TestClass> found = testClasses(
                List.of(
                        annotation("org.testng.annotations", "Test", ""),
                        annotation("com.tngtech.archunit.junit", "AnalyzeClasses", ""),
                        annotation("com.tngtech.archunit.junit", "ArchTest", "")
                                .replace("@java.lang", "@org.junit.platform.commons.annotation.Testable @java.lang")),
                "package com.acme; class NgTest { @org.testng.annotations.Test public void all() {} }",
                "package com.acme; @org.testng.annotations.Test class WholeNgTest { public void all() {} }",
                "package com.acme; @com.tngtech.archunit.junit.AnalyzeClasses class RulesTest {"
                        + " @com.tngtech.archunit.junit.ArchTest static final Object RULE = null; }");

        assertThat(found)
                .extracting(TestClass::name, testClass -> testClass.methods().size(), TestClass::engine)
                .containsExactlyInAnyOrder(
                        tuple("com.acme.NgTest", 1, null),
                        tuple("com.acme.WholeNgTest", 0, new TestEngine("TestNG", true)),
                        tuple("com.acme.RulesTest", 0, new TestEngine("ArchUnit", false)));
    }

    @Test
    void a_suite_of_classes_and_a_class_with_methods_are_run_by_no_engine_of_their_own() {
        List<TestClass> found = testClasses(
                List.of("package com.acme.run; public abstract class SpringRunner extends org.junit.runner.Runner {}"),
                "package com.acme; class OneTest { @org.junit.jupiter.api.Test void t() {} }",
                "package com.acme; @org.junit.platform.suite.api.Suite"
                        + " @org.junit.platform.suite.api.SelectClasses(OneTest.class) class AllTest {}",
                "package com.acme; @org.junit.platform.suite.api.Suite"
                        + " @org.junit.platform.suite.api.IncludeEngines(\"junit-jupiter\") class NewTest {}",
                "package com.acme; @org.junit.runner.RunWith(com.acme.run.SpringRunner.class)"
                        + " public class OldTest { @org.junit.Test public void t() {} }");

        assertThat(found).extracting(TestClass::name).containsExactlyInAnyOrder("com.acme.OneTest", "com.acme.OldTest");
        assertThat(found).allSatisfy(testClass -> assertThat(testClass.engine()).isNull());
    }
}
