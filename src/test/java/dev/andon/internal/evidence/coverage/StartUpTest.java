package dev.andon.internal.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.testing.Compiled;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpTest {

    @TempDir
    Path folder;

    private Set<String> methods(boolean routes, String type) throws Exception {
        return read(type, file -> StartUp.methods(file, routes));
    }

    private Set<String> read(String type, Function<ProductionClass, Set<String>> reading) throws Exception {
        Path classes = folder.resolve("classes");
        Compiled.into(classes)
                .sources(List.of(
                        "package jakarta.annotation; public @interface PostConstruct {}",
                        "package org.springframework.context.annotation; public @interface Bean {}",
                        "package jakarta.ws.rs; public @interface Produces { String value(); }",
                        "package jakarta.enterprise.inject; public @interface Produces {}",
                        "package io.javalin; public class Javalin {}",
                        "package org.springframework.web.servlet.function; public interface RouterFunction<T> {}",
                        "package org.springframework.scheduling.annotation; public @interface Scheduled {}",
                        "package org.springframework.boot; public interface CommandLineRunner { void run(String... a); }",
                        "package com.acme; import jakarta.annotation.*; import org.springframework.boot.*;"
                                + " import org.springframework.scheduling.annotation.*; " + type))
                .compile();
        try (ProductionClasses files = ProductionClasses.in(List.of(new ClassRoot(classes, "shop", false)))) {
            return reading.apply(files.named("com.acme.Ping").get(0));
        }
    }

    @Test
    void what_runs_at_the_start_and_what_it_alone_calls_tells_of_wiring() throws Exception {
        assertThat(methods(
                        true,
                        "public class Ping { public String ping() { return both(); }"
                                + " @PostConstruct void warmUp() { Runnable r = this::cache; r.run(); both(); }"
                                + " private void cache() {} private String both() { return null; } }"))
                .containsExactlyInAnyOrder("warmUp", "cache");
    }

    @Test
    void a_runner_and_a_timer_beside_routes_do_too() throws Exception {
        assertThat(methods(
                        true,
                        "public class Ping implements CommandLineRunner { public String ping() { return null; }"
                                + " public void run(String... a) {} @Scheduled void tick() {} }"))
                .containsExactlyInAnyOrder("run", "tick");
    }

    @Test
    void a_timer_may_be_what_a_service_without_routes_is_for() throws Exception {
        assertThat(methods(
                        false, "public class Ping { public String ping() { return null; } @Scheduled void tick() {} }"))
                .isEmpty();
    }

    @Test
    void a_service_that_has_nothing_else_is_what_runs_at_the_start() throws Exception {
        assertThat(methods(
                        false,
                        "public class Ping implements CommandLineRunner { public void run(String... a) { go(); }"
                                + " private void go() {} }"))
                .isEmpty();
    }

    /** Of a customizer, a client uses the lambda while the application works; of routes, a request runs it. */
    @Test
    void what_makes_a_bean_beside_routes_tells_of_wiring_and_a_handler_does_not() throws Exception {
        Set<String> beans = read(
                "import org.springframework.context.annotation.Bean;"
                        + " import org.springframework.web.servlet.function.RouterFunction;"
                        + " public class Ping { @Bean RouterFunction<String> routes() { Runnable handler = () -> {}; return null; }"
                        + " @Bean java.util.function.Function<String, String> upper() { return String::toUpperCase; }"
                        + " @Bean Comparable<String> customizer() { return other -> 0; }"
                        + " Comparable<String> other() { return other -> 1; } }",
                StartUp::beans);

        assertThat(beans).containsExactlyInAnyOrder("routes()", "upper()", "customizer");
    }

    @Test
    void a_method_that_says_which_type_its_response_has_makes_no_bean() throws Exception {
        Set<String> beans = read(
                "public class Ping { @jakarta.ws.rs.Produces(\"text/plain\") public String hello() { return \"\"; }"
                        + " @jakarta.enterprise.inject.Produces public String made() { return \"\"; } }",
                StartUp::beans);

        assertThat(beans).containsExactly("made");
    }

    @Test
    void a_server_that_a_bean_sets_up_handles_requests_by_its_lambdas() throws Exception {
        Set<String> beans = read(
                "import org.springframework.context.annotation.Bean;"
                        + " public class Ping { @Bean io.javalin.Javalin app() { Runnable handler = () -> {}; return null; } }",
                StartUp::beans);

        assertThat(beans).containsExactly("app()");
    }

    @Test
    void what_others_call_is_the_service_itself() throws Exception {
        assertThat(methods(
                        true,
                        "public class Ping { public String ping() { return null; }"
                                + " @PostConstruct void warmUp() { ping(); } }"))
                .containsExactly("warmUp");
    }
}
