package dev.andon.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Stands in for the frameworks that services use: a few lines each, under their real names, so that none is a dependency. */
public final class Frameworks {

    private static final String WEB = "org.springframework.web.bind.annotation";
    private static final Path COMPILED = compile();

    private Frameworks() {}

    /** Returns the folder with the compiled stand-ins: not part of any build, only of its class path. */
    public static Path classes() {
        return COMPILED;
    }

    private static Path compile() {
        return Compiled.shared("frameworks").sources(sources()).compile();
    }

    private static List<String> sources() {
        List<String> all = new ArrayList<>();
        spring(all);
        tests(all);
        others(all);
        clients(all);
        graphQl(all);
        webSocket(all);
        return all;
    }

    private static void webSocket(List<String> all) {
        String in = "org.springframework.web.socket";
        all.add("package " + in + "; public interface WebSocketHandler {}");
        all.add("package " + in + ".handler; public class TextWebSocketHandler implements " + in
                + ".WebSocketHandler {}");
        all.add("package " + in + ".config.annotation; public interface WebSocketHandlerRegistry {"
                + " Object addHandler(" + in + ".WebSocketHandler handler, String... paths); }");
        all.add("package " + in + ".handler; public class PerConnectionWebSocketHandler implements " + in
                + ".WebSocketHandler { public PerConnectionWebSocketHandler(Class<? extends " + in
                + ".WebSocketHandler> type) {} }");
        all.add("package org.springframework.web.reactive.socket; public interface WebSocketHandler {}");
        all.add("package org.springframework.web.reactive; public interface HandlerMapping {}");
        all.add("package org.springframework.web.reactive.handler; public class SimpleUrlHandlerMapping implements"
                + " org.springframework.web.reactive.HandlerMapping { public SimpleUrlHandlerMapping() {}"
                + " public SimpleUrlHandlerMapping(java.util.Map<String, ?> map, int order) {}"
                + " public void setUrlMap(java.util.Map<String, ?> map) {} }");
        all.add("package " + in + ".config.annotation; public interface WebSocketConfigurer {"
                + " void registerWebSocketHandlers(WebSocketHandlerRegistry registry); }");
    }

    private static void graphQl(List<String> all) {
        String in = "org.springframework.graphql.data.method.annotation";
        String field = "String value() default \"\"; String field() default \"\"; String typeName() default \"\";";
        all.add("package " + in + "; @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                + " public @interface SchemaMapping { " + field + " }");
        all.add(annotation(in, "BatchMapping", field));
        for (String type : List.of("Query", "Mutation", "Subscription")) {
            all.add(annotation(
                    in,
                    "@SchemaMapping(typeName = \"" + type + "\")",
                    type + "Mapping",
                    "String value() default \"\"; String name() default \"\";"));
        }
        String tester = "package org.springframework.graphql.test.tester; ";
        all.add(tester
                + "public interface GraphQlTester { Request document(String text); Request documentName(String name);"
                + " interface Request { Object execute(); } }");
        all.add(tester + "public interface HttpGraphQlTester extends GraphQlTester {}");
        all.add(tester + "public interface WebSocketGraphQlTester extends GraphQlTester {}");
        all.add(annotation(
                "org.springframework.boot.graphql.test.autoconfigure",
                "GraphQlTest",
                "Class<?>[] value() default {}; Class<?>[] controllers() default {};"));
    }

    private static void spring(List<String> all) {
        all.add(annotation("org.springframework.stereotype", "Component", "String value() default \"\";"));
        for (String stereotype : List.of("Controller", "Service", "Repository")) {
            all.add(annotation(
                    "org.springframework.stereotype", "@Component", stereotype, "String value() default \"\";"));
        }
        all.add(annotation(
                "org.springframework.context.annotation",
                "@org.springframework.stereotype.Component",
                "Configuration",
                ""));
        all.add(annotation("org.springframework.context.annotation", "Bean", ""));
        all.add(annotation("org.springframework.context.annotation", "Import", "Class<?>[] value();"));
        all.add(annotation(
                "org.springframework.core.annotation",
                "AliasFor",
                "Class<?> annotation(); String attribute() default \"\";"));
        String path = "String[] value() default {}; String[] path() default {};";
        all.add("package " + WEB + "; public enum RequestMethod { GET, POST, PUT, PATCH, DELETE }");
        all.add(annotation(WEB, "RequestMapping", path + " RequestMethod[] method() default {};"));
        for (String verb : List.of("Get", "Post", "Put", "Patch", "Delete")) {
            all.add(annotation(
                    WEB,
                    "@RequestMapping(method = RequestMethod." + verb.toUpperCase(java.util.Locale.ROOT) + ")",
                    verb + "Mapping",
                    path));
        }
        all.add(annotation(WEB, "@org.springframework.stereotype.Controller", "RestController", ""));
        all.add(annotation(WEB, "@org.springframework.stereotype.Component", "ControllerAdvice", ""));
        all.add(annotation(WEB, "@ControllerAdvice", "RestControllerAdvice", ""));
        all.add(annotation("org.springframework.cloud.openfeign", "FeignClient", ""));
        all.add("package org.springframework.boot.web.servlet.error; public interface ErrorController {}");
        all.add(annotation("org.springframework.kafka.annotation", "KafkaListener", "String[] topics() default {};"));
        all.add(annotation("org.springframework.amqp.rabbit.annotation", "RabbitListener", ""));
        all.add(annotation("org.springframework.jms.annotation", "JmsListener", "String destination() default \"\";"));
        all.add(annotation("io.awspring.cloud.sqs.annotation", "SqsListener", ""));
        all.add(annotation("org.eclipse.microprofile.reactive.messaging", "Incoming", "String value();"));
        all.add(annotation("jakarta.ejb", "MessageDriven", ""));
        String functional = "package org.springframework.web.reactive.function.server; ";
        all.add(functional + "public interface ServerRequest {}");
        all.add(functional + "public interface ServerResponse {}");
        all.add(functional + "public interface HandlerFunction { ServerResponse handle(ServerRequest request); }");
        all.add(functional + "public interface RequestPredicate { RequestPredicate and(RequestPredicate other); }");
        all.add(
                functional
                        + "public interface RouterFunction<T> { RouterFunction<T> andRoute(RequestPredicate p, HandlerFunction h); }");
        all.add(functional
                + "public class RequestPredicates { public static RequestPredicate GET(String p) { return null; }"
                + " public static RequestPredicate POST(String p) { return null; }"
                + " public static RequestPredicate path(String p) { return null; } }");
        all.add(
                functional
                        + "public class RouterFunctions {"
                        + " public static RouterFunction<ServerResponse> route(RequestPredicate p, HandlerFunction h) { return null; }"
                        + " public static RouterFunction<ServerResponse> nest(RequestPredicate p, RouterFunction<ServerResponse> r) { return null; }"
                        + " public static Builder route() { return null; }"
                        + " public interface Builder { Builder GET(String p, HandlerFunction h); Builder POST(String p, HandlerFunction h);"
                        + " Builder path(String p, java.util.function.Consumer<Builder> b); RouterFunction<ServerResponse> build(); } }");
    }

    private static void tests(List<String> all) {
        String boot = "org.springframework.boot.test.context";
        all.add("package " + boot
                + "; @java.lang.annotation.Inherited @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                + " public @interface SpringBootTest { Class<?>[] classes() default {};"
                + " WebEnvironment webEnvironment() default WebEnvironment.MOCK;"
                + " enum WebEnvironment { MOCK, RANDOM_PORT, DEFINED_PORT, NONE } }");
        all.add(annotation(
                "org.springframework.boot.test.autoconfigure.web.servlet",
                "WebMvcTest",
                "Class<?>[] value() default {};"));
        all.add(annotation("org.springframework.boot.webflux.test.autoconfigure", "WebFluxTest", ""));
        all.add(annotation("org.springframework.boot.test.autoconfigure.orm.jpa", "DataJpaTest", ""));
        all.add(annotation("org.springframework.boot.test.autoconfigure.web.servlet", "AutoConfigureMockMvc", ""));
        all.add(annotation(
                "org.springframework.test.context.junit.jupiter",
                "DisabledIf",
                "String value() default \"\"; String reason() default \"\";"));
        all.add(annotation("org.springframework.test.context.aot", "DisabledInAotMode", ""));
        all.add(annotation("org.springframework.test.context.bean.override.mockito", "MockitoBean", ""));
        all.add("package org.springframework.test.web.servlet.setup; public class MockMvcBuilders {"
                + " public static Object standaloneSetup(Object... controllers) { return null; } }");
        all.add("package org.springframework.boot; public class SpringApplication {"
                + " public static Object run(Class<?> c, String... a) { return null; } }");
        all.add(annotation("org.mockito", "Mock", ""));
        all.add(annotation("org.mockito", "Spy", ""));
        all.add(
                "package org.mockito; public class Mockito { public static <T> T mock(Class<T> type) { return null; } }");
        all.add(annotation("org.junit", "Test", "long timeout() default 0L;"));
        all.add(annotation("org.junit", "Rule", ""));
        all.add(annotation("org.junit", "ClassRule", ""));
        all.add(
                "package org.junit.rules; public class Timeout { public static Timeout seconds(long s) { return null; } }");
        all.add(annotation("org.junit", "Ignore", "String value() default \"\";"));
        all.add(annotation("org.junit.runner", "RunWith", "Class<?> value();"));
        all.add("package org.junit.runners; public class Suite {}");
        all.add("package org.junit.experimental.runners; public class Enclosed {}");
        all.add(annotation("org.junit.experimental.categories", "Category", "Class<?>[] value();"));
        all.add("package junit.framework; public abstract class TestCase {}");
        all.add(annotation("net.jqwik.api", "Property", ""));
        dropwizard(all);
        all.add(annotation("io.quarkus.test.junit", "QuarkusTest", ""));
        all.add(annotation("io.quarkus.test.junit", "QuarkusIntegrationTest", ""));
        all.add(annotation("io.micronaut.test.extensions.junit5.annotation", "MicronautTest", ""));
        all.add(annotation("org.testcontainers.junit.jupiter", "Testcontainers", ""));
        all.add(
                "package org.testcontainers.containers; public class GenericContainer { public GenericContainer(String image) {} }");
        all.add("package org.testcontainers.containers; public class PostgreSQLContainer extends GenericContainer {"
                + " public PostgreSQLContainer(String image) { super(image); } }");
        grpc(all);
        all.add("package io.javalin.testtools; public class JavalinTest {"
                + " public static void test(io.javalin.Javalin app, Runnable test) {} }");
        all.add(
                "package com.github.tomakehurst.wiremock; public class WireMockServer { public int port() { return 0; } }");
        all.add("package org.openqa.selenium; public interface WebDriver { void get(String url); }");
    }

    private static void dropwizard(List<String> all) {
        String in = "package io.dropwizard.testing.junit5; ";
        all.add("package io.dropwizard.testing; public class ConfigOverride {"
                + " public static ConfigOverride config(String key, String value) { return null; } }");
        all.add(in + "public class DropwizardAppExtension {"
                + " public DropwizardAppExtension(Class<?> application, io.dropwizard.testing.ConfigOverride... with) {}"
                + " public int getLocalPort() { return 0; } public int getAdminPort() { return 0; } }");
        all.add(in + "public class ResourceExtension { public static Builder builder() { return null; }"
                + " public jakarta.ws.rs.client.WebTarget target(String path) { return null; }"
                + " public static class Builder { public Builder addResource(Object resource) { return this; }"
                + " public Builder addResource(java.util.function.Supplier<?> resource) { return this; }"
                + " public Builder addProvider(Object provider) { return this; }"
                + " public Builder setTestContainerFactory(Object factory) { return this; }"
                + " public ResourceExtension build() { return null; } } }");
        all.add("package org.glassfish.jersey.test.grizzly; public class GrizzlyWebTestContainerFactory {}");
        all.add("package org.glassfish.jersey.server; public class ResourceConfig {"
                + " public ResourceConfig(Class<?>... types) {}"
                + " public ResourceConfig register(Object component) { return this; } }");
        all.add("package org.glassfish.jersey.test; public class JerseyTest {"
                + " protected org.glassfish.jersey.server.ResourceConfig configure() { return null; }"
                + " public jakarta.ws.rs.client.WebTarget target(String path) { return null; } }");
        all.add("package jakarta.ws.rs.client; public interface WebTarget { WebTarget path(String path);"
                + " Invocation.Builder request(); }");
        all.add("package jakarta.ws.rs.client; public interface Invocation {"
                + " interface Builder { <T> T get(Class<T> type); Object get(); Object post(Object body); } }");
        all.add("package jakarta.ws.rs.client; public interface Client { WebTarget target(String url); }");
    }

    private static void grpc(List<String> all) {
        String in = "package io.grpc.inprocess; ";
        all.add("package io.grpc; public abstract class ServerBuilder<T extends ServerBuilder<T>> {"
                + " public static ServerBuilder<?> forPort(int port) { return null; }"
                + " public T addService(BindableService service) { return null; }"
                + " public T addService(Object definition) { return null; }"
                + " public Server build() { return null; } }");
        all.add(in + "public class InProcessServerBuilder extends io.grpc.ServerBuilder<InProcessServerBuilder> {"
                + " public static InProcessServerBuilder forName(String name) { return null; } }");
        all.add(in + "public class InProcessChannelBuilder {"
                + " public static InProcessChannelBuilder forName(String name) { return null; }"
                + " public io.grpc.Channel build() { return null; } }");
        all.add("package io.grpc; public interface Channel {}");
    }

    private static void clients(List<String> all) {
        all.add("package org.springframework.test.web.servlet; public interface RequestBuilder {}");
        all.add("package org.springframework.test.web.servlet; public class MockMvc {"
                + " public Object perform(RequestBuilder request) { return null; } }");
        all.add("package org.springframework.test.web.servlet.request;"
                + " import org.springframework.test.web.servlet.RequestBuilder; public class MockMvcRequestBuilders {"
                + " public static RequestBuilder get(String url, Object... variables) { return null; }"
                + " public static RequestBuilder post(String url, Object... variables) { return null; } }");
        all.add("package org.springframework.test.web.servlet.result; public class MockMvcResultMatchers {"
                + " public static Object redirectedUrl(String url) { return null; } }");
        all.add("package org.springframework.http; public enum HttpMethod { GET, POST, PUT, DELETE }");
        all.add(
                "package org.springframework.boot.test.web.client; import org.springframework.http.HttpMethod;"
                        + " public class TestRestTemplate {"
                        + " public <T> T getForObject(String url, Class<T> type, Object... variables) { return null; }"
                        + " public Object exchange(String url, HttpMethod method, Object body, Class<?> type) { return null; } }");
        all.add("package org.springframework.test.web.reactive.server; public interface WebTestClient {"
                + " Spec get(); Spec post(); Spec method(org.springframework.http.HttpMethod method);"
                + " interface Spec { Spec uri(String uri, Object... variables); Object exchange(); } }");
        all.add("package com.github.tomakehurst.wiremock.client; public class WireMock {"
                + " public static Object get(String url) { return null; } }");
        all.add(
                "package io.restassured; public class RestAssured { public static String basePath; public static Object get() { return null; }"
                        + " public static Object get(String path) { return null; } }");
    }

    private static void others(List<String> all) {
        for (String verb : List.of("GET", "POST")) {
            all.add(annotation("jakarta.ws.rs", verb, ""));
        }
        all.add(annotation("jakarta.ws.rs", "Path", "String value();"));
        all.add(annotation("javax.ws.rs", "Path", "String value();"));
        all.add(annotation("javax.ws.rs", "GET", ""));
        all.add(annotation("org.eclipse.microprofile.rest.client.inject", "RegisterRestClient", ""));
        all.add(annotation("jakarta.enterprise.context", "ApplicationScoped", ""));
        all.add(annotation("jakarta.servlet.annotation", "WebServlet", "String[] value() default {};"));
        all.add("package jakarta.servlet; public interface Filter {}");
        all.add("package io.grpc; public interface BindableService {}");
        all.add("package io.grpc; public interface Server { Server start(); }");
        all.add("package io.grpc; public class ServerInterceptors {"
                + " public static Object intercept(BindableService service, Object... by) { return null; } }");
        all.add("package io.javalin.http; public interface Context { String body();"
                + " default <T> io.javalin.validation.Validator<T> pathParamAsClass(String key, Class<T> type) { return null; }"
                + " Context result(String text); }");
        all.add("package io.javalin.validation; public class Validator<T> { public T get() { return null; } }");
        all.add("package io.javalin.http; public interface Handler { void handle(Context context); }");
        all.add("package io.javalin.apibuilder; public interface EndpointGroup { void addEndpoints(); }");
        all.add("package io.javalin.apibuilder; public interface CrudHandler {}");
        all.add("package io.javalin.apibuilder; import io.javalin.http.Handler; public class ApiBuilder {"
                + " public static void path(String path, EndpointGroup group) {}"
                + " public static void get(Handler handler) {}"
                + " public static void get(String path, Handler handler) {}"
                + " public static void post(String path, Handler handler) {}"
                + " public static void crud(String path, CrudHandler handler) {} }");
        all.add("package io.javalin; import io.javalin.http.Handler; public class Javalin {"
                + " public final java.util.Map<String, Handler> handlers = new java.util.HashMap<>();"
                + " public static Javalin create() { return new Javalin(); }"
                + " public Javalin get(String path, Handler handler) { handlers.put(path, handler); return this; }"
                + " public Javalin post(String path, Handler handler) { handlers.put(path, handler); return this; }"
                + " public Javalin routes(io.javalin.apibuilder.EndpointGroup group) { return this; }"
                + " public Javalin start(int port) { return this; } }");
        all.add(annotation("lombok", "Generated", ""));
        all.add(annotation("io.grpc.stub.annotations", "GrpcGenerated", ""));
    }

    private static String annotation(String in, String name, String attributes) {
        return annotation(in, "", name, attributes);
    }

    private static String annotation(String in, String meta, String name, String attributes) {
        return "package " + in + "; " + meta
                + " @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface "
                + name + " { " + attributes + " }";
    }
}
