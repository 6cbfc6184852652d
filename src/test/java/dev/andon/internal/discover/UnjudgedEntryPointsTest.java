package dev.andon.internal.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.testing.Compiled;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnjudgedEntryPointsTest {

    private static final String COMPONENT = "package org.springframework.stereotype;"
            + " @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface Component {}";
    private static final String BEAN = annotation("org.springframework.context.annotation.Bean");

    @TempDir
    Path temp;

    /** Stand-ins of libraries, which are on the class path and no part of the build. */
    private CodeIndex index(List<String> libraries, String... sources) throws IOException {
        Path library = Compiled.into(temp.resolve("library")).sources(libraries).compile();
        Path classes = Compiled.into(temp.resolve("classes"))
                .sources(List.of(sources))
                .classPath(library)
                .compile();
        // Never closed: the index reads lazily.
        return CodeIndex.of(
                List.of(new ClassRoot(classes, "shop", false)),
                ClassSource.of(new URLClassLoader(
                        new URL[] {library.toUri().toURL()}, getClass().getClassLoader())));
    }

    private static Map<String, String> find(CodeIndex index, DiscoveryRequest request) {
        return UnjudgedEntryPoints.find(index, request, Discovery.discover(index, request));
    }

    private Map<String, String> find(List<String> libraries, String... sources) throws IOException {
        return find(index(libraries, sources), DiscoveryRequest.of());
    }

    private static String annotation(String name) {
        return declared(
                name, "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.CLASS) public @interface");
    }

    private static String declared(String name, String kind) {
        int dot = name.lastIndexOf('.');
        return "package " + name.substring(0, dot) + "; " + kind + " " + name.substring(dot + 1) + " {}";
    }

    /** Each by the page of its framework's documentation on what it calls. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework.scheduling.annotation.Scheduled",
                "io.quarkus.scheduler.Scheduled",
                "io.micronaut.scheduling.annotation.Scheduled",
                "jakarta.ejb.Schedule",
                "com.microsoft.azure.functions.annotation.FunctionName",
                "com.netflix.graphql.dgs.DgsQuery",
                "org.axonframework.commandhandling.CommandHandler",
                "org.axonframework.eventhandling.EventHandler",
                "io.camunda.zeebe.spring.client.annotation.JobWorker",
                "org.springframework.integration.annotation.ServiceActivator",
                "org.springframework.cloud.stream.annotation.StreamListener",
                "io.quarkus.vertx.ConsumeEvent",
                "io.quarkus.funqy.Funq",
                "com.linecorp.armeria.server.annotation.Get",
                // Known to no framework of Andon.
                "org.unknown.broker.QueueListener",
                "org.unknown.broker.Subscribe",
                "org.unknown.web.GetMapping"
            })
    void a_method_that_a_framework_calls_is_named(String annotation) throws IOException {
        String written = "package com.acme; public class Orders { @" + annotation + " public void on() {} }";

        assertThat(find(List.of(annotation(annotation)), written))
                .containsExactly(
                        Map.entry("com.acme.Orders", "@" + annotation.substring(annotation.lastIndexOf('.') + 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jakarta.websocket.server.ServerEndpoint",
                "io.micronaut.websocket.annotation.ServerWebSocket",
                "jakarta.jws.WebService",
                "org.springframework.ws.server.endpoint.annotation.Endpoint",
                "org.springframework.boot.actuate.endpoint.annotation.Endpoint",
                "org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint",
                "org.eclipse.microprofile.graphql.GraphQLApi",
                "io.micronaut.function.FunctionBean",
                "org.apache.dubbo.config.annotation.DubboService",
                "org.springframework.stereotype.Controller",
                "org.unknown.rpc.RpcService"
            })
    void a_class_that_a_framework_calls_is_named(String annotation) throws IOException {
        assertThat(find(
                        List.of(annotation(annotation)),
                        "package com.acme; @" + annotation + " public class Orders {}"))
                .containsOnlyKeys("com.acme.Orders");
    }

    @ParameterizedTest
    @CsvSource({
        "com.amazonaws.services.lambda.runtime.RequestHandler, AWS Lambda handler",
        "com.amazonaws.services.lambda.runtime.RequestStreamHandler, AWS Lambda handler",
        "com.google.cloud.functions.HttpFunction, Google Cloud function",
        "com.google.cloud.functions.CloudEventsFunction, Google Cloud function",
        "jakarta.servlet.http.HttpServlet, servlet",
        "io.vertx.core.AbstractVerticle, Vert.x verticle",
        "io.vertx.core.VerticleBase, Vert.x verticle",
        "io.helidon.webserver.http.HttpService, Helidon service",
        "org.springframework.web.HttpRequestHandler, HTTP request handler",
        "org.springframework.web.servlet.mvc.Controller, controller by interface",
        "org.quartz.Job, Quartz job",
        "org.springframework.scheduling.quartz.QuartzJobBean, Quartz job",
        "org.springframework.batch.core.step.tasklet.Tasklet, Spring Batch job",
        "org.camunda.bpm.engine.delegate.JavaDelegate, task of a workflow",
        "org.apache.camel.builder.RouteBuilder, Camel routes",
        "graphql.kickstart.tools.GraphQLQueryResolver, GraphQL resolver",
        "java.rmi.Remote, RMI service",
        "com.sun.net.httpserver.HttpHandler, HTTP handler",
        "org.unknown.broker.MessageListener, MessageListener of org.unknown.broker",
        "org.unknown.web.WebController, WebController of org.unknown.web"
    })
    void a_class_of_a_type_that_a_framework_calls_is_named(String type, String sign) throws IOException {
        boolean jdk = type.startsWith("java.") || type.startsWith("com.sun.");
        Map<String, String> found = find(
                jdk ? List.of(COMPONENT) : List.of(declared(type, "public interface")),
                "package com.acme; public abstract class Base implements " + type + " {}",
                "package com.acme; public class Orders extends Base {"
                        + (type.startsWith("com.sun.")
                                ? " public void handle(com.sun.net.httpserver.HttpExchange e) {}"
                                : "")
                        + "}");

        assertThat(found).containsExactly(Map.entry("com.acme.Orders", sign));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"org.springframework.batch.core.job.Job", "java.util.function.Consumer", "org.quartz.JobDetail"})
    void a_bean_that_a_framework_calls_is_named_by_its_configuration(String type) throws IOException {
        List<String> libraries =
                type.startsWith("java.") ? List.of(BEAN) : List.of(BEAN, declared(type, "public interface"));

        assertThat(find(
                        libraries,
                        "package com.acme; public class Config { @org.springframework.context.annotation.Bean public "
                                + type + " orders() { return null; } }"))
                .containsOnlyKeys("com.acme.Config");
    }

    @Test
    void repositories_that_spring_data_rest_serves_are_named() throws IOException {
        String annotation = "org.springframework.data.rest.core.annotation.RepositoryRestResource";

        assertThat(find(
                        List.of(annotation(annotation)),
                        "package com.acme; @" + annotation + " public interface Books {}",
                        "package com.acme; public interface Pages {}"))
                .containsExactly(Map.entry("com.acme.Books", "repository served by Spring Data REST"));
    }

    @ParameterizedTest
    @CsvSource({
        "spark.Spark, spark.Route, Spark routes",
        "io.javalinlike.Server, io.javalinlike.Handler, call of Server.get"
    })
    void code_that_registers_handlers_is_named(String owner, String handler, String sign) throws IOException {
        String name = owner.substring(owner.lastIndexOf('.') + 1);
        Map<String, String> found = find(
                List.of(
                        declared(handler, "public interface").replace("{}", "{ Object handle(Object request); }"),
                        declared(owner, "public class")
                                .replace("{}", "{ public static void get(String path, " + handler + " handler) {} }")),
                "package com.acme; import " + owner + "; public class Main {"
                        + " public static void main(String[] a) { " + name + ".get(\"/hello\", r -> \"hi\"); } }",
                "package com.acme; public class Other { static String get(String key, Runnable r) { return key; }"
                        + " public static void main(String[] a) { get(\"/hello\", () -> {}); } }");

        assertThat(found).containsExactly(Map.entry("com.acme.Main", sign));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jakarta.enterprise.context.RequestScoped",
                "jakarta.enterprise.context.SessionScoped",
                "javax.faces.view.ViewScoped",
                "jakarta.faces.flow.FlowScoped"
            })
    void beans_that_pages_call_are_named(String scope) throws IOException {
        String named = (scope.startsWith("javax") ? "javax" : "jakarta") + ".inject.Named";

        assertThat(find(
                        List.of(annotation(named), annotation(scope)),
                        "package com.acme; @" + named + " @" + scope + " public class Orders {}",
                        // A name tells beans of one type apart, and a scope alone is no name for pages.
                        "package com.acme; @" + named + " public class NamedRates {}",
                        "package com.acme; @" + scope + " public class Basket {}"))
                .containsExactly(Map.entry("com.acme.Orders", "@Named bean of pages"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jakarta.enterprise.inject.Model", "javax.faces.bean.ManagedBean"})
    void what_makes_a_bean_of_pages_by_itself_is_named(String annotation) throws IOException {
        assertThat(find(
                        List.of(annotation(annotation)),
                        "package com.acme; @" + annotation + " public class Orders {}",
                        "package com.acme; public class Model {}"))
                .containsOnlyKeys("com.acme.Orders");
    }

    @Test
    void what_an_anonymous_class_handles_is_named_by_the_class_around_it() throws IOException {
        assertThat(find(
                        List.of(declared("org.unknown.web.HttpHandler", "public interface")),
                        "package com.acme; public class Main { Object it = new org.unknown.web.HttpHandler() {}; }"))
                .containsOnlyKeys("com.acme.Main");
    }

    /** Each is called from inside of the application, or supports what is called. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework.context.event.EventListener",
                "org.springframework.transaction.event.TransactionalEventListener",
                "org.springframework.web.bind.annotation.ExceptionHandler",
                "jakarta.persistence.EntityListeners",
                "com.google.common.eventbus.Subscribe",
                "org.unknown.orm.EntityListener",
                "org.unknown.di.Component"
            })
    void annotations_of_what_is_called_from_inside_are_no_signs(String annotation) throws IOException {
        assertThat(find(
                        List.of(annotation(annotation)),
                        "package com.acme; @" + annotation + " public class Orders { @" + annotation
                                + " void on() {} }"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework.context.ApplicationListener",
                "org.springframework.security.web.access.AccessDeniedHandler",
                "org.springframework.web.servlet.HandlerInterceptor",
                "org.springframework.batch.core.listener.JobExecutionListener",
                "jakarta.servlet.ServletContextListener",
                "jakarta.servlet.http.HttpSessionListener",
                "org.apache.ibatis.type.TypeHandler",
                "com.baomidou.mybatisplus.core.handlers.MetaObjectHandler",
                "org.apache.kafka.clients.consumer.ConsumerRebalanceListener",
                "org.springframework.kafka.listener.CommonErrorHandler",
                "io.micrometer.tracing.handler.TracingObservationHandler",
                "jakarta.ws.rs.ext.ExceptionMapper",
                "java.util.function.Function",
                "java.lang.reflect.InvocationHandler"
            })
    void types_that_are_called_from_inside_are_no_signs(String type) throws IOException {
        List<String> libraries =
                type.startsWith("java.") ? List.of(COMPONENT) : List.of(declared(type, "public interface"));

        assertThat(
                        find(
                                libraries,
                                "package com.acme; public abstract class Base implements " + type + " {}",
                                "package com.acme; public class Orders extends Base {"
                                        + " public Object apply(Object o) { return o; }"
                                        + " public Object invoke(Object o, java.lang.reflect.Method m, Object[] a) { return o; } }"))
                .isEmpty();
    }

    @Test
    void what_is_judged_excluded_or_elsewhere_is_not_named() throws IOException {
        String listener = "org.unknown.broker.QueueListener";
        CodeIndex index = index(
                List.of(annotation(listener)),
                "package com.acme; public class Orders { @" + listener + " public void on() {} }",
                "package com.acme; public class Prices { @" + listener + " public void on() {} }",
                "package com.other; public class Stock { @" + listener + " public void on() {} }");

        assertThat(find(
                        index,
                        new DiscoveryRequest(List.of("com.acme"), List.of("com.acme.Orders"), List.of(), List.of())))
                .containsOnlyKeys("com.acme.Prices");
        assertThat(find(index, new DiscoveryRequest(List.of(), List.of(), List.of("com.acme.*"), List.of())))
                .containsOnlyKeys("com.other.Stock");
    }

    @Test
    void one_note_names_all_that_look_alike() throws IOException {
        String listener = "org.unknown.broker.QueueListener";
        CodeIndex index = index(
                List.of(annotation(listener)),
                "package com.acme; public class Orders { @" + listener + " public void on() {} }",
                "package com.acme; public class Prices { @" + listener + " public void on() {} }");
        DiscoveryRequest request = DiscoveryRequest.of();

        assertThat(UnjudgedEntryPoints.notes(index, request, Discovery.discover(index, request)))
                .singleElement()
                .asString()
                .contains("@QueueListener", "com.acme.Orders, com.acme.Prices", "includeServices", "excludeServices");
    }
}
