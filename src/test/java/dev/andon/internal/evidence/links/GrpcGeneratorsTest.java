package dev.andon.internal.evidence.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Discovery;
import dev.andon.internal.discover.DiscoveryRequest;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.Link;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generators of others than gRPC's own project: what they generate is no service, and their stubs reach services. */
class GrpcGeneratorsTest {

    /** As Quarkus generates them from {@code service Greeter} and {@code service Farewell}. */
    private static String[] quarkus() {
        return new String[] {
            "package com.acme; public interface Greeter extends io.quarkus.grpc.MutinyService { String hello(String name); }",
            "package com.acme; public interface Farewell extends io.quarkus.grpc.MutinyService { String bye(String name); }",
            "package com.acme; public class GreeterGrpc { public static GreeterBlockingStub newBlockingStub(io.grpc.Channel c) {"
                    + " return null; } public static class GreeterBlockingStub { public String hello(String name) { return name; } } }",
            "package com.acme; public class MutinyGreeterGrpc { public static MutinyGreeterStub newMutinyStub(io.grpc.Channel c) {"
                    + " return null; } public static class MutinyGreeterStub { public String hello(String name) { return name; } }"
                    + " public static abstract class GreeterImplBase implements io.grpc.BindableService {} }",
            "package com.acme; public class GreeterBean extends MutinyGreeterGrpc.GreeterImplBase"
                    + " implements io.grpc.BindableService, io.quarkus.grpc.MutinyBean {}",
            "package com.acme; public class GreeterClient implements Greeter, io.quarkus.grpc.MutinyClient {"
                    + " public String hello(String name) { return name; } }",
            "package com.acme; @io.quarkus.grpc.GrpcService public class HelloService implements Greeter {"
                    + " public String hello(String name) { return name; } }",
            "package com.acme; @io.quarkus.grpc.GrpcService public class ByeService implements Farewell {"
                    + " public String bye(String name) { return name; } }"
        };
    }

    @TempDir
    Path temp;

    private BuiltProject build() {
        String annotation =
                "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface ";
        return BuiltProject.in(temp)
                .library(
                        "package io.quarkus.grpc; public interface MutinyService {}",
                        "package io.quarkus.grpc; public interface MutinyBean {}",
                        "package io.quarkus.grpc; public interface MutinyClient {}",
                        "package io.quarkus.grpc; " + annotation + "GrpcService {}",
                        "package io.quarkus.grpc; " + annotation + "GrpcClient { String value() default \"\"; }",
                        "package io.helidon.grpc.api; public interface Grpc { "
                                + annotation.replace("public ", "") + "GrpcService { String value() default \"\"; } "
                                + annotation.replace("public ", "") + "GrpcProxy {} }");
    }

    private Map<String, Link.Strength> links(BuiltProject build, String code) {
        CodeIndex index = build.test(
                        "shop", "package com.acme; @io.quarkus.test.junit.QuarkusTest class HelloIT { " + code + " }")
                .index();
        Inventory inventory = Discovery.discover(index, DiscoveryRequest.of());
        return Links.find(index, inventory).stream()
                .filter(link -> link.strength() == Link.Strength.LINKED)
                .collect(Collectors.toMap(link -> Requests.simpleName(link.service()), Link::strength));
    }

    @Test
    void quarkus_bean_and_client_are_generated_and_no_services() {
        assertThat(Discovery.discover(build().main("shop", quarkus()).index(), DiscoveryRequest.of())
                        .services())
                .extracting(Service::name)
                .containsExactly("com.acme.ByeService", "com.acme.HelloService");
    }

    /** Quarkus' guides "Getting started with gRPC", "Consuming a gRPC service" and "Testing": each stub that they name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@org.junit.jupiter.api.Test void t() { GreeterGrpc.newBlockingStub(null).hello(\"x\"); }",
                "@org.junit.jupiter.api.Test void t() { MutinyGreeterGrpc.newMutinyStub(null).hello(\"x\"); }",
                "@io.quarkus.grpc.GrpcClient Greeter greeter;"
                        + " @org.junit.jupiter.api.Test void t() { greeter.hello(\"x\"); }",
                "@io.quarkus.grpc.GrpcClient(\"g\") MutinyGreeterGrpc.MutinyGreeterStub greeter;"
                        + " @org.junit.jupiter.api.Test void t() { greeter.hello(\"x\"); }"
            })
    void each_stub_of_quarkus_reaches_the_service_of_its_interface_alone(String code) {
        assertThat(links(build().main("shop", quarkus()), code)).containsOnlyKeys("HelloService");
    }

    @Test
    void a_mock_of_the_interface_reaches_nothing() {
        assertThat(links(
                        build().main("shop", quarkus()),
                        "Greeter greeter = org.mockito.Mockito.mock(Greeter.class);"
                                + " @org.junit.jupiter.api.Test void t() { greeter.hello(\"x\"); }"))
                .isEmpty();
    }

    /** reactive-grpc's generators for Reactor and RxJava, and Vert.x's: {@code class prefix, stub}. */
    @ParameterizedTest
    @CsvSource({"Reactor, Reactor", "Rx, Rx", "Rx3, Rx3", "Vertx, Vertx"})
    void a_stub_of_another_generator_reaches_the_service_that_extends_the_base_of_grpcs_own(
            String prefix, String stub) {
        String generated = "package com.acme; public class %sGreeterGrpc { public static %2$sGreeterStub new%2$sStub("
                + "io.grpc.Channel c) { return null; } public static class %2$sGreeterStub { public String hello() { return null; } } }";
        assertThat(links(
                        build().main(
                                        "shop",
                                        generated.formatted(prefix, stub),
                                        "package com.acme; public class GreeterGrpc { public static abstract class GreeterImplBase"
                                                + " implements io.grpc.BindableService {} }",
                                        "package com.acme; public class Hello extends GreeterGrpc.GreeterImplBase {}",
                                        "package com.acme; public class StarterGrpc { public static abstract class StarterImplBase"
                                                + " implements io.grpc.BindableService {} }",
                                        "package com.acme; public class Starting extends StarterGrpc.StarterImplBase {}"),
                        "@org.junit.jupiter.api.Test void t() { %sGreeterGrpc.new%sStub(null).hello(); }"
                                .formatted(prefix, stub)))
                .containsOnlyKeys("Hello");
    }

    /** Helidon's guide "gRPC Client Implementation" for MicroProfile: a proxy of an interface that names the service. */
    @ParameterizedTest
    @CsvSource({"(\"StringService\"), StringService", "'', Strings", "(\"Other\"), ''"})
    void a_proxy_of_helidon_reaches_the_service_that_its_interface_names(String name, String expected) {
        String service = "package com.acme; import io.helidon.grpc.api.Grpc; @Grpc.GrpcService%s public class %s {"
                + " public String upper(String text) { return text; } }";
        String interfaceName = name.isEmpty() ? "(\"Strings\")" : name;
        assertThat(links(
                        build().main(
                                        "shop",
                                        service.formatted("", "Strings"),
                                        service.formatted("", "StringService"),
                                        "package com.acme; @io.helidon.grpc.api.Grpc.GrpcService" + interfaceName
                                                + " public interface StringClient { String upper(String text); }"),
                        "@io.helidon.grpc.api.Grpc.GrpcProxy StringClient client;"
                                + " @org.junit.jupiter.api.Test void t() { client.upper(\"x\"); }"))
                .containsOnlyKeys(
                        expected.isEmpty() ? List.<String>of().toArray(String[]::new) : new String[] {expected});
    }

    @Test
    void components_behind_an_entry_point_that_is_only_named_in_a_note_are_none_themselves() {
        assertThat(Discovery.discover(
                                BuiltProject.in(temp)
                                        .library(
                                                "package org.eclipse.microprofile.graphql; public @interface GraphQLApi {}")
                                        .main(
                                                "shop",
                                                "package com.acme; @org.eclipse.microprofile.graphql.GraphQLApi"
                                                        + " public class Films {}",
                                                "package com.acme; @org.springframework.stereotype.Service"
                                                        + " public class Galaxy {}")
                                        .index(),
                                DiscoveryRequest.of())
                        .services())
                .extracting(Service::name, Service::tier)
                .containsExactly(org.assertj.core.api.Assertions.tuple("com.acme.Galaxy", Service.Tier.INNER));
    }
}
