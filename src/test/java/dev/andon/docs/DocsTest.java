package dev.andon.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.testing.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents show as code is code, and what they quote of the examples stands there. */
class DocsTest {
    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)(#[^)]*)?\\)");

    private static final Pattern IMPORT = Pattern.compile("(?m)^import .*;\\R");

    /** What readers of the documents have in their own projects. */
    private static final String PREAMBLE = """
            package com.acme.shop;
            import static org.junit.jupiter.api.Assertions.assertEquals;
            import com.tngtech.archunit.lang.ArchRule;
            import dev.andon.*;
            import dev.andon.archunit.OperationalRules;
            import dev.andon.canary.*;
            import java.net.URI;
            import java.net.http.HttpRequest;
            import java.time.Duration;
            import java.util.UUID;
            import java.util.stream.Stream;
            import org.junit.jupiter.api.*;
            """;

    private static final String AROUND = """
            package com.acme.shop;
            class ShopApplication {}
            class OrderController {}
            class LegacyExport {}
            class RunningShop {}
            class PlaceAnOrderCanary {}
            class Database { int countOpenOrders() { return 0; } }
            @interface ArchTest {}
            @interface AnalyzeClasses { String packages(); }
            @interface LocalServerPort {}
            """;

    @TempDir
    Path temp;

    /** A block, and where it stands. */
    record Snippet(String where, String code) {
        @Override
        public String toString() {
            return where;
        }
    }

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
                                    .map(Path::of),
                            docs.toList().stream())
                    .filter(file -> file.toString().endsWith(".md"));
        }
    }

    static List<Snippet> snippets() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        for (Path document : documents().toList()) {
            String text = Files.readString(document);
            Matcher block = BLOCK.matcher(text);
            while (block.find()) {
                long line = text.substring(0, block.start()).lines().count() + 1;
                snippets.add(new Snippet(document + ":" + line, block.group(1)));
            }
        }
        return snippets;
    }

    private Optional<String> compiled(String name, String source) {
        try {
            Compiled.into(temp.resolve(name))
                    .source(PREAMBLE + source)
                    .source(AROUND)
                    .compile();
            return Optional.empty();
        } catch (RuntimeException | AssertionError wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void code_compiles(Snippet snippet) {
        String code = IMPORT.matcher(snippet.code()).replaceAll("");
        String imports = IMPORT.matcher(snippet.code())
                .results()
                .map(MatchResult::group)
                .filter(line -> !line.contains("archunit.junit."))
                .collect(Collectors.joining());
        // A class, annotations of one, members of one, or statements.
        Optional<String> wrong = compiled("whole", imports + code)
                .flatMap(first -> compiled("annotations", imports + code + "class Annotated {}")
                        .map(second -> first))
                .flatMap(first -> compiled("members", imports + "class Holder {" + code + "}")
                        .map(third -> first + "\n" + third))
                .flatMap(first -> compiled(
                                "statements",
                                imports
                                        + "class Holder { void run(CanarySteps steps, CanaryClient client, CanaryTarget target, Database database) throws Exception {"
                                        + code + "} }")
                        .map(fourth -> first + "\n" + fourth));
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_canary_of_the_document_is_the_one_of_the_example() throws IOException {
        String example = Files.readString(
                Path.of("examples/shop-canaries/src/main/java/com/acme/shop/canaries/PlaceAnOrderCanary.java"));
        String shown = snippets().stream()
                .map(Snippet::code)
                .filter(code -> code.contains("class PlaceAnOrderCanary"))
                .findFirst()
                .orElseThrow();

        assertThat(example).contains(shown);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void links_lead_somewhere(Path document) throws IOException {
        Path folder = Optional.ofNullable(document.getParent()).orElse(Path.of(""));
        Matcher link = LINK.matcher(Files.readString(document));
        while (link.find()) {
            Path target = folder.resolve(link.group(1));
            assertThat(target).as(link.group()).exists();
            if (link.group(2) != null) {
                assertThat(anchors(target))
                        .as(link.group())
                        .contains(link.group(2).substring(1));
            }
        }
    }

    /** The anchors of headings, as they are made of their text. */
    private static List<String> anchors(Path document) throws IOException {
        return Files.readAllLines(document).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    @Test
    void the_readiness_class_in_kotlin_is_the_one_of_the_example() throws IOException {
        Matcher shown = Pattern.compile("```kotlin\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/kotlin.md")));
        assertThat(shown.find()).isTrue();

        assertThat(Files.readString(
                        Path.of("examples/week/kotlin/src/test/kotlin/com/acme/greeting/GreetingReadinessTest.kt")))
                .contains(shown.group(1));
    }
}
