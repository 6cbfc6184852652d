package dev.andon.internal.evidence.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.TestClass;
import dev.andon.internal.evidence.Assertions;
import dev.andon.internal.evidence.Link;
import dev.andon.testing.Compiled;
import dev.andon.testing.RealLibraries;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The names that are known of testing libraries, against the libraries themselves. */
class RealLibrariesTest {

    private static final String HEAD = """
            package com.acme;
            import static org.hamcrest.Matchers.*;
            import com.codeborne.selenide.*;
            import com.github.tomakehurst.wiremock.client.WireMock;
            import com.google.common.truth.Truth;
            import io.mockk.MockKKt;
            import io.restassured.RestAssured;
            import java.util.*;
            import jakarta.ws.rs.client.*;
            import okhttp3.*;
            import org.awaitility.Awaitility;
            import org.easymock.EasyMock;
            import org.hamcrest.MatcherAssert;
            import org.junit.jupiter.api.Test;
            import org.mockito.*;
            import org.springframework.test.web.reactive.server.WebTestClient;
            import org.springframework.test.web.servlet.MockMvc;
            import org.springframework.test.web.servlet.assertj.MockMvcTester;
            import org.springframework.test.web.servlet.client.RestTestClient;
            import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
            import org.springframework.test.web.servlet.result.*;
            import reactor.core.publisher.Flux;
            import reactor.test.StepVerifier;
            """;

    private static final String CLASS = """
            @SuppressWarnings({"unchecked", "deprecation"})
            class %s {
                int total = 3;
                List<String> list;
                MockMvc mvc;
                MockMvcTester tester;
                WebTestClient web;
                RestTestClient rest;
                Client jaxRs;
                OkHttpClient http;
                OrderController orders;
                @Test void test() throws Exception { %s }
            }
            """;

    private static final String CONTROLLER = """
            package com.acme;
            @org.springframework.web.bind.annotation.RestController
            public class OrderController {
                @org.springframework.web.bind.annotation.GetMapping("/orders/{id}")
                public String read(String id) { return id; }
            }
            """;

    /** What checks, and what stands close to it and checks nothing. */
    private static final List<Row> CHECKS = rows("""
            Mockito            | Mockito.verify(list).add("x");                                    | Mockito.when(list.add("x")).thenReturn(true);
            Mockito BDD        | BDDMockito.then(list).should().add("x");                          | BDDMockito.given(list.add("x")).willReturn(true);
            Mockito order      | Mockito.inOrder(list).verify(list).clear();                       | Mockito.inOrder(list);
            Mockito none       | Mockito.verifyNoMoreInteractions(list);                           | Mockito.reset(list);
            MockK              | MockKKt.verify(io.mockk.Ordering.ORDERED, false, 1, 1, 1, 0, s -> null); | MockKKt.every(s -> list.size());
            EasyMock           | EasyMock.verify(list);                                            | EasyMock.expect(list.size()).andReturn(1); EasyMock.replay(list);
            WireMock           | WireMock.verify(WireMock.getRequestedFor(WireMock.urlEqualTo("/x"))); | WireMock.stubFor(WireMock.get("/x"));
            Hamcrest           | MatcherAssert.assertThat(total, is(3));                           | is(3).matches(total);
            Truth              | Truth.assertThat(total).isEqualTo(3);                             | Truth.assertThat(total);
            Truth on lists     | Truth.assertThat(list).containsExactly("x").inOrder();            | Truth.assertWithMessage("x").that(list);
            Kotest             | io.kotest.matchers.ShouldKt.shouldBe(total, 3);                   | io.kotest.matchers.string.CaseKt.beUpperCase();
            Awaitility         | Awaitility.await().until(() -> total == 3);                       | Awaitility.await().atMost(java.time.Duration.ofSeconds(1));
            Selenide           | Selenide.$("x").shouldBe(Condition.visible);                      | Selenide.$("x").click();
            Selenide on lists  | Selenide.$$("x").shouldHave(CollectionCondition.size(3));         | Selenide.open("/x"); Selenide.$$("x").first();
            RestAssured        | RestAssured.get("/x").then().statusCode(200);                     | RestAssured.get("/x").then().extract().statusCode();
            RestAssured body   | RestAssured.given().get("/x").then().body("a", equalTo(1));       | RestAssured.given().body("x").post("/x").then().log().all();
            MockMvc            | mvc.perform(MockMvcRequestBuilders.get("/x")).andExpect(MockMvcResultMatchers.status().isOk()); | mvc.perform(MockMvcRequestBuilders.get("/x")).andDo(MockMvcResultHandlers.print()).andReturn();
            MockMvcTester      | org.assertj.core.api.Assertions.assertThat(tester.get().uri("/x")).hasStatusOk(); | org.assertj.core.api.Assertions.assertThat(tester.get().uri("/x"));
            WebTestClient      | web.get().uri("/x").exchange().expectStatus().isOk();             | web.get().uri("/x").exchange().expectStatus();
            WebTestClient body | web.get().uri("/x").exchange().expectBody(String.class).isEqualTo("x"); | web.get().uri("/x").exchange().expectBody(String.class).returnResult();
            WebTestClient json | web.get().uri("/x").exchange().expectBody().jsonPath("$.a").exists(); | web.get().uri("/x").exchange().expectBody().jsonPath("$.a");
            WebTestClient head | web.get().uri("/x").exchange().expectHeader().exists("a");        | web.get().uri("/x").exchange().expectHeader();
            RestTestClient     | rest.get().uri("/x").exchange().expectStatus().isOk();            | rest.get().uri("/x").exchange().returnResult(String.class);
            StepVerifier       | StepVerifier.create(Flux.just(1)).expectNext(1).verifyComplete(); | StepVerifier.create(Flux.just(1)).expectNext(1).expectComplete();
            """);

    /** What reaches the controller, and what stands close to it and does not. */
    private static final List<Row> REACHES = rows("""
            JAX-RS client  | jaxRs.target("http://localhost:8080").path("/orders/7").request().get();   | jaxRs.target("http://localhost:8080").path("/order/7").request().get();
            JAX-RS at once | jaxRs.target("http://localhost:8080/orders/7").request().get();            | jaxRs.target("http://localhost:8080/orders/7").request().delete();
            OkHttp         | http.newCall(new Request.Builder().url("http://localhost:8080/orders/7").build()).execute(); | http.newCall(new Request.Builder().url("http://localhost:8080/orders/7").post(RequestBody.create(new byte[0])).build()).execute();
            RestAssured    | RestAssured.given().get("/orders/{id}", 7).then().statusCode(200);         | RestAssured.given().post("/orders/{id}", 7).then().statusCode(200);
            MockMvc        | mvc.perform(MockMvcRequestBuilders.get("/orders/7"));                      | mvc.perform(MockMvcRequestBuilders.put("/orders/7"));
            MockMvcTester  | tester.get().uri("/orders/7").exchange();                                  | tester.put().uri("/orders/7").exchange();
            WebTestClient  | web.get().uri("/orders/{id}", 7).exchange();                               | web.get().uri("/orders").exchange();
            RestTestClient | rest.get().uri("/orders/{id}", 7).exchange();                              | rest.delete().uri("/orders/{id}", 7).exchange();
            WireMock       | orders.read("7");                                                          | WireMock.stubFor(WireMock.get("/orders/7"));
            Mockito        | Mockito.spy(new OrderController()).read("7");                              | Mockito.mock(OrderController.class).read("7");
            EasyMock       | new OrderController().read("7");                                           | OrderController mock = EasyMock.createMock(OrderController.class); mock.read("7");
            EasyMock.mock  | new OrderController().read("8");                                           | OrderController mock = EasyMock.mock(OrderController.class); mock.read("7");
            """);

    private record Row(String library, String does, String close) {
        @Override
        public String toString() {
            return library;
        }
    }

    private static List<Row> rows(String table) {
        return table.lines()
                .map(line -> line.split(" \\| ", -1))
                .map(cells -> new Row(cells[0].strip(), cells[1].strip(), cells[2].strip()))
                .toList();
    }

    static List<Row> checks() {
        return CHECKS;
    }

    static List<Row> reaches() {
        return REACHES;
    }

    private static Set<String> asserting;
    private static Set<String> linked;

    /** All rows are compiled at once, each half of a row into a test class of its own. */
    @BeforeAll
    static void look(@TempDir Path temp) {
        Path main = RealLibraries.on(Compiled.into(temp.resolve("classes")))
                .source(CONTROLLER)
                .compile();
        Compiled tests =
                RealLibraries.on(Compiled.into(temp.resolve("test-classes"))).classPath(main);
        for (List<Row> rows : List.of(CHECKS, REACHES)) {
            for (Row row : rows) {
                tests.source(HEAD + CLASS.formatted(name(row.does()), row.does()));
                tests.source(HEAD + CLASS.formatted(name(row.close()), row.close()));
            }
        }
        CodeIndex index = CodeIndex.of(
                List.of(new ClassRoot(main, "shop", false), new ClassRoot(tests.compile(), "shop", true)),
                ClassSource.of(RealLibraries.loader()));
        Inventory inventory = Discovery.discover(index, DiscoveryRequest.of("com.acme"));
        Assertions assertions = AssertionReach.find(index, inventory);
        asserting = inventory.testClasses().stream()
                .filter(test -> assertions.asserts(test.methods().get(0)))
                .map(TestClass::name)
                .collect(Collectors.toSet());
        linked = Links.find(index, inventory).stream()
                .filter(link -> link.strength() == Link.Strength.LINKED)
                .map(Link::testClass)
                .collect(Collectors.toSet());
    }

    private static String name(String code) {
        return "T" + Integer.toHexString(code.hashCode()) + "Test";
    }

    @ParameterizedTest
    @MethodSource("checks")
    void asserts_where_the_library_does(Row row) {
        assertThat(asserting).as(row.does()).contains("com.acme." + name(row.does()));
        assertThat(asserting).as(row.close()).doesNotContain("com.acme." + name(row.close()));
    }

    @ParameterizedTest
    @MethodSource("reaches")
    void links_where_the_service_is_reached(Row row) {
        assertThat(linked).as(row.does()).contains("com.acme." + name(row.does()));
        assertThat(linked).as(row.close()).doesNotContain("com.acme." + name(row.close()));
    }
}
