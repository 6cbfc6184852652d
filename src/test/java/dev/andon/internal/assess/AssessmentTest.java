package dev.andon.internal.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Level;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.ledger.BuildId;
import dev.andon.internal.judge.PracticeChecks;
import dev.andon.internal.require.ReadinessDeclaration;
import dev.andon.internal.require.Requirements;
import dev.andon.testing.BuiltProject;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
        Assessment assessment = assess(project, index);
        index = null;

        for (int attempt = 0; attempt < 10 && !code.refersTo(null); attempt++) {
            System.gc();
        }
        assertThat(code.refersTo(null)).isTrue();
        assertThat(assessment.report().services()).hasSize(1);
    }

    private static Assessment assess(BuiltProject project, CodeIndex index) {
        Path module = project.folder().resolve("shop");
        return Assessor.assess(
                new ReadinessDeclaration(
                        "com.acme.ShopReadinessTest",
                        List.of("com.acme"),
                        List.of(),
                        List.of(),
                        List.of(),
                        Requirements.of(PracticeChecks.CATALOGUE.of(Level.INTEGRATED))),
                new Workspace(List.of(new Module("shop", module, module.resolve("target"), project.roots()))),
                index,
                List.of(),
                new BuildContext(
                        (inventory, runs) -> true,
                        new BuildId("this", BuildId.Kind.CHOSEN, Instant.EPOCH),
                        BuildContext.outputs(null)));
    }
}
