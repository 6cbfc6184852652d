package dev.andon.internal.evidence.coverage;

import static dev.andon.internal.evidence.coverage.FixtureBuild.service;
import static dev.andon.internal.evidence.coverage.FixtureBuild.test;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.TestKind;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Location;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.Counter;
import dev.andon.internal.evidence.Coverage;
import dev.andon.internal.evidence.Gap;
import dev.andon.internal.evidence.coverage.fixtures.Attic;
import dev.andon.internal.evidence.coverage.fixtures.ParallelOneTestCases;
import dev.andon.internal.evidence.coverage.fixtures.ParallelTwoTestCases;
import dev.andon.internal.evidence.coverage.fixtures.PayTestCases;
import dev.andon.internal.evidence.coverage.fixtures.RefundTestCases;
import dev.andon.internal.evidence.coverage.fixtures.Till;
import dev.andon.internal.evidence.coverage.fixtures.WiringTestCases;
import dev.andon.internal.require.CounterType;
import dev.andon.testing.Compiled;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IBundleCoverage;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.tools.ExecFileLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageMeterIT {

    @TempDir
    static Path folder;

    private static Path classes;
    private static Path unit;
    private static Path integration;
    private static Path parallel;

    @BeforeAll
    static void runTheFixtures() throws Exception {
        classes = FixtureBuild.production(folder.resolve("shop"));
        unit = folder.resolve("jacoco.exec");
        integration = folder.resolve("jacoco-it.exec");
        parallel = folder.resolve("parallel.exec");
        new TestsInChild().agentWriting(unit).run(PayTestCases.class);
        new TestsInChild().agentWriting(integration).run(WiringTestCases.class, RefundTestCases.class);
        new TestsInChild()
                .agentWriting(parallel)
                .jvm(
                        "-Djunit.jupiter.execution.parallel.enabled=true",
                        "-Djunit.jupiter.execution.parallel.config.strategy=fixed",
                        "-Djunit.jupiter.execution.parallel.config.fixed.parallelism=2")
                .run(ParallelOneTestCases.class, ParallelTwoTestCases.class);
    }

    private static Inventory inventory(TestKind ofTheSecondParallel) {
        return FixtureBuild.inventory(
                List.of(service(Till.class, classes), service(Attic.class, classes)),
                test(PayTestCases.class, TestKind.UNIT),
                test(RefundTestCases.class, TestKind.INTEGRATION),
                test(ParallelOneTestCases.class, TestKind.END_TO_END),
                test(ParallelTwoTestCases.class, ofTheSecondParallel));
    }

    private static CoverageMeter meter(Path... files) {
        return new CoverageMeter(
                ExecReader.read(List.of(files), session -> true),
                FixtureBuild.classFiles(classes),
                inventory(TestKind.END_TO_END));
    }

    /** Each line of each source file with its status, as JaCoCo's own analysis of a plain store has it. */
    private static Map<String, Integer> lines(ExecutionDataStore store) throws Exception {
        Map<String, Integer> lines = new TreeMap<>();
        CoverageBuilder builder = new CoverageBuilder();
        new Analyzer(store, builder).analyzeAll(classes.toFile());
        builder.getSourceFiles().forEach(source -> {
            for (int line = source.getFirstLine(); line <= source.getLastLine(); line++) {
                lines.put(source.getName() + ":" + line, source.getLine(line).getStatus());
            }
        });
        return lines;
    }

    private static ExecutionDataStore plain() throws Exception {
        ExecFileLoader loader = new ExecFileLoader();
        loader.load(unit.toFile());
        loader.load(integration.toFile());
        loader.load(parallel.toFile());
        return loader.getExecutionDataStore();
    }

    @Test
    void allKindsAndTheRemainderMakeJacocosOwnReportToTheLine() throws Exception {
        for (TestKind second : List.of(TestKind.END_TO_END, TestKind.UNIT)) {
            CoverageMeter meter = new CoverageMeter(
                    ExecReader.read(List.of(unit, integration, parallel), session -> true),
                    FixtureBuild.classFiles(classes),
                    inventory(second));
            ExecutionDataStore union = new ExecutionDataStore();
            for (TestKind kind : TestKind.kinds()) {
                CoverageData.merge(meter.hits(kind), union);
            }
            CoverageData.merge(meter.remainder(), union);

            assertThat(lines(union)).isEqualTo(lines(plain())).isNotEmpty();
            assertThat(lines(meter.hits(null))).isEqualTo(lines(plain()));
        }
    }

    @Test
    void theWholeIsJacocosOwnSum() throws Exception {
        CoverageBuilder builder = new CoverageBuilder();
        new Analyzer(plain(), builder).analyzeAll(classes.toFile());
        IBundleCoverage bundle = builder.getBundle("all");

        Coverage whole = meter(unit, integration, parallel).ofWhole(null, Map.of());

        assertThat(whole.problems()).isEmpty();
        assertThat(whole.of(CounterType.LINE)).isEqualTo(JacocoCounters.counter(bundle.getLineCounter()));
        assertThat(whole.of(CounterType.BRANCH)).isEqualTo(JacocoCounters.counter(bundle.getBranchCounter()));
        assertThat(whole.of(CounterType.METHOD)).isEqualTo(JacocoCounters.counter(bundle.getMethodCounter()));
        assertThat(whole.of(CounterType.INSTRUCTION)).isEqualTo(JacocoCounters.counter(bundle.getInstructionCounter()));
        assertThat(whole.of(CounterType.LINE).covered())
                .isPositive()
                .isLessThan(whole.of(CounterType.LINE).total());
    }

    @Test
    void tellsEachKindApart() {
        CoverageMeter meter = meter(unit, integration, parallel);
        var till = service(Till.class, classes);

        // pay without its refusal; refund without its body, and total; both halves in parallel.
        assertThat(gaps(meter.of(till, TestKind.UNIT, ALL)))
                .doesNotHaveDuplicates()
                .contains("Till.refund at Till.java:25-28", "Till.pay at Till.java:18", "Till.total at Till.java:32");
        assertThat(gaps(meter.of(till, TestKind.INTEGRATION, ALL)))
                .contains("Till.pay at Till.java:17-21", "Till.refund at Till.java:26")
                .noneMatch(gap -> gap.startsWith("Till.total"));
        assertThat(gaps(meter.of(till, TestKind.END_TO_END, ALL))).anyMatch(gap -> gap.startsWith("Till.total"));
        assertThat(meter.of(till, TestKind.END_TO_END).of(CounterType.LINE).covered())
                .isPositive();
        assertThat(meter.of(till, TestKind.CANARY).of(CounterType.LINE).covered())
                .isZero();
        assertThat(meter.of(till, null).of(CounterType.LINE).covered())
                .isGreaterThan(
                        meter.of(till, TestKind.UNIT).of(CounterType.LINE).covered());
    }

    @Test
    void ranksTheGapsOfEachUnitByIt() {
        Coverage byUnit = meter(unit).of(service(Till.class, classes), TestKind.UNIT, ALL);

        // pay took one of its two branches; refund none of four; total has none.
        assertThat(byUnit.gaps(CounterType.BRANCH))
                .extracting(Gap::toString, Gap::missed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Till.refund at Till.java:25", 4),
                        org.assertj.core.groups.Tuple.tuple("Till.pay at Till.java:17", 1));
        assertThat(byUnit.gaps(CounterType.METHOD))
                .extracting(Gap::method)
                .contains("Till.refund", "Till.total")
                .doesNotContain("Till.pay");
    }

    @Test
    void saysWhichModulesHoldNoLineNumbers() throws Exception {
        Path bare = Compiled.into(folder.resolve("bare"))
                .options("-g:none")
                .source(WRITTEN)
                .compile();
        Path full = Compiled.into(folder.resolve("full"))
                .options("-g")
                .source(WRITTEN.replace("com.acme", "com.full"))
                .compile();
        CoverageMeter meter = new CoverageMeter(
                ExecReader.read(List.of(unit), session -> true),
                FixtureBuild.classFiles(bare, full),
                inventory(TestKind.UNIT));

        assertThat(meter.ofPackage("com.acme", null, Map.of()).problems(CounterType.LINE))
                .singleElement()
                .asString()
                .contains("module bare", "hold no line numbers", "-g");
        assertThat(meter.ofPackage("com.acme", null, Map.of()).problems(CounterType.METHOD))
                .isEmpty();
        assertThat(meter.ofPackage("com.full", null, Map.of()).problems(CounterType.LINE))
                .isEmpty();
        // What cannot be counted must not hide behind what can.
        assertThat(meter.ofWhole(null, Map.of()).problems(CounterType.LINE)).hasSize(1);
    }

    private static final Map<CounterType, Double> ALL = Map.of(
            CounterType.LINE, 1.0, CounterType.BRANCH, 1.0, CounterType.METHOD, 1.0, CounterType.INSTRUCTION, 1.0);

    private static List<String> gaps(Coverage coverage) {
        return coverage.gaps(CounterType.LINE).stream().map(Gap::toString).toList();
    }

    @Test
    void claimsNothingForAKindWhereKindsRanAtOnce() {
        CoverageMeter meter = new CoverageMeter(
                ExecReader.read(List.of(parallel), session -> true),
                FixtureBuild.classFiles(classes),
                inventory(TestKind.UNIT));
        Coverage byUnit = meter.of(service(Till.class, classes), TestKind.UNIT);

        assertThat(byUnit.of(CounterType.LINE).covered()).isZero();
        assertThat(byUnit.uncertain()).singleElement().asString().contains("at the same time");
        assertThat(meter.of(service(Till.class, classes), null)
                        .of(CounterType.LINE)
                        .covered())
                .isPositive();
    }

    @Test
    void measuresPackagesByNameNotByPrefix() {
        CoverageMeter meter = meter(unit, integration);
        String name = Till.class.getPackageName();

        assertThat(meter.ofPackage(name, null, Map.of()).of(CounterType.LINE))
                .isEqualTo(meter.ofWhole(null, Map.of()).of(CounterType.LINE));
        assertThat(meter.ofPackage(name.substring(0, name.length() - 1), null, Map.of())
                        .problems())
                .singleElement()
                .asString()
                .contains("There is no class file of package");
    }

    @Test
    void saysWhatIsWrongWithTheData() throws Exception {
        var till = service(Till.class, classes);
        Path empty = Files.createFile(folder.resolve("empty.exec"));
        Path noise = Files.writeString(folder.resolve("noise.exec"), "no exec file at all");
        Path header = Files.write(folder.resolve("header.exec"), Arrays.copyOf(Files.readAllBytes(unit), 5));
        Path cut = Files.write(
                folder.resolve("cut.exec"), Arrays.copyOf(Files.readAllBytes(unit), (int) Files.size(unit) - 3));
        byte[] future = Files.readAllBytes(unit);
        future[4] = 0x77;
        Path later = Files.write(folder.resolve("later.exec"), future);

        assertThat(problem(till, folder.resolve("none.exec"))).contains("There is no coverage data", "does not exist");
        assertThat(problem(till, empty)).contains("empty, 0 bytes");
        assertThat(problem(till, noise)).contains("is damaged", "noise.exec");
        assertThat(problem(till, header)).contains("names no class");
        assertThat(problem(till, cut)).contains("ends in the middle of a record");
        assertThat(problem(till, later)).contains("has an exec format that this version of JaCoCo does not know");
        assertThat(problem(till)).contains("no exec file was found");
        assertThat(problem(till, folder)).contains("cannot be read");
    }

    private static String problem(Service service, Path... files) {
        List<Path> all = new ArrayList<>(List.of(files));
        List<String> problems =
                meter(all.toArray(Path[]::new)).of(service, null).problems();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    @Test
    void doesNotTakeAMergedFileForAnAttributedOne() throws Exception {
        Path merged = folder.resolve("merged.exec");
        ExecFileLoader loader = new ExecFileLoader();
        loader.load(unit.toFile());
        loader.load(integration.toFile());
        loader.save(merged.toFile(), false);

        CoverageData data = ExecReader.read(List.of(merged), session -> true);

        assertThat(data.byTestClass()).isEmpty();
        assertThat(data.gaps()).singleElement().asString().contains("merged by another tool");
        assertThat(meter(merged).of(service(Till.class, classes), TestKind.UNIT).problems())
                .singleElement()
                .asString()
                .contains("coverage by kind of test cannot be determined", "merged by another tool");
        assertThat(meter(merged).ofWhole(null, Map.of()).of(CounterType.LINE))
                .isEqualTo(meter(unit, integration).ofWhole(null, Map.of()).of(CounterType.LINE));
    }

    @Test
    void keepsTwinsInTwoModulesApart() throws Exception {
        Path other = folder.resolve("twin");
        Path attic = other.resolve(Attic.class.getName().replace('.', '/') + ".class");
        Files.createDirectories(attic.getParent());
        Path original = classes.resolve(Attic.class.getName().replace('.', '/') + ".class");
        String text = Files.readString(original, StandardCharsets.ISO_8859_1);
        Files.writeString(attic, text.replace("boxes", "bozes"), StandardCharsets.ISO_8859_1);

        CoverageMeter meter = new CoverageMeter(
                ExecReader.read(List.of(unit), session -> true),
                FixtureBuild.classFiles(classes, other),
                inventory(TestKind.END_TO_END));

        assertThat(meter.ofWhole(null, Map.of()).of(CounterType.LINE).total())
                .isEqualTo(
                        meter(unit).ofWhole(null, Map.of()).of(CounterType.LINE).total() + 2);
        assertThat(meter.of(service(Attic.class, other), null).of(CounterType.LINE))
                .isEqualTo(new Counter(0, 2));
    }

    private static final String WRITTEN = """
            package com.acme;
            public class Written {
                int one() {
                    return 1;
                }
            }
            """;

    @Test
    void leavesOutWhatJacocoLeavesOut() throws Exception {
        Path built = Compiled.into(folder.resolve("excluded"))
                .source("""
                        package com.acme;
                        import java.lang.annotation.*;
                        @Retention(RetentionPolicy.CLASS)
                        public @interface Generated {}
                        """)
                .source(WRITTEN)
                .source(WRITTEN.replace("public class Written", "@Generated public class Made"))
                .source(WRITTEN.replace("package com.acme", "package com.acme.client")
                        .replace("public class Written", "public class Stub"))
                .compile();
        AgentSettings agent = AgentSettings.of(
                        List.of("-javaagent:/x/jacoco.jar=destfile=a,excludes=com.acme.client.*"))
                .orElseThrow();

        CoverageData data = ExecReader.read(List.of(unit), session -> true);
        CoverageMeter all = new CoverageMeter(data, FixtureBuild.classFiles(built), inventory(TestKind.UNIT));
        CoverageMeter less =
                new CoverageMeter(data, FixtureBuild.classFiles(built), inventory(TestKind.UNIT), Optional.of(agent));

        // A constructor and a method each: of the written class and the stub, and of the written class alone.
        assertThat(all.ofWhole(null, Map.of()).of(CounterType.METHOD)).isEqualTo(new Counter(0, 4));
        assertThat(less.ofWhole(null, Map.of()).of(CounterType.METHOD)).isEqualTo(new Counter(0, 2));
        assertThat(less.ofPackage("com.acme", null, Map.of()).of(CounterType.METHOD))
                .isEqualTo(new Counter(0, 2));
        assertThat(less.ofPackage("com.acme.client", null, Map.of()).problems())
                .singleElement()
                .asString()
                .contains("There is no class file of package com.acme.client");
        // A service is named by itself: it must not read as if its tests were missing.
        assertThat(less.of(named("com.acme.client.Stub", built), null).problems())
                .singleElement()
                .asString()
                .contains("com.acme.client.Stub", "excludes=com.acme.client.*");
        assertThat(less.of(named("com.acme.Written", built), null).problems()).isEmpty();
    }

    private static Service named(String name, Path built) {
        return new Service(
                name,
                built.getFileName().toString(),
                Service.Tier.ENTRY,
                "named",
                List.of(),
                List.of(),
                new Location(name, "any", 1));
    }

    @Test
    void knowsWhatTheAgentLeavesOut() {
        AgentSettings agent = AgentSettings.of(List.of(
                        "-javaagent:/x/jacoco.jar=includes=com.acme.*:org.?.Till,excludes=*.client.*:com.acme.X$Y"))
                .orElseThrow();

        assertThat(agent.leavesOut("com.acme.Till")).isEmpty();
        assertThat(agent.leavesOut("org.a.Till")).isEmpty();
        assertThat(agent.leavesOut("org.ab.Till")).isPresent();
        assertThat(agent.leavesOut("comXacme.Till")).isPresent();
        assertThat(agent.leavesOut("com.acme.client.Stub")).isPresent();
        assertThat(agent.leavesOut("com.acme.X$Y")).isPresent();
        assertThat(AgentSettings.of(List.of("-javaagent:/x/jacoco.jar"))
                        .orElseThrow()
                        .leavesOut("any.Thing"))
                .isEmpty();
    }
}
