package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.fuzz.Mutator;
import dev.andon.testing.BuiltProject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Audits a project with one file damaged at a time: the verdicts stay the same or become worse, or the error is one line.
 * No damage makes a result pass that did not pass before. More with {@code -Dandon.fuzz.mutants=1000}.
 */
class DamagedProjectIT {
    private static final int MUTANTS = Integer.getInteger("andon.fuzz.mutants", 10);
    private static final Pattern MET = Pattern.compile("(?m)^  (\\S+ +\\S+) +met\\b.*$");
    private static final Pattern FAILING = Pattern.compile("(?m)^  (\\S+ +\\S+) +(violated|undecided)\\b.*$");

    @TempDir
    Path temp;

    private Path build() {
        return BuiltProject.in(temp.resolve("till"))
                .pom("", "")
                .main("", service("Till"), service("Desk"))
                .test("", test("Till"), test("Desk"), """
                        package com.acme.till;
                        import dev.andon.*;
                        @OperationalReadiness(packages = "com.acme.till", level = Level.INTEGRATED)
                        @RequireCoverage(line = 0.9)
                        @KeyOperation(name = "count", route = "GET /till")
                        class TillReadinessTest implements ReadinessChecks {}
                        """)
                .later(1)
                .file("operations.yaml", "operations:\n  - name: browse\n    route: GET /desk\n")
                .passed("", "surefire", "com.acme.till.TillTest", "totals")
                .file(
                        "target/surefire-reports/TEST-com.acme.till.DeskTest.xml",
                        "<testsuite name='com.acme.till.DeskTest'><testcase name='totals' classname='com.acme.till.DeskTest'>"
                                + "<failure message='expected 6'/></testcase></testsuite>")
                .executed("", "com.acme.till.TillTest", "com.acme.till.Till")
                .folder();
    }

    private static String service(String name) {
        return """
                package com.acme.till;
                @org.springframework.web.bind.annotation.RestController public class %s {
                    @org.springframework.web.bind.annotation.GetMapping("/%s") public int total() { return 6; }
                }
                """.formatted(name, name);
    }

    private static String test(String name) {
        return """
                package com.acme.till;
                import static org.junit.jupiter.api.Assertions.assertEquals;
                import org.junit.jupiter.api.Test;
                class %sTest { @Test void totals() { assertEquals(6, new %s().total()); } }
                """.formatted(name, name);
    }

    @Test
    void no_damage_makes_a_result_pass() throws IOException {
        Path project = build();
        String untouched = audit(project, "untouched");
        assertThat(results(untouched, MET)).isNotEmpty();
        Set<String> failing = results(untouched, FAILING);
        assertThat(failing).isNotEmpty();
        List<Path> files;
        try (var all = Files.walk(project)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("Desk.class"))
                    .sorted()
                    .toList();
        }
        List<byte[]> foreign = new ArrayList<>();
        for (Path file : files) {
            foreign.add(Files.readAllBytes(file));
        }
        Random random = new Random(Long.getLong("andon.fuzz.seed", 1));
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            FileTime time = Files.getLastModifiedTime(file);
            for (int i = 0; i < MUTANTS; i++) {
                Mutator mutator = Mutator.values()[i % Mutator.values().length];
                byte[] mutant = mutator.apply(whole, random, foreign);
                Files.write(file, mutant);
                Files.setLastModifiedTime(file, time);
                String name = file.getFileName() + ", " + mutator + " " + i;
                Set<String> improved = new HashSet<>(results(audit(project, name), MET));
                improved.retainAll(failing);
                assertThat(improved)
                        .as("%s: %s", name, new String(mutant, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .isEmpty();
            }
            Files.write(file, whole);
            Files.setLastModifiedTime(file, time);
        }
    }

    private String audit(Path project, String name) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        long start = System.nanoTime();
        int code = Main.run(
                commandLine,
                "audit",
                "--verbose",
                project.toString(),
                "--out",
                temp.resolve("report").toString());
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start))
                .as(name)
                .isLessThan(10);
        assertThat(code).as(name + err).isIn(0, 1, 2, 3);
        assertThat(out + "" + err).as(name).doesNotContain("\tat ", "unexpected error");
        assertThat(err.toString().lines().count()).as(name).isEqualTo(code == 2 ? 1 : 0);
        return out.toString();
    }

    /** Returns subject and practice of the results with such a verdict. */
    private static Set<String> results(String out, Pattern verdict) {
        return verdict.matcher(out)
                .results()
                .map(found -> found.group(1).replaceAll(" +", " "))
                .collect(Collectors.toSet());
    }
}
