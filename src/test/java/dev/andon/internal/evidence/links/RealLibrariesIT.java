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
class RealLibrariesIT {

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
            import org.springframework.http.HttpMethod;
            import org.springframework.http.RequestEntity;
            import org.springframework.test.web.reactive.server.WebTestClient;
            import org.springframework.web.client.RestClient;
            import org.springframework.web.client.RestTemplate;
            import org.springframework.web.reactive.function.client.WebClient;
            import org.springframework.web.util.*;
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
                @org.springframework.web.bind.annotation.PostMapping("/orders")
                public void place() {}
            }
            """;

    private static final List<String> CLIENTS = List.of(
            "package com.acme; public interface RetrofitApi {"
                    + " @retrofit2.http.GET(\"orders/{id}\") retrofit2.Call<String> read(@retrofit2.http.Path(\"id\") String id);"
                    + " @retrofit2.http.DELETE(\"orders/{id}\") retrofit2.Call<String> drop(@retrofit2.http.Path(\"id\") String id); }",
            "package com.acme; public interface FeignApi {"
                    + " @feign.RequestLine(\"GET /orders/{id}\") String read(@feign.Param(\"id\") String id);"
                    + " @feign.RequestLine(\"DELETE /orders/{id}\") String drop(@feign.Param(\"id\") String id); }",
            "package com.acme; import jakarta.ws.rs.*;"
                    + " @org.eclipse.microprofile.rest.client.inject.RegisterRestClient @Path(\"/orders\")"
                    + " public interface RestApi { @GET @Path(\"{id}\") String read(@PathParam(\"id\") String id);"
                    + " @DELETE @Path(\"{id}\") String drop(@PathParam(\"id\") String id); }");

    private static final String OWN_CLIENT = """
            package com.acme;
            public class OrderClient {
                private final String base;
                public OrderClient(String base) { this.base = base; }
                public String read() { return new org.springframework.web.client.RestTemplate().getForObject(base + "/orders/7", String.class); }
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
            RestTemplate   | new RestTemplate().postForEntity("http://localhost:" + total + "/orders", null, Void.class); | new RestTemplate().put("http://localhost:" + total + "/orders", null);
            exchange       | new RestTemplate().exchange("http://localhost:1/orders/7", HttpMethod.GET, null, String.class); | new RestTemplate().exchange("http://localhost:1/orders/7", HttpMethod.PUT, null, String.class);
            RequestEntity  | new RestTemplate().exchange(RequestEntity.get(new UriTemplate("http://localhost:{port}/orders/7").expand(total)).build(), String.class); | org.springframework.http.ResponseEntity.created(java.net.URI.create("/orders/7")).build();
            RestClient     | RestClient.create("http://localhost:" + total).get().uri("/orders/{id}", 7).retrieve().body(String.class); | RestClient.create("http://localhost:" + total + "/old").get().uri("/orders/{id}", 7).retrieve().body(String.class);
            RestClient fn  | RestClient.create("http://localhost:1").get().uri(b -> b.path("/orders/{id}").build(7)).retrieve().body(String.class); | RestClient.create("http://localhost:1").get().uri(b -> b.path("/cups/{id}").build(7)).retrieve().body(String.class);
            RestClient base | RestClient.builder().baseUrl("http://localhost:1/orders").build().get().uri("/7").retrieve().body(String.class); | RestClient.builder().baseUrl("http://localhost:1/cups").build().get().uri("/orders/7").retrieve().body(String.class);
            WebClient      | WebClient.builder().baseUrl("http://localhost:1").build().post().uri("/orders").retrieve().bodyToMono(String.class).block(); | WebClient.builder().baseUrl("https://orders.example.com").build().post().uri("/orders").retrieve().bodyToMono(String.class).block();
            UriComponents  | new RestTemplate().getForObject(UriComponentsBuilder.fromUriString("http://localhost:1").pathSegment("orders", "7").build().toUri(), String.class); | UriComponentsBuilder.fromUriString("http://localhost:1").pathSegment("orders", "7").build().toUri();
            UriBuilder     | new RestTemplate().getForObject(UriComponentsBuilder.newInstance().scheme("http").host("localhost").port(total).path("/orders/{id}").buildAndExpand(7).toUri(), String.class); | UriComponentsBuilder.newInstance().path("/orders/{id}").buildAndExpand(7).toUri();
            HttpClient 5   | org.apache.hc.client5.http.impl.classic.HttpClients.createDefault().execute(new org.apache.hc.client5.http.classic.methods.HttpGet("http://localhost:1/orders/7")); | org.apache.hc.client5.http.impl.classic.HttpClients.createDefault().execute(new org.apache.hc.client5.http.classic.methods.HttpDelete("http://localhost:1/orders/7"));
            HttpClient 5 of | org.apache.hc.client5.http.impl.classic.HttpClients.createDefault().execute(org.apache.hc.core5.http.io.support.ClassicRequestBuilder.get("http://localhost:1/orders/7").build()); | org.apache.hc.client5.http.impl.classic.HttpClients.createDefault().execute(org.apache.hc.core5.http.io.support.ClassicRequestBuilder.put("http://localhost:1/orders/7").build());
            HttpClient 5 fluent | org.apache.hc.client5.http.fluent.Request.get("http://localhost:1/orders/7").execute(); | org.apache.hc.client5.http.fluent.Request.get("http://localhost:1/orders").execute();
            HttpClient 5 simple | org.apache.hc.client5.http.impl.async.HttpAsyncClients.createDefault().execute(org.apache.hc.client5.http.async.methods.SimpleRequestBuilder.get("http://localhost:1/orders/7").build(), null); | org.apache.hc.client5.http.impl.async.HttpAsyncClients.createDefault().execute(org.apache.hc.client5.http.async.methods.SimpleRequestBuilder.get("http://localhost:1/").build(), null);
            HttpClient 4   | org.apache.http.impl.client.HttpClients.createDefault().execute(org.apache.http.client.methods.RequestBuilder.get().setUri("http://localhost:1/orders/7").build()); | org.apache.http.impl.client.HttpClients.createDefault().execute(org.apache.http.client.methods.RequestBuilder.put().setUri("http://localhost:1/orders/7").build());
            Unirest        | kong.unirest.core.Unirest.get("http://localhost:1/orders/7").asString(); | kong.unirest.core.Unirest.delete("http://localhost:1/orders/7").asString();
            Vert.x         | io.vertx.ext.web.client.WebClient.create(null).get(total, "localhost", "/orders/7").send(); | io.vertx.ext.web.client.WebClient.create(null).put(total, "localhost", "/orders/7").send();
            Vert.x URL     | io.vertx.ext.web.client.WebClient.create(null).getAbs("http://localhost:1/orders/7").send(); | io.vertx.ext.web.client.WebClient.create(null).getAbs("http://orders.example.com/orders/7").send();
            Micronaut      | ((io.micronaut.http.client.BlockingHttpClient) null).retrieve(io.micronaut.http.HttpRequest.GET("/orders/7")); | ((io.micronaut.http.client.BlockingHttpClient) null).retrieve(io.micronaut.http.HttpRequest.PUT("/orders/7", "x"));
            Micronaut call | ((io.micronaut.http.client.BlockingHttpClient) null).retrieve("/orders/7"); | ((io.micronaut.http.client.BlockingHttpClient) null).retrieve("/orders/7/cups");
            Retrofit       | ((RetrofitApi) null).read("7").execute();                                   | ((RetrofitApi) null).drop("7").execute();
            Feign          | feign.Feign.builder().target(FeignApi.class, "http://localhost:1").read("7"); | feign.Feign.builder().target(FeignApi.class, "http://localhost:1").drop("7");
            MicroProfile   | ((RestApi) null).read("7");                                                 | ((RestApi) null).drop("7");
            URL            | new java.net.URL("http://localhost:" + total + "/orders/7").openStream();   | new java.net.URL("http://localhost:" + total + "/orders/7").getPath();
            HTTP request   | java.net.http.HttpClient.newHttpClient().send(java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://localhost:1/orders/7")).build(), java.net.http.HttpResponse.BodyHandlers.ofString()); | java.net.http.HttpClient.newHttpClient().send(java.net.http.HttpRequest.newBuilder(java.net.URI.create("https://api.example.com/orders/7")).build(), java.net.http.HttpResponse.BodyHandlers.ofString());
            Selenium       | ((org.openqa.selenium.WebDriver) null).get("http://localhost:1/orders/7");  | ((org.openqa.selenium.WebDriver) null).findElement(org.openqa.selenium.By.linkText("/orders/7"));
            RestAssured path | RestAssured.given().basePath("/orders").get("/{id}", 7).then().statusCode(200); | RestAssured.given().basePath("/cups").get("/orders/{id}", 7).then().statusCode(200);
            RestAssured MVC | io.restassured.module.mockmvc.RestAssuredMockMvc.given().get("/orders/7");  | io.restassured.module.mockmvc.RestAssuredMockMvc.given().header("Location", "/orders/7");
            Mock request   | mvc.perform(MockMvcRequestBuilders.request(HttpMethod.GET, "/orders/7"));   | new org.springframework.mock.web.MockHttpServletRequest("GET", "/orders/7");
            Mock exchange  | mvc.perform(MockMvcRequestBuilders.multipart("/orders"));                   | org.springframework.mock.web.server.MockServerWebExchange.from(org.springframework.mock.http.server.reactive.MockServerHttpRequest.get("/orders/7"));
            Link builder   | tester.get().uri(java.net.URI.create("/orders/7")).exchange();              | org.springframework.web.servlet.mvc.method.annotation.MvcUriComponentsBuilder.fromMethodCall(org.springframework.web.servlet.mvc.method.annotation.MvcUriComponentsBuilder.on(OrderController.class).read("7")).build();
            Expectation    | mvc.perform(MockMvcRequestBuilders.get("/orders/8"));                       | mvc.perform(MockMvcRequestBuilders.get("/cups")).andExpect(MockMvcResultMatchers.header().string("Location", "/orders/7")).andExpect(MockMvcResultMatchers.forwardedUrl("/orders/7"));
            Stubbed client | new RestTemplate().getForObject("/orders/7", String.class);                 | RestTemplate t = new RestTemplate(); org.springframework.test.web.client.MockRestServiceServer.bindTo(t).build().expect(org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo("/orders/7")); t.getForObject("/orders/7", String.class);
            MockWebServer  | okhttp3.HttpUrl.parse("http://localhost/orders/7"); orders.read("7");       | okhttp3.mockwebserver.MockWebServer s = new okhttp3.mockwebserver.MockWebServer(); http.newCall(new Request.Builder().url(s.url("/orders/7")).build()).execute();
            WireMock port  | new RestTemplate().getForObject("http://localhost:8080/orders/7", String.class); | new com.github.tomakehurst.wiremock.WireMockServer(8089).start(); new RestTemplate().getForObject("http://localhost:8089/orders/7", String.class);
            WireMock base  | orders.read("9");                                                           | com.github.tomakehurst.wiremock.WireMockServer s = new com.github.tomakehurst.wiremock.WireMockServer(); new RestTemplate().getForObject(s.baseUrl() + "/orders/7", String.class);
            HttpServer     | orders.read("10");                                                          | com.sun.net.httpserver.HttpServer s = com.sun.net.httpserver.HttpServer.create(); s.createContext("/orders/7", e -> e.close()); int p = s.getAddress().getPort(); new RestTemplate().getForObject("http://localhost:" + p + "/orders/7", String.class);
            Vert.x server  | orders.read("11");                                                          | io.vertx.core.http.HttpServer s = io.vertx.core.Vertx.vertx().createHttpServer().requestHandler(r -> r.response().end()); new RestTemplate().getForObject("http://localhost:" + s.actualPort() + "/orders/7", String.class);
            Own client     | new OrderClient("http://localhost:" + total).read();                        | com.sun.net.httpserver.HttpServer s = com.sun.net.httpserver.HttpServer.create(); new OrderClient("http://localhost:" + s.getAddress().getPort()).read();
            Settings       | String path = total > 3 ? "/orders/7" : "/orders/8"; mvc.perform(MockMvcRequestBuilders.get(path)); | System.setProperty("orders.url", "http://localhost:8080/orders/7");
            Loop           | for (String path : List.of("/cups", "/orders/7")) mvc.perform(MockMvcRequestBuilders.get(path)); | for (String path : List.of("/cups", "/orders/7")) list.add(path);
            Joined         | mvc.perform(MockMvcRequestBuilders.get(String.join("/", "", "orders", "7"))); | mvc.perform(MockMvcRequestBuilders.get(String.join("/", "", "orders", "7", "cups")));
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
                .source(OWN_CLIENT)
                .compile();
        Compiled tests =
                RealLibraries.on(Compiled.into(temp.resolve("test-classes"))).classPath(main);
        tests.sources(CLIENTS);
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
