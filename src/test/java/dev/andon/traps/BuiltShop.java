package dev.andon.traps;

import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.internal.judge.Report;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A build that is over: a controller with two routes, the test classes given as text, and the reports that Surefire
 * would have written of those that ran. It is judged as a readiness class of the level {@code INTEGRATED} would.
 */
final class BuiltShop {

    static final String IMPORTS = """
            package com.acme;
            import java.util.*;
            import org.junit.jupiter.api.*;
            import org.junit.jupiter.api.condition.*;
            import org.mockito.*;
            import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
            import org.springframework.boot.test.context.SpringBootTest;
            import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
            import org.springframework.boot.test.web.client.TestRestTemplate;
            import org.springframework.test.web.servlet.MockMvc;
            import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
            import static org.junit.jupiter.api.Assertions.*;
            """;

    private static final String CONTROLLER = """
            package com.acme;
            import org.springframework.web.bind.annotation.*;
            @RestController @RequestMapping("/orders")
            public class OrderController {
                @GetMapping("/{id}") public String read(String id) { return id; }
                @PostMapping public void place() {}
            }
            """;

    private final BuiltProject project;
    private final List<String> tests = new ArrayList<>();

    BuiltShop(Path folder) {
        project = BuiltProject.in(folder);
    }

    /** Adds a class to the tests, with the usual imports. */
    BuiltShop test(String source) {
        tests.add(IMPORTS + source);
        return this;
    }

    /** Reports that these methods of the class ran and passed. */
    BuiltShop passed(String testClass, String... methods) {
        project.passed("shop", "surefire", "com.acme." + testClass, methods);
        return this;
    }

    /** Adds a report as it is. */
    BuiltShop reported(String testClass, String header, String body) {
        project.reported("shop", "surefire", "com.acme." + testClass, header, body);
        return this;
    }

    Report judge() {
        project.main("shop", CONTROLLER).test("shop", tests.toArray(String[]::new));
        return project.assess(project.index()).report();
    }

    /** The controller's row of that practice. */
    PracticeResult row(String practice) {
        return judge().services().stream()
                .filter(service -> service.name().equals("com.acme.OrderController"))
                .findFirst()
                .flatMap((ServiceResult service) -> service.practice(practice))
                .orElseThrow();
    }

    /** The row of that practice on the whole code base. */
    PracticeResult codebaseRow(String practice) {
        return judge().codebase().stream()
                .filter(result -> result.id().equals(practice))
                .findFirst()
                .orElseThrow();
    }
}
