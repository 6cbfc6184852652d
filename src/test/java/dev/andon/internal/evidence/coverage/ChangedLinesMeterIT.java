package dev.andon.internal.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.Verdict;
import dev.andon.internal.evidence.ChangedCoverage;
import dev.andon.internal.evidence.Counter;
import dev.andon.internal.evidence.changes.ChangedSource;
import dev.andon.internal.evidence.coverage.fixtures.PayTestCases;
import dev.andon.internal.evidence.coverage.fixtures.Till;
import dev.andon.internal.judge.ChangedLinesCheck;
import dev.andon.internal.judge.Result;
import dev.andon.testing.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedLinesMeterIT {

    @TempDir
    static Path folder;

    private static final Path ROOT =
            Path.of(System.getProperty("basedir", System.getProperty("user.dir")), "src", "test", "java");
    private static final Path TILL = ROOT.resolve(Till.class.getName().replace('.', '/') + ".java");

    private static Path classes;
    private static Path exec;

    @BeforeAll
    static void runTheFixtures() throws Exception {
        classes = FixtureBuild.production(folder.resolve("shop"));
        exec = folder.resolve("jacoco.exec");
        new TestsInChild().agentWriting(exec).run(PayTestCases.class);
    }

    private static ChangedCoverage measure(Integer... lines) {
        return measure(TILL, Till.class.getPackageName(), classes, lines);
    }

    private static ChangedCoverage measure(Path file, String packageName, Path classes, Integer... lines) {
        return measure(Optional.empty(), file, packageName, classes, lines);
    }

    private static ChangedCoverage measure(
            Optional<AgentSettings> agent, Path file, String packageName, Path classes, Integer... lines) {
        return ChangedLinesMeter.measure(
                List.of(source(file, packageName, classes.getFileName().toString(), lines)),
                FixtureBuild.classFiles(classes),
                changed -> false,
                ExecReader.read(List.of(exec), session -> true),
                agent);
    }

    private static ChangedSource source(Path file, String packageName, String module, Integer... lines) {
        return new ChangedSource(
                file, module, packageName, ChangedSource.Place.PRODUCTION, false, new TreeSet<>(List.of(lines)));
    }

    private static PracticeResult judge(ChangedCoverage changed) {
        return Result.merge("changed-lines", ChangedLinesCheck.lines(1, "main", changed, Optional.empty()))
                .orElseThrow();
    }

    @Test
    void listsWhatChangedAndIsNotCovered() {
        // 20 and 21 ran; 25 to 28 did not; 22 is a brace, 23 blank.
        ChangedCoverage changed = measure(20, 21, 22, 23, 25, 26, 27, 28);

        assertThat(changed.problems()).isEmpty();
        assertThat(changed.lines()).isEqualTo(new Counter(2, 5));
        assertThat(changed.uncovered()).containsExactly("Till.java:25-28");
        assertThat(judge(changed).verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(judge(changed).found()).contains("Till.java:25-28", "3 more must be");
        assertThat(judge(measure(20, 22)).verdict()).isEqualTo(Verdict.MET);
        assertThat(judge(measure(22, 23)).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void takesALineThatContinuesAStatementForItsPart() throws Exception {
        // In the class file lines 22 and 29 have no code; here they continue the statements of 21, covered, and 28,
        // not.
        List<String> text = new ArrayList<>(Files.readAllLines(TILL));
        text.set(20, "return balance > 0");
        text.set(21, "&& amount > 2;");
        text.set(27, "return balance");
        text.set(28, "+ 1;");
        text.set(29, "// a comment");
        Path root = folder.resolve("continued");
        Path till = root.resolve(ROOT.relativize(TILL));
        Files.createDirectories(till.getParent());
        Files.write(till, text);

        ChangedCoverage changed = measure(till, Till.class.getPackageName(), classes, 22, 29, 30);

        assertThat(changed.lines()).isEqualTo(new Counter(1, 2));
        assertThat(changed.uncovered()).containsExactly("Till.java:29");
    }

    @Test
    void saysWhatTheAgentWasToldToLeaveOut() {
        Optional<AgentSettings> agent = AgentSettings.of(List.of("-javaagent:/x/jacoco.jar=excludes=*.Till"));

        ChangedCoverage changed = measure(agent, TILL, Till.class.getPackageName(), classes, 20, 26);

        assertThat(changed.lines()).isEqualTo(Counter.NONE);
        assertThat(changed.leftOut()).containsExactly("Till.java (the JaCoCo agent leaves it out: excludes=*.Till)");
        assertThat(judge(changed).found()).contains("Till.java (the JaCoCo agent leaves it out: excludes=*.Till)");
        assertThat(measure(20, 26).leftOut()).isEmpty();
    }

    @Test
    void saysWhichChangedFileWasNotCompiled() throws Exception {
        Path fresh = folder.resolve("fresh");
        Path file = Files.createDirectories(fresh.resolve("com/acme")).resolve("Fresh.java");
        Files.writeString(file, "package com.acme; class Fresh { int a() { return 1; } }");

        ChangedCoverage changed = measure(file, "com.acme", classes, 1);

        assertThat(changed.problems())
                .singleElement()
                .asString()
                .contains("No class file of module shop", "Fresh.java");
        assertThat(judge(changed).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void asksNothingOfWhatHasNoCodeThatCounts() throws Exception {
        Path root = folder.resolve("nothing");
        String generated =
                "package com.acme;\n@interface Generated {}\n@Generated class Made { int a() { return 1; } }\n";
        Path made = write(root.resolve("com/acme/Made.java"), generated);
        Path types =
                write(root.resolve("com/acme/Types.java"), "package com.acme;\ninterface One {}\ninterface Two {}\n");
        Path comment = write(root.resolve("com/acme/Notes.java"), "// nothing but words\n");
        Path built = Compiled.into(folder.resolve("quiet"))
                .source("package com.acme; import java.lang.annotation.*; @Retention(RetentionPolicy.CLASS) "
                        + "@interface Generated {}")
                .source("package com.acme;\n\n@Generated class Made { int a() { return 1; } }")
                .compile();
        int compiled = javax.tools.ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-g", "-d", built.toString(), types.toString());
        assertThat(compiled).isZero();

        for (Path file : List.of(made, types, comment)) {
            ChangedCoverage changed = measure(file, "com.acme", built, 1, 2, 3);
            assertThat(changed.problems()).as(file.toString()).isEmpty();
            assertThat(changed.lines()).as(file.toString()).isEqualTo(Counter.NONE);
        }
    }

    private static Path write(Path file, String text) throws Exception {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static ChangedCoverage outside(ChangedSource.Place place, String packageName, String text)
            throws IOException {
        return outside(place, packageName, text, false);
    }

    /** A changed file {@code Till.java} of that text, in no module. */
    private static ChangedCoverage outside(ChangedSource.Place place, String packageName, String text, boolean ofTests)
            throws IOException {
        Path file = Files.createDirectories(folder.resolve("shared")).resolve("Till.java");
        Files.writeString(file, text);
        return ChangedLinesMeter.measure(
                List.of(new ChangedSource(file, "", packageName, place, false, new TreeSet<>(List.of(20, 26)))),
                FixtureBuild.classFiles(classes),
                source -> ofTests,
                ExecReader.read(List.of(exec), session -> true),
                Optional.empty());
    }

    @Test
    void tiesAFileOfNoModuleToTheClassesThatAreCompiledFromIt() throws Exception {
        ChangedCoverage changed =
                outside(ChangedSource.Place.ANYWHERE, Till.class.getPackageName(), Files.readString(TILL));

        assertThat(changed.lines()).isEqualTo(new Counter(1, 2));
        assertThat(changed.uncovered()).singleElement().asString().startsWith("Till.java:26");
        assertThat(outside(ChangedSource.Place.OTHER_MODULE, Till.class.getPackageName(), Files.readString(TILL))
                        .lines())
                .as("a module that is not judged may share its sources")
                .isEqualTo(new Counter(1, 2));
    }

    @Test
    void cannotTellOfAFileThatMayBeProductionCodeAndWasNotCompiled() throws Exception {
        String below = Till.class.getPackageName() + ".more";

        assertThat(outside(ChangedSource.Place.ANYWHERE, below, "class Till {}").problems())
                .singleElement()
                .asString()
                .contains("No class file of this build", "Till.java");
    }

    @Test
    void namesWhatNothingIsCompiledFrom() throws Exception {
        ChangedCoverage foreign = outside(ChangedSource.Place.ANYWHERE, "org.example.docs", "class Till {}");
        assertThat(foreign.problems()).isEmpty();
        assertThat(foreign.leftOut()).containsExactly("Till.java (nothing in this build is compiled from it)");

        ChangedCoverage other = outside(ChangedSource.Place.OTHER_MODULE, "com.acme.other", "class Till {}");
        assertThat(other.leftOut()).containsExactly("Till.java (in a module that is not judged here)");
    }

    @Test
    void leavesOutTestsAndResources() throws Exception {
        String below = Till.class.getPackageName() + ".more";

        for (ChangedCoverage changed : List.of(
                outside(ChangedSource.Place.ANYWHERE, below, "class Till {}", true),
                outside(ChangedSource.Place.UNLIKELY, below, "class Till {}"),
                outside(ChangedSource.Place.ANYWHERE, below, "// nothing is declared"))) {
            assertThat(changed.problems()).isEmpty();
            assertThat(changed.leftOut()).isEmpty();
        }
    }
}
