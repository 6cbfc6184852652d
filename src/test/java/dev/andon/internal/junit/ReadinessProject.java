package dev.andon.internal.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.andon.testing.BuiltProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** A user's module, compiled from text, whose readiness class is run as an IDE runs it: alone. */
final class ReadinessProject {
    private final Path module;
    private final List<String> main = new ArrayList<>();
    private final List<String> test = new ArrayList<>();
    private final Map<String, String> parameters = new HashMap<>();
    private final List<Path> classPath = new ArrayList<>();

    ReadinessProject(Path module) {
        this.module = module;
        parameters.put("andon.output", module.resolve("target").resolve("andon").toString());
    }

    ReadinessProject main(String source) {
        main.add(source);
        return this;
    }

    ReadinessProject test(String source) {
        test.add(source);
        return this;
    }

    ReadinessProject parameter(String key, String value) {
        parameters.put(key, value);
        return this;
    }

    /** Adds a folder or jar to the class path of the tests, as a dependency that nothing is compiled against. */
    ReadinessProject dependency(Path artefact) {
        classPath.add(artefact);
        return this;
    }

    /** A shop with one service, which its name alone makes one, and one test of it. */
    ReadinessProject shop() {
        return main("""
                package com.acme.shop;
                public class OrderService {
                    public int total(int price, int count) {
                        return price * count;
                    }
                }
                """).test("""
                package com.acme.shop;
                import static org.junit.jupiter.api.Assertions.assertEquals;
                import org.junit.jupiter.api.Test;
                class OrderServiceTest {
                    @Test
                    void multiplies() {
                        assertEquals(6, new OrderService().total(2, 3));
                    }
                }
                """);
    }

    /** Adds a readiness class: annotations and body as given. */
    ReadinessProject readiness(String annotations, String body) {
        return test("""
                package com.acme.shop;
                import dev.andon.*;
                import static dev.andon.assertj.ReadinessAssertions.assertThat;
                import org.junit.jupiter.api.Test;
                %s
                class ShopReadinessTest %s
                """.formatted(annotations, body));
    }

    ReadinessProject readiness(String annotations) {
        return readiness(annotations, "implements ReadinessChecks {}");
    }

    Path classes() {
        return module.resolve("target").resolve("classes");
    }

    ReadinessProject compile() {
        BuiltProject.in(module).main("", main.toArray(String[]::new)).test("", test.toArray(String[]::new));
        return this;
    }

    EngineExecutionResults run() {
        List<URL> urls = new ArrayList<>();
        try {
            urls.add(module.resolve("target").resolve("test-classes").toUri().toURL());
            urls.add(classes().toUri().toURL());
            for (Path artefact : classPath) {
                urls.add(artefact.toUri().toURL());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), getClass().getClassLoader())) {
            return EngineTestKit.engine("junit-jupiter")
                    .configurationParameters(parameters)
                    .selectors(selectClass(loader.loadClass("com.acme.shop.ShopReadinessTest")))
                    .execute();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the class itself fails with, before any check runs. */
    Throwable misuse() {
        EngineExecutionResults results = compile().run();
        if (results.testEvents().count() > 0) {
            throw new AssertionError("checks ran");
        }
        return failures(results.containerEvents().finished().stream())
                .findFirst()
                .orElseThrow();
    }

    static Stream<Throwable> failures(Stream<Event> finished) {
        return finished.flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream());
    }
}
