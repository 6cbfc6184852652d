package dev.andon.testing;

import dev.andon.PracticeResult;
import dev.andon.internal.judge.Report;
import java.util.Optional;

/** Sources that made-up projects have in common, and how their reports are read. */
public final class Sources {
    /** Asks for the unit tests of all services. */
    public static final String UNIT_TESTS_OF_ALL =
            "@OperationalReadiness(packages = \"com.acme\", level = Level.NONE) @RequireTests(kind = TestKind.UNIT)";

    private Sources() {}

    /** A controller with one route in {@code com.acme.<module>}. */
    public static String controller(String module, String name) {
        return """
                package com.acme.%s;
                import org.springframework.web.bind.annotation.*;
                @RestController
                public class %s { @GetMapping("/%s") public int total() { return 6; } }
                """.formatted(module, name, module);
    }

    /** A unit test of it, {@code <name>Test.totals}. */
    public static String test(String module, String name) {
        return """
                package com.acme.%s;
                import static org.junit.jupiter.api.Assertions.assertEquals;
                import org.junit.jupiter.api.Test;
                class %sTest { @Test void totals() { assertEquals(6, new %s().total()); } }
                """.formatted(module, name, name);
    }

    /** A readiness class {@code <name>ReadinessTest} with these annotations. */
    public static String readiness(String module, String name, String annotations) {
        return """
                package com.acme.%s;
                import dev.andon.*;
                %s
                class %sReadinessTest implements ReadinessChecks {}
                """.formatted(module, annotations, name);
    }

    /** The row of a service, named by its label. */
    public static PracticeResult cell(Report report, String service, String practice) {
        return report.services().stream()
                .filter(found -> found.label().equals(service))
                .flatMap(found -> found.practice(practice).stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + service + ": " + practice + " in " + report));
    }

    /** The result of the code base by that id. */
    public static Optional<PracticeResult> codebase(Report report, String id) {
        return report.codebase().stream()
                .filter(result -> result.id().equals(id))
                .findFirst();
    }
}
