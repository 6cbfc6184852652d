package dev.andon.internal.evidence.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.TestKind;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.evidence.Link.Strength;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where several services answer the same calls or requests, only the one that the test serves is tested. */
class ServedImplementationTest {

    @TempDir
    Path temp;

    private Map<String, Strength> links;
    private TestKind kind;

    private void read(BuiltProject build) {
        CodeIndex index = build.index();
        Inventory inventory = Discovery.discover(index, DiscoveryRequest.of());
        kind = inventory.testClasses().get(0).kind();
        links = Links.find(index, inventory).stream()
                .collect(Collectors.toMap(link -> Requests.simpleName(link.service()), Link::strength));
    }

    @Nested
    class GeneratedBase {

        private void test(String code) {
            read(
                    BuiltProject.in(temp)
                            .main(
                                    "shop",
                                    "package com.acme; public class GreeterGrpc {"
                                            + " public static abstract class GreeterImplBase implements io.grpc.BindableService {}"
                                            + " public static class GreeterBlockingStub { public String hello() { return null; } }"
                                            + " public static GreeterBlockingStub newBlockingStub(io.grpc.Channel c) { return null; } }",
                                    "package com.acme; public class Plain extends GreeterGrpc.GreeterImplBase {}",
                                    "package com.acme; public class Retrying extends GreeterGrpc.GreeterImplBase {}",
                                    "package com.acme; public class PlainServer { public static io.grpc.Server start() {"
                                            + " return io.grpc.ServerBuilder.forPort(0).addService(new Plain()).build().start(); } }")
                            .test(
                                    "shop",
                                    "package com.acme; import io.grpc.*; import io.grpc.inprocess.*;"
                                            + " class GreeterIT { @org.junit.jupiter.api.Test void hello() { " + code
                                            + " GreeterGrpc.newBlockingStub(InProcessChannelBuilder.forName(\"x\").build()).hello(); } }"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "InProcessServerBuilder.forName(\"x\").addService(new Plain()).build().start();",
                    // As gRPC's interceptor documentation wires a service: ServerInterceptors.intercept(service, …).
                    "InProcessServerBuilder.forName(\"x\").addService(ServerInterceptors.intercept(new Plain())).build();",
                    "Plain plain = new Plain(); InProcessServerBuilder.forName(\"x\").addService(plain).build();"
                })
        void only_what_is_added_to_the_server_is_tested_by_a_slice_of_a_units_size(String code) {
            test(code);

            assertThat(links).containsOnly(Map.entry("Plain", Strength.LINKED));
            assertThat(kind).isEqualTo(TestKind.UNIT);
        }

        @Test
        void a_server_around_an_implementation_of_the_tests_own_tests_none() {
            test("InProcessServerBuilder.forName(\"x\").addService(new GreeterGrpc.GreeterImplBase() {}).build();");

            assertThat(links).isEmpty();
        }

        @Test
        void the_server_that_production_code_starts_has_what_that_code_adds() {
            test("PlainServer.start();");

            assertThat(links).containsOnly(Map.entry("Plain", Strength.LINKED));
            assertThat(kind).isEqualTo(TestKind.INTEGRATION);
        }

        @Test
        void without_a_server_in_sight_it_cannot_be_determined() {
            test("");

            assertThat(links)
                    .containsOnly(Map.entry("Plain", Strength.UNCLEAR), Map.entry("Retrying", Strength.UNCLEAR));
        }
    }

    @Nested
    class ResourcesOfOnePath {

        private void test(String annotations, String superclass, String members, String code) {
            String resource = "package com.acme; import jakarta.ws.rs.*; @Path(\"/door\") public class ";
            read(BuiltProject.in(temp)
                    .main(
                            "shop",
                            resource + "OpenResource { @GET public String state() { return \"open\"; } }",
                            resource + "LockedResource { @GET public String state() { return \"locked\"; } }",
                            "package com.acme; public class OpenApplication extends org.glassfish.jersey.server.ResourceConfig {"
                                    + " public OpenApplication() { super(OpenResource.class); } }")
                    .test(
                            "shop",
                            "package com.acme; import io.dropwizard.testing.junit5.*; import org.junit.jupiter.api.*;"
                                    + " import org.glassfish.jersey.server.ResourceConfig; " + annotations
                                    + " class DoorIT "
                                    + superclass + " { " + members + " @Test void state() { " + code + " } }"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    ".setTestContainerFactory(new org.glassfish.jersey.test.grizzly.GrizzlyWebTestContainerFactory())"
                            + ".addResource(new OpenResource())",
                    // Dropwizard's ResourceExtension also takes suppliers.
                    ".addResource(OpenResource::new)",
                    ".addResource(() -> new OpenResource())"
                })
        void an_extension_serves_the_resource_that_is_added_whatever_its_container(String added) {
            test(
                    "",
                    "",
                    "ResourceExtension r = ResourceExtension.builder()" + added + ".build();",
                    "r.target(\"/door\").request().get();");

            assertThat(links).containsOnly(Map.entry("OpenResource", Strength.LINKED));
            assertThat(kind).isEqualTo(TestKind.UNIT);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"new ResourceConfig(OpenResource.class)", "new ResourceConfig().register(new OpenResource())"
                })
        void a_configuration_of_the_tests_own_is_a_slice(String configuration) {
            test(
                    "",
                    "extends org.glassfish.jersey.test.JerseyTest",
                    "protected ResourceConfig configure() { return " + configuration + "; }",
                    "target(\"door\").request().get();");

            assertThat(links).containsOnly(Map.entry("OpenResource", Strength.LINKED));
            assertThat(kind).isEqualTo(TestKind.UNIT);
        }

        @Test
        void the_applications_own_configuration_in_process_is_an_integration_test() {
            test(
                    "",
                    "extends org.glassfish.jersey.test.JerseyTest",
                    "protected ResourceConfig configure() { return new OpenApplication(); }",
                    "target(\"door\").request().get();");

            assertThat(links).containsOnly(Map.entry("OpenResource", Strength.LINKED));
            assertThat(kind).isEqualTo(TestKind.INTEGRATION);
        }

        @Test
        void whatever_a_server_out_of_sight_serves_cannot_be_determined() {
            test(
                    "",
                    "",
                    "jakarta.ws.rs.client.Client client;",
                    "client.target(\"http://localhost:8080/door\").request().get();");

            assertThat(links)
                    .containsOnly(
                            Map.entry("OpenResource", Strength.UNCLEAR), Map.entry("LockedResource", Strength.UNCLEAR));
        }
    }

    @Nested
    class ApplicationsOfOneModule {

        private void test(String annotation) {
            String mapping = "import org.springframework.web.bind.annotation.*; @RestController public class ";
            String boot = "import org.springframework.boot.autoconfigure.SpringBootApplication; @SpringBootApplication";
            read(
                    BuiltProject.in(temp)
                            .main(
                                    "shop",
                                    "package org.springframework.boot.autoconfigure; public @interface SpringBootApplication {}",
                                    "package com.acme.shop; " + boot + " public class ShopApplication {}",
                                    "package com.acme.stock; " + boot + " public class StockApplication {}",
                                    "package com.acme.shop; " + mapping
                                            + "ShopStatus { @GetMapping(\"/status\") public String status() { return null; } }",
                                    "package com.acme.stock; " + mapping
                                            + "StockStatus { @GetMapping(\"/status\") public String status() { return null; } }")
                            .test(
                                    "shop",
                                    "package com.acme.shop; import org.springframework.boot.test.context.SpringBootTest; "
                                            + annotation
                                            + " class StatusIT { org.springframework.boot.test.web.client.TestRestTemplate rest;"
                                            + " @org.junit.jupiter.api.Test void status() { rest.getForObject(\"/status\", String.class); } }"));
        }

        @Test
        void the_application_that_the_test_names_answers() {
            test("@SpringBootTest(classes = com.acme.stock.StockApplication.class)");

            assertThat(links).containsOnly(Map.entry("StockStatus", Strength.LINKED));
        }

        @Test
        void a_test_that_names_none_starts_that_of_its_own_package() {
            test("@SpringBootTest");

            assertThat(links).containsOnly(Map.entry("ShopStatus", Strength.LINKED));
        }
    }

    /** Spring's reference, "Environment Abstraction": a component exists in the profiles that it names, negated or not. */
    @Nested
    class Profiles {

        private void test(String active, String plain, String retrying) {
            annotated("@org.springframework.test.context.ActiveProfiles(\"" + active + "\")", plain, retrying);
        }

        private void annotated(String annotations, String plain, String retrying, String... more) {
            String profile = "@org.springframework.context.annotation.Profile(\"%s\") ";
            read(BuiltProject.in(temp)
                    .library(
                            "package org.springframework.context.annotation; public @interface Profile {"
                                    + " String[] value(); }",
                            "package org.springframework.test.context; public @interface ActiveProfiles {"
                                    + " String[] value(); }",
                            "package com.acme.settings; public @interface Settings { String[] properties(); }")
                    .main(
                            "shop",
                            "package com.acme; public class GreeterGrpc {"
                                    + " public static abstract class GreeterImplBase implements io.grpc.BindableService {}"
                                    + " public static class GreeterBlockingStub { public String hello() { return null; } } }",
                            "package com.acme; " + profile.formatted(plain)
                                    + "public class Plain extends GreeterGrpc.GreeterImplBase {}",
                            "package com.acme; " + profile.formatted(retrying)
                                    + "public class Retrying extends GreeterGrpc.GreeterImplBase {}")
                    .test(
                            "shop",
                            Stream.concat(
                                            Stream.of(more),
                                            Stream.of("package com.acme;"
                                                    + " @org.springframework.boot.test.context.SpringBootTest "
                                                    + annotations
                                                    + " class GreeterIT { GreeterGrpc.GreeterBlockingStub stub;"
                                                    + " @org.junit.jupiter.api.Test void hello() { stub.hello(); } }"))
                                    .toArray(String[]::new)));
        }

        @Test
        void a_profile_of_a_composed_annotation_holds() {
            annotated(
                    "@Stubbed",
                    "!retry",
                    "retry",
                    "package com.acme; @org.springframework.test.context.ActiveProfiles(\"retry\") @interface Stubbed {}");

            assertThat(links).containsOnly(Map.entry("Retrying", Strength.LINKED));
        }

        @Test
        void what_another_test_sets_does_not_decide() {
            annotated(
                    "",
                    "!retry",
                    "retry",
                    "package com.acme; @com.acme.settings.Settings(properties = \"spring.profiles.active=retry\")"
                            + " class OtherIT { @org.junit.jupiter.api.Test void other() {} }");

            assertThat(links)
                    .containsOnly(Map.entry("Plain", Strength.UNCLEAR), Map.entry("Retrying", Strength.UNCLEAR));
        }

        @Test
        void the_one_that_is_there_answers() {
            test("retry", "!retry", "retry");

            assertThat(links).containsOnly(Map.entry("Retrying", Strength.LINKED));
        }

        @Test
        void the_one_of_no_such_profile_answers() {
            test("stubs", "!retry", "retry");

            assertThat(links).containsOnly(Map.entry("Plain", Strength.LINKED));
        }

        @Test
        void of_two_that_are_there_it_cannot_be_determined() {
            test("stubs", "!retry", "!dry");

            assertThat(links)
                    .containsOnly(Map.entry("Plain", Strength.UNCLEAR), Map.entry("Retrying", Strength.UNCLEAR));
        }

        @Test
        void an_expression_of_profiles_is_not_read() {
            test("stubs", "!retry & slow", "retry | slow");

            assertThat(links)
                    .containsOnly(Map.entry("Plain", Strength.UNCLEAR), Map.entry("Retrying", Strength.UNCLEAR));
        }
    }

    /** What Spring's starters for gRPC call the global or default channel is for those that have no address of their own. */
    @ParameterizedTest
    @ValueSource(strings = {"own", "other"})
    void a_channel_has_its_own_address_or_that_of_all(String channel) {
        read(BuiltProject.in(temp)
                .main(
                        "shop",
                        "package com.acme; public class GreeterGrpc {"
                                + " public static abstract class GreeterImplBase implements io.grpc.BindableService {}"
                                + " public static class GreeterBlockingStub { public String hello() { return null; } } }",
                        "package com.acme; public class Plain extends GreeterGrpc.GreeterImplBase {}")
                .test(
                        "shop",
                        "package com.acme; @interface GrpcClient { String value(); }",
                        "package com.acme; @interface Settings { String[] properties(); }",
                        "package com.acme; @Settings(properties = {\"grpc.client.GLOBAL.address=static://far.example:1\","
                                + " \"grpc.client.own.address=static://localhost:9090\"}) class GreeterIT {"
                                + " @GrpcClient(\"" + channel + "\") GreeterGrpc.GreeterBlockingStub stub;"
                                + " @org.junit.jupiter.api.Test void hello() { stub.hello(); } }"));

        assertThat(links.get("Plain")).isEqualTo(channel.equals("own") ? Strength.LINKED : null);
    }
}
