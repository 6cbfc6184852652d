package dev.andon.internal.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.testing.BuiltProject;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssessmentTest {

    private static final String CONTROLLER = """
            package com.acme;
            import org.springframework.web.bind.annotation.*;
            @RestController public class OrderController {
                @GetMapping("/orders") public String orders() { return "none"; }
            }
            """;
    private static final String TEST = """
            package com.acme;
            import org.junit.jupiter.api.*;
            class OrderControllerTest {
                @Test void lists() { Assertions.assertEquals("none", new OrderController().orders()); }
            }
            """;

    /** The result lives as long as the tests of a module; the code of a large one takes ten times as much memory. */
    @Test
    void a_result_keeps_none_of_the_code_that_was_read(@TempDir Path folder) {
        BuiltProject project = BuiltProject.in(folder).main("shop", CONTROLLER).test("shop", TEST);
        CodeIndex index = project.index();
        WeakReference<CodeIndex> code = new WeakReference<>(index);
        Assessment assessment = project.assess(index);
        index = null;

        for (int attempt = 0; attempt < 10 && !code.refersTo(null); attempt++) {
            System.gc();
        }
        assertThat(code.refersTo(null)).isTrue();
        assertThat(assessment.report().services()).hasSize(1);
    }
}
