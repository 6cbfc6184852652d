package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.testing.Compiled;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Proves the tests of a small project, which run in a JVM of their own. */
class ProveCommandIT {
    private static final String REST = """
            package org.springframework.web.bind.annotation;
            import java.lang.annotation.*;
            @Retention(RetentionPolicy.RUNTIME) public @interface RestController {}
            """;
    private static final String GET = """
            package org.springframework.web.bind.annotation;
            import java.lang.annotation.*;
            @Retention(RetentionPolicy.RUNTIME) public @interface GetMapping { String[] value() default {}; }
            """;
    private static final String CONTROLLER = """
            package com.acme.shop;
            import org.springframework.web.bind.annotation.*;
            @RestController
            public class OrderController { @GetMapping("/orders") public int place(int count) { return count * 2; } }
            """;

    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int prove(String assertion, String... more) throws IOException {
        // Deeper than the folder of this build, so that a relative path leads somewhere else from here.
        Path shop = Files.createDirectories(temp.resolve("a/b/c/d/e/f/g/h/shop"));
        Files.writeString(shop.resolve("pom.xml"), "<project><artifactId>shop</artifactId></project>");
        Path classes = Compiled.into(shop.resolve("target/classes"))
                .sources(List.of(REST, GET, CONTROLLER))
                .compile();
        Compiled.into(shop.resolve("target/test-classes"))
                .classPath(classes)
                .sources(List.of("""
                        package com.acme.shop;
                        import static org.junit.jupiter.api.Assertions.*;
                        import org.junit.jupiter.api.Test;
                        class OrderControllerTest {
                            @Test void places() { int placed = new OrderController().place(3); %s; }
                        }
                        """.formatted(assertion)))
                .compile();
        List<String> arguments = new ArrayList<>(
                List.of("prove", seenFromHere(shop), "--kind", "unit", "--out", seenFromHere(temp.resolve("report"))));
        arguments.addAll(Arrays.asList(more));
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return Main.run(commandLine, arguments.toArray(String[]::new));
    }

    /** As a user writes it: the JVM that runs the tests has the project's folder as its working folder, and not this one. */
    private static String seenFromHere(Path path) {
        return Path.of("").toAbsolutePath().relativize(path).toString();
    }

    private static String libraries() {
        return Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void tests_that_check_the_answer_detect_every_fault() throws IOException {
        int code = prove("assertEquals(6, placed)", "--class-path", libraries());

        assertThat(out.toString()).contains("OrderController  tests-detect-failure  met (PROVEN)");
        assertThat(code).as(out + "\n" + err).isEqualTo(ExitCode.MET);
    }

    @Test
    void a_test_that_checks_something_else_is_named_and_stands_in_the_report() throws IOException {
        int code = prove("assertNotEquals(7, placed)", "--class-path", libraries());

        assertThat(code).as(out + "\n" + err).isEqualTo(ExitCode.VIOLATED);
        assertThat(out.toString()).contains("did nothing and 1 test stayed green: OrderControllerTest.places");
        assertThat(Files.readString(temp.resolve("report/report.json")))
                .contains("\"fault\":\"does-nothing\"", "\"verdict\":\"survived\"");
    }
}
