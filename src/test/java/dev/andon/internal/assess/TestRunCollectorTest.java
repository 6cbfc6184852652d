package dev.andon.internal.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.evidence.ledger.BuildId;
import dev.andon.internal.evidence.ledger.ReportNames;
import dev.andon.internal.evidence.ledger.RunFreshness;
import dev.andon.internal.text.OutputFolder;
import dev.andon.testing.BuiltProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestRunCollectorTest {
    private static final BuildId BUILD = new BuildId("this", BuildId.Kind.CHOSEN, Instant.EPOCH);

    @TempDir
    Path temp;

    private BuiltProject project;

    @BeforeEach
    void twoModules() {
        project = BuiltProject.in(temp);
        for (String module : List.of("till", "stock")) {
            String name = module + "Test";
            project.test(module, "package com.acme; class " + name + " {}")
                    .passed(module, "surefire", "com.acme." + name, "byReport");
        }
    }

    private TestRuns read(Path configured, @Nullable String chosen) {
        Workspace workspace = new Workspace(List.of(module("till"), module("stock")));
        return TestRunCollector.read(
                workspace,
                new BuildContext(
                        (inventory, runs) -> true,
                        BUILD,
                        module -> OutputFolder.ofModule(module.base(), configured, chosen)),
                RunFreshness.newerThan(workspace.roots(), module -> Set.of()),
                module -> ReportNames.NONE);
    }

    private Module module(String name) {
        Path base = temp.resolve(name);
        Path classes = base.resolve("target/test-classes");
        return new Module(name, base, base.resolve("target"), List.of(new ClassRoot(classes, name, true)));
    }

    private void ledger(String folder, String... classes) {
        StringBuilder lines = new StringBuilder();
        for (String name : classes) {
            lines.append("""
                    {"v":1,"build":"this","class":"com.acme.%1$s","hash":"","outcome":"SUCCESSFUL","reason":"",\
                    "finished":"2026-01-02T03:04:05Z","tests":[{"id":"","class":"com.acme.%1$s","method":"byLedger",\
                    "outcome":"SUCCESSFUL","millis":1}]}
                    """.formatted(name));
        }
        project.file(folder + "/ledger/0-a.jsonl", lines.toString());
    }

    private static List<String> methods(TestRuns runs) {
        assertThat(runs.problems()).isEmpty();
        return runs.classes().stream()
                .sorted(java.util.Comparator.comparing(ClassRun::className))
                .map(run -> run.className() + "." + run.tests().get(0).methodName())
                .toList();
    }

    @Test
    void a_module_without_a_ledger_is_known_by_its_reports() {
        ledger("till/target/andon", "tillTest");

        assertThat(methods(read(temp.resolve("till"), null)))
                .containsExactly("com.acme.stockTest.byReport", "com.acme.tillTest.byLedger");
    }

    @Test
    void a_chosen_output_folder_is_where_the_ledger_is_read() {
        ledger("till/out/readiness", "tillTest");
        ledger("stock/out/readiness", "stockTest");

        assertThat(methods(read(temp.resolve("till"), "out/readiness")))
                .containsExactly("com.acme.stockTest.byLedger", "com.acme.tillTest.byLedger");
        assertThat(methods(read(
                        temp.resolve("till"), temp.resolve("till/out/readiness").toString())))
                .as("an absolute path below the module")
                .containsExactly("com.acme.stockTest.byLedger", "com.acme.tillTest.byLedger");
    }

    @Test
    void modules_may_share_an_output_folder_and_one_of_them_may_not_have_run_with_andon() {
        ledger("all", "tillTest");

        assertThat(methods(read(temp.resolve("till"), temp.resolve("all").toString())))
                .containsExactly("com.acme.stockTest.byReport", "com.acme.tillTest.byLedger");
    }

    @Test
    void a_report_does_not_count_where_the_ledger_knows_that_its_run_is_of_other_class_files() {
        ledger("till/target/andon", "tillTest");
        Path line = temp.resolve("till/target/andon/ledger/0-a.jsonl");
        project.file(
                "till/target/andon/ledger/0-a.jsonl",
                read(line).replace("}]}\n", "}],\"folders\":{\"../../test-classes\":\"another\"}}\n"));

        assertThat(methods(read(temp.resolve("till"), null))).containsExactly("com.acme.stockTest.byReport");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
