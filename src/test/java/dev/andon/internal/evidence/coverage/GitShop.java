package dev.andon.internal.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.internal.assess.Assessor;
import dev.andon.internal.assess.BuildContext;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.bytecode.ClassSource;
import dev.andon.internal.bytecode.CodeIndex;
import dev.andon.internal.discover.Module;
import dev.andon.internal.discover.Workspace;
import dev.andon.internal.evidence.changes.Repository;
import dev.andon.internal.evidence.ledger.BuildId;
import dev.andon.internal.judge.PracticeChecks;
import dev.andon.internal.require.ReadinessDeclaration;
import dev.andon.internal.require.Requirements;
import dev.andon.testing.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A shop in a real git repository, built and tested under the real agent, and judged on its changed lines. */
final class GitShop {

    private static final BuildId BUILD = BuildId.current(key -> key.equals("andon.build-id") ? "this" : null);

    final Repository git;
    private final List<String> modules;

    GitShop(Path folder, String... modules) throws Exception {
        git = Repository.in(folder).write(".gitignore", "target/\n");
        this.modules = List.of(modules);
    }

    /** Adds, or replaces, the service and its test; the test where there is one. */
    GitShop with(String module, String service, String body, String testBody) throws IOException {
        git.write(
                module + "/src/main/java/com/acme/shop/" + service + ".java",
                "package com.acme.shop;\n\npublic class " + service + " {\n" + body + "}\n");
        if (!testBody.isEmpty()) {
            git.write(
                    module + "/src/test/java/com/acme/shop/" + service + "Test.java",
                    "package com.acme.shop;\nimport static org.junit.jupiter.api.Assertions.assertEquals;\n"
                            + "class " + service
                            + "Test {\n    @org.junit.jupiter.api.Test\n    public void works() {\n"
                            + testBody + "    }\n}\n");
        }
        return this;
    }

    /** Compiles, runs all tests, and judges. */
    PracticeResult changedLines(String... javacOptions) throws Exception {
        List<Module> all = new ArrayList<>();
        for (String module : modules) {
            Path base = git.path(module);
            Path target = base.resolve("target");
            Files.deleteIfExists(target.resolve("jacoco.exec"));
            compile(base.resolve("src/main/java"), target.resolve("classes"), javacOptions);
            Compiled tests = Compiled.into(target.resolve("test-classes")).classPath(target.resolve("classes"));
            List<String> names = new ArrayList<>();
            for (Path source : sources(base.resolve("src/test/java"))) {
                tests.source(Files.readString(source));
                names.add("com.acme.shop." + source.getFileName().toString().replace(".java", ""));
            }
            tests.compile();
            TestsInChild.Ended ended = new TestsInChild()
                    .agent("destfile=" + target.resolve("jacoco.exec") + ",includes=com.acme.*")
                    .jvm("-Dbasedir=" + base, "-Dandon.build-id=this")
                    .classPath(target.resolve("classes"), target.resolve("test-classes"))
                    .run(names);
            assertThat(ended.output()).contains(" 0 failed");
            all.add(new Module(
                    module,
                    base,
                    target,
                    List.of(
                            new ClassRoot(target.resolve("classes"), module, false),
                            new ClassRoot(target.resolve("test-classes"), module, true))));
        }
        return judge(new Workspace(all));
    }

    private static void compile(Path sources, Path to, String... javacOptions) throws IOException {
        Compiled compiled = Compiled.into(to).options(javacOptions);
        for (Path source : sources(sources)) {
            compiled.source(Files.readString(source));
        }
        compiled.compile();
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static PracticeResult judge(Workspace workspace) {
        Requirements requirements = new Requirements(
                Set.of(PracticeChecks.CATALOGUE.get("changed-lines")),
                new EnumMap<>(dev.andon.TestKind.class),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Requirements.ChangedLinesRequirement(1, "main")),
                List.of(),
                List.of(),
                List.of(),
                Requirements.BaselineLimits.NONE);
        return Assessor.assess(
                        new ReadinessDeclaration(
                                "com.acme.shop.ShopReadinessTest",
                                List.of("com.acme.shop"),
                                List.of("com.acme..*Service"),
                                List.of(),
                                List.of(),
                                requirements),
                        workspace,
                        CodeIndex.of(workspace.roots(), ClassSource.of(GitShop.class.getClassLoader())),
                        List.of(),
                        new BuildContext((inventory, runs) -> true, BUILD, BuildContext.outputs(null)))
                .report()
                .codebase()
                .stream()
                .filter(row -> row.id().equals("changed-lines"))
                .findFirst()
                .orElse(new PracticeResult(
                        "changed-lines",
                        dev.andon.Verdict.NOT_APPLICABLE,
                        dev.andon.Evidence.NONE,
                        List.of(),
                        "",
                        "no result",
                        ""));
    }
}
