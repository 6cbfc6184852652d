package dev.andon.internal.evidence.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.TestMethod;
import dev.andon.internal.evidence.Assertions;
import dev.andon.testing.Compiled;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssertionReachTest {

    private static final String HEAD = "package com.acme; import org.junit.jupiter.api.*; import java.util.*; "
            + "import static org.assertj.core.api.Assertions.*; class ShopTest ";

    @TempDir
    Path temp;

    private Set<String> asserting(String... sources) {
        Path tests = Compiled.into(temp.resolve("test-classes"))
                .sources(List.of(sources))
                .classPath(LIBRARIES)
                .compile();
        CodeIndex index = CodeIndex.of(
                List.of(new ClassRoot(tests, "shop", true)),
                ClassSource.of(new URLClassLoader(
                        new URL[] {url(LIBRARIES)}, getClass().getClassLoader())));
        Inventory inventory = Discovery.discover(index, DiscoveryRequest.of("com.acme"));
        Assertions found = AssertionReach.find(index, inventory);
        List<TestMethod> methods = new ArrayList<>();
        inventory.testClasses().forEach(test -> methods.addAll(test.methods()));
        assertThat(methods).isNotEmpty();
        Set<String> names = new TreeSet<>();
        methods.stream().filter(found::asserts).forEach(method -> names.add(method.name()));
        return names;
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private boolean reaches(String statements) {
        return !asserting(HEAD + "{ int total = 3; @Test void test() throws Exception { " + statements + " } }")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Assertions.assertEquals(3, total);",
                "Assertions.assertTrue(total > 2);",
                "Assertions.assertTrue(total == 1 || total == 3, \"total\");",
                "boolean ok = total > 2; Assertions.assertTrue(ok);",
                "Assertions.assertThrows(Exception.class, () -> {});",
                "Assertions.assertDoesNotThrow(() -> {});",
                "try { total++; Assertions.fail(\"expected\"); } catch (Exception e) {}",
                "org.junit.Assert.assertEquals(3, total);",
                "assertThat(total).isEqualTo(3);",
                "assertThat(total).as(\"total\").isPositive();",
                "assertThat(3).isEqualTo(total);",
                "assertThatThrownBy(() -> {}).isInstanceOf(Exception.class);",
                "assertThatCode(() -> {}).doesNotThrowAnyException();",
                "assertThatExceptionOfType(Exception.class).isThrownBy(() -> {});",
                "assertThat(List.of(1)).extracting(Object::toString).containsExactly(\"1\");",
                "org.assertj.core.api.BDDAssertions.then(total).isEqualTo(3);",
                "org.assertj.core.api.SoftAssertions.assertSoftly(s -> s.assertThat(total).isEqualTo(3));",
                "var s = new org.assertj.core.api.SoftAssertions(); s.assertThat(total).isEqualTo(3); s.assertAll();",
                "List.of(1).forEach(Assertions::assertNotNull);",
                "List.of(1).forEach(each -> assertThat(each).isPositive());",
                "new Runnable() { public void run() { assertThat(total).isPositive(); } }.run();",
                "assert total == 3;",
                "if (total != 3) throw new AssertionError(total);",
                "java.util.Optional.of(total).filter(t -> t == 3).orElseThrow(() -> new AssertionError(\"total\"));",
                "java.util.Optional.of(total).filter(t -> t == 3).orElseThrow(AssertionError::new);",
                "java.util.OptionalInt.of(total).orElseThrow(() -> new org.opentest4j.AssertionFailedError());"
            })
    void asserts(String statements) {
        assertThat(reaches(statements)).isTrue();
    }

    /** Each throws unless its condition holds: the Javadoc of Spring's Assert, Guava's Preconditions, and Validate. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework.util.Assert.isTrue(total == 3, \"total\");",
                "com.google.common.base.Preconditions.checkState(total == 3);",
                "org.apache.commons.lang3.Validate.isTrue(total == 3);"
            })
    void checks_of_conditions_assert_in_a_test_and_not_in_a_library_that_it_calls(String check) {
        assertThat(reaches(check)).isTrue();
        assertThat(asserting(HEAD + "{ @Test void test() { new org.springframework.util.Used(3); } }"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.Optional.of(total).map(t -> new AssertionError(t)).isPresent();",
                "java.util.Optional.of(new AssertionError(total)).orElseThrow();",
                "java.util.Optional.of(total).orElseThrow(() -> new java.io.IOException());",
                "java.util.function.Supplier<Error> none = AssertionError::new;"
            })
    void asserts_nothing_where_an_error_is_made_and_not_thrown(String statements) {
        assertThat(reaches(statements)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try { assertThat(total).isEqualTo(3); } catch (AssertionError e) {}",
                "try { assertThat(total).isEqualTo(3); } catch (Throwable e) { e.printStackTrace(); }",
                "try { Assertions.assertEquals(3, total); } catch (Error e) { System.out.println(\"no: \" + e.getMessage()); }",
                "try { Assertions.fail(\"expected\"); } catch (Throwable expected) {}",
                "try { if (total > 1) { Assertions.assertEquals(3, total); return; } } catch (AssertionError e) {}",
                "try { if (total != 3) throw new AssertionError(total); } catch (AssertionError e) {}",
                "try { List.of(1).forEach(each -> assertThat(each).isPositive()); } catch (Throwable e) {}",
                "try { mustBeThree(); } catch (AssertionError e) {} } void mustBeThree() { assertThat(total).isEqualTo(3);"
            })
    void asserts_nothing_where_a_handler_ignores_the_error(String statements) {
        assertThat(reaches(statements)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try { assertThat(total).isEqualTo(3); } catch (Exception e) {}",
                "try { assertThat(total).isEqualTo(3); } catch (AssertionError e) { throw e; }",
                "try { assertThat(total).isEqualTo(3); } catch (Throwable e) { throw new IllegalStateException(e); }",
                "try { assertThat(total).isEqualTo(3); } catch (Throwable e) { Assertions.fail(e); }",
                "try { assertThat(total).isEqualTo(3); } finally { System.out.println(); }",
                "try (var in = new java.io.ByteArrayInputStream(new byte[0])) { assertThat(in).isNotNull(); }",
                "try (var in = getClass().getResourceAsStream(\"x\")) { assertThat(total).isEqualTo(3); } catch (Exception e) {}",
                "List<Throwable> all = new ArrayList<>();"
                        + " try { assertThat(total).isEqualTo(3); } catch (Throwable e) { all.add(e); }",
                "Throwable last = null; try { assertThat(total).isEqualTo(3); } catch (Throwable e) { last = e; }"
                        + " if (last != null) throw new Exception(last);",
                "for (int i = 0; i < 3; i++) { try { assertThat(total).isEqualTo(3); return; }"
                        + " catch (AssertionError e) { Thread.sleep(1); } } throw new IllegalStateException();",
                "try { total++; } catch (Throwable e) {} assertThat(total).isEqualTo(3);",
                "try { total++; } catch (Throwable e) { assertThat(e).isNull(); }"
            })
    void asserts_where_the_error_may_be_heard_of(String statements) {
        assertThat(reaches(statements)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Assertions.assertTrue(true);",
                "Assertions.assertTrue(true, \"always\");",
                "Assertions.assertEquals(1, 1);",
                "Assumptions.assumeTrue(total > 2);",
                "assertThat(total);",
                "assertThat(total).as(\"total\");",
                "assertThat(true).isTrue();",
                "assertThatThrownBy(() -> {});",
                "assertThatCode(() -> {});",
                "assertThatExceptionOfType(Exception.class);",
                "assertThat(List.of(1)).extracting(Object::toString);",
                "org.assertj.core.api.Assumptions.assumeThat(total).isEqualTo(3);",
                "var s = new org.assertj.core.api.SoftAssertions(); s.assertThat(total).isEqualTo(3);",
                "tuple(total, 3); within(3);",
                "Objects.requireNonNull(this);",
                "new org.springframework.util.Used(total);",
                "System.out.println(total);",
                "if (total != 3) throw new IllegalStateException();"
            })
    void asserts_nothing(String statements) {
        assertThat(reaches(statements)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.mockito.Mockito.verify(this).toString();",
                "org.mockito.Mockito.verifyNoInteractions(this);",
                "mvc.perform(this).andExpect(this);",
                "web.exchange().expectStatus().isOk();",
                "web.exchange().expectBody(Object.class).isEqualTo(total);",
                "io.restassured.RestAssured.get().then().statusCode(200);",
                "flux.expectNext(1).verifyComplete();",
                "org.awaitility.Awaitility.await().until(() -> total == 3);",
                "com.acme.lib.ShopChecks.verifyStock(total);",
                "com.acme.lib.ShopChecks.assertStock(total);",
                "com.google.common.truth.Truth.assertThat(total).isEqualTo(3);",
                "org.hamcrest.MatcherAssert.assertThat(total, org.hamcrest.CoreMatchers.is(3));"
            })
    void verifies(String statements) {
        assertThat(reaches(FIELDS + statements)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.mockito.Mockito.mock(Object.class);",
                "mvc.perform(this);",
                "mvc.perform(this).andDo(this);",
                "web.exchange();",
                "web.exchange().expectStatus();",
                "web.exchange().expectBody(Object.class);",
                "io.restassured.RestAssured.get().then();",
                "io.restassured.RestAssured.get().then().extract();",
                "flux.expectNext(1);",
                "org.awaitility.Awaitility.await();",
                "com.acme.lib.ShopChecks.stock(total);",
                "com.google.common.truth.Truth.assertThat(total);"
            })
    void only_prepares(String statements) {
        assertThat(reaches(FIELDS + statements)).isFalse();
    }

    @Test
    void a_proof_of_canaries_asserts_where_its_tests_are_returned() {
        assertThat(asserting(HEAD + """
                {
                    @TestFactory java.util.stream.Stream<DynamicNode> returned() {
                        return dev.andon.canary.CanaryProof.ofArtefacts().against(null).tests();
                    }
                    @Test void forgotten() {
                        dev.andon.canary.CanaryProof.ofArtefacts().against(null);
                    }
                }
                """)).containsExactly("returned");
    }

    @Test
    void follows_helpers_base_classes_and_page_objects() {
        assertThat(asserting(
                        HEAD + """
                        extends Base {
                            final Page page = new PricePage();
                            @Test void inherited() { mustCost(3); }
                            @Test void overridden() { template(); }
                            @Test void page_object() { page.shows(3); }
                            @Test void helper_that_throws() { checkTotal(3); }
                            @Test void own_error() { mustBe(3); }
                            @Test void each_way() { ping(3); }
                            @Override void hook() { assertThat(page).isNotNull(); }
                            @TestFactory List<DynamicTest> dynamic() {
                                return List.of(DynamicTest.dynamicTest("x", () -> assertThat(page).isNotNull()));
                            }
                            @Test void name_alone() { assertNothing(3); }
                            @Test void reads_page() { page.open(); }
                            @Test void verifyThat_alone() { CupAssert.verifyThat(page); }
                            @Test void own_assert() { CupAssert.verifyThat(page).isFull(); }
                            @Test void checkSomething() { throw new IllegalStateException("no helper"); }
                            void checkTotal(int total) { if (total != 3) throw new IllegalStateException("total"); }
                            void mustBe(int total) { if (total != 3) throw new AssertionError("total"); }
                            void assertNothing(int total) { System.out.println(total); }
                            void ping(int n) { if (n > 0) pong(n - 1); }
                            void pong(int n) { ping(n); }
                            @Nested class Inner { @Test void outer_helper() { mustCost(3); } @Test void nothing() { assertNothing(1); } }
                        }
                        """,
                        "package com.acme; abstract class Base { void mustCost(int i) { org.junit.jupiter.api.Assertions.assertEquals(3, i); }"
                                + " void template() { hook(); } abstract void hook(); }",
                        "package com.acme; interface Page { void shows(int price); void open(); }",
                        "package com.acme; class PricePage implements Page { public void open() {}"
                                + " public void shows(int price) { org.junit.jupiter.api.Assertions.assertEquals(3, price); } }",
                        "package com.acme; class CupAssert extends org.assertj.core.api.AbstractAssert<CupAssert, Object> {"
                                + " CupAssert(Object o) { super(o, CupAssert.class); }"
                                + " static CupAssert verifyThat(Object o) { return new CupAssert(o); }"
                                + " CupAssert isFull() { isNotNull(); return this; } }"))
                .containsExactlyInAnyOrder(
                        "inherited",
                        "overridden",
                        "page_object",
                        "helper_that_throws",
                        "own_error",
                        "dynamic",
                        "own_assert",
                        "outer_helper");
    }

    @Test
    void an_expected_exception_and_soft_assertions_of_an_extension_count() {
        assertThat(asserting(
                        "package com.acme; import org.junit.Test; public class OldTest {"
                                + " @Test(expected = RuntimeException.class) public void expected() {} @Test public void silent() {} }",
                        HEAD
                                + "{ @Test void soft(org.assertj.core.api.SoftAssertions s) { s.assertThat(this).isNotNull(); }"
                                + " @Test void unused(org.assertj.core.api.SoftAssertions s) {} }"))
                .containsExactlyInAnyOrder("expected", "soft");
    }

    private static final String FIELDS = "org.springframework.test.web.servlet.MockMvc mvc = null;"
            + " org.springframework.test.web.reactive.server.WebTestClient web = null;"
            + " reactor.test.StepVerifier.Step flux = null; ";

    private static final Path LIBRARIES = libraries();

    private static Path libraries() {
        return Compiled.shared("assertions")
                .sources(List.of(
                        "package org.junit; public class Assert { public static void assertEquals(long a, long b) {} }",
                        "package org.junit; @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                                + " public @interface Test { Class<?> expected() default Object.class; }",
                        "package org.springframework.util; public class Assert { public static void isTrue(boolean b, String m) {} }",
                        "package org.springframework.util; public class Used {"
                                + " public Used(int i) { Assert.isTrue(i == 3, \"i\"); } }",
                        "package com.google.common.base; public class Preconditions {"
                                + " public static void checkState(boolean b) {} }",
                        "package org.apache.commons.lang3; public class Validate { public static void isTrue(boolean b) {} }",
                        "package org.mockito; public class Mockito { public static <T> T verify(T t) { return t; }"
                                + " public static void verifyNoInteractions(Object... o) {} public static <T> T mock(Class<T> t) { return null; } }",
                        "package org.springframework.test.web.servlet; public interface ResultActions { ResultActions andExpect(Object m); ResultActions andDo(Object h); }",
                        "package org.springframework.test.web.servlet; public class MockMvc { public ResultActions perform(Object r) { return null; } }",
                        "package org.springframework.test.web.reactive.server; public interface StatusAssertions { void isOk(); }",
                        "package org.springframework.test.web.reactive.server; public interface WebTestClient { ResponseSpec exchange();"
                                + " interface ResponseSpec { StatusAssertions expectStatus(); <B> BodySpec<B> expectBody(Class<B> t); }"
                                + " interface BodySpec<B> { void isEqualTo(Object o); Object returnResult(); } }",
                        "package io.restassured; public class RestAssured { public static io.restassured.response.Response get() { return null; } }",
                        "package io.restassured.response; public interface Response { ValidatableResponse then(); }",
                        "package io.restassured.response; public interface ValidatableResponse { ValidatableResponse statusCode(int s); Object extract(); }",
                        "package reactor.test; public interface StepVerifier { interface Step { Step expectNext(Object o); void verifyComplete(); } }",
                        "package org.awaitility; public class Awaitility { public static org.awaitility.core.ConditionFactory await() { return null; } }",
                        "package org.awaitility.core; public class ConditionFactory { public void until(java.util.concurrent.Callable<Boolean> c) {} }",
                        "package com.acme.lib; public class ShopChecks { public static void verifyStock(int i) {} public static void assertStock(int i) {} public static void stock(int i) {} }",
                        "package com.google.common.truth; public class Truth { public static Subject assertThat(Object o) { return null; } }",
                        "package com.google.common.truth; public class Subject { public void isEqualTo(Object o) {} }"))
                .compile();
    }
}
