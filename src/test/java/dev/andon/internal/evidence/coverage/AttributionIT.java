package dev.andon.internal.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.evidence.coverage.fixtures.ExitTestCases;
import dev.andon.internal.evidence.coverage.fixtures.NestedLauncherTestCases;
import dev.andon.internal.evidence.coverage.fixtures.ParallelOneTestCases;
import dev.andon.internal.evidence.coverage.fixtures.ParallelTwoTestCases;
import dev.andon.internal.evidence.coverage.fixtures.PayTestCases;
import dev.andon.internal.evidence.coverage.fixtures.RefundTestCases;
import dev.andon.internal.evidence.coverage.fixtures.WiringTestCases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.tools.ExecFileLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttributionIT {

    private static final Class<?>[] SUITE = {PayTestCases.class, RefundTestCases.class, WiringTestCases.class};

    @TempDir
    Path folder;

    private TestsInChild.Ended run(TestsInChild child, Class<?>... classes) throws Exception {
        TestsInChild.Ended ended = child.run(classes);
        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(ended.output()).contains(" 0 failed");
        return ended;
    }

    private CoverageData read(String file) throws Exception {
        return ExecReader.read(List.of(folder.resolve(file)), session -> true);
    }

    private static Map<String, BitSet> probes(ExecutionDataStore store) {
        Map<String, BitSet> probes = new TreeMap<>();
        store.getContents().forEach(data -> {
            BitSet bits = new BitSet();
            for (int i = 0; i < data.getProbes().length; i++) {
                bits.set(i, data.getProbes()[i]);
            }
            probes.put(data.getName() + " " + data.getId(), bits);
        });
        return probes;
    }

    private static Set<String> classes(ExecutionDataStore store) {
        Set<String> names = new TreeSet<>();
        store.getContents()
                .forEach(data ->
                        names.add(data.getName().substring(data.getName().lastIndexOf('/') + 1)));
        return names;
    }

    @Test
    void losesNoProbeOfTheUsersFile() throws Exception {
        run(new TestsInChild().agentWriting(folder.resolve("with.exec")), SUITE);
        run(new TestsInChild().agentWriting(folder.resolve("without.exec")).withoutAndon(), SUITE);

        CoverageData with = read("with.exec");
        CoverageData without = read("without.exec");

        assertThat(probes(with.all())).isEqualTo(probes(without.all())).isNotEmpty();
        assertThat(with.isAttributed()).isTrue();
        assertThat(without.isAttributed()).isFalse();
    }

    @Test
    void attributesEachClassItsOwn() throws Exception {
        run(new TestsInChild().agentWriting(folder.resolve("jacoco.exec")), SUITE);

        CoverageData data = read("jacoco.exec");

        assertThat(data.problems()).isEmpty();
        assertThat(data.gaps()).isEmpty();
        assertThat(data.lost()).isEmpty();
        assertThat(data.byTestClass().keySet())
                .containsExactly(
                        PayTestCases.class.getName(), RefundTestCases.class.getName(), WiringTestCases.class.getName());
        assertThat(classes(data.byTestClass().get(PayTestCases.class.getName())))
                .containsExactly("PayTestCases", "PayTestCases$Twice", "Till");
        assertThat(classes(data.byTestClass().get(RefundTestCases.class.getName())))
                .containsExactly("RefundTestCases", "Till");
        assertThat(classes(data.byTestClass().get(WiringTestCases.class.getName())))
                .containsExactly("Cellar", "Till$Receipt", "WiringTestCases");
    }

    @Test
    void givesTheSessionItsNameBack() throws Exception {
        Path exec = folder.resolve("jacoco.exec");
        run(
                new TestsInChild()
                        .agent("sessionid=mine,destfile=" + exec + ",includes=" + PayTestCases.class.getPackageName()
                                + ".*"),
                SUITE);

        ExecFileLoader loader = new ExecFileLoader();
        loader.load(exec.toFile());
        var infos = loader.getSessionInfoStore().getInfos();
        assertThat(infos).extracting(info -> info.getId()).contains("mine");
        assertThat(infos.stream()
                        .max(java.util.Comparator.comparing(org.jacoco.core.data.SessionInfo::getDumpTimeStamp)))
                .hasValueSatisfying(last -> assertThat(last.getId()).isEqualTo("mine"));
    }

    @Test
    void doesNotGuessAmongClassesThatRunAtOnce() throws Exception {
        Path exec = folder.resolve("jacoco.exec");
        run(
                new TestsInChild()
                        .agentWriting(exec)
                        .jvm(
                                "-Djunit.jupiter.execution.parallel.enabled=true",
                                "-Djunit.jupiter.execution.parallel.config.strategy=fixed",
                                "-Djunit.jupiter.execution.parallel.config.fixed.parallelism=2"),
                ParallelOneTestCases.class,
                ParallelTwoTestCases.class);

        CoverageData data = read("jacoco.exec");

        assertThat(data.byTestClass()).isEmpty();
        assertThat(data.pooled()).singleElement().satisfies(pool -> {
            assertThat(pool.testClasses())
                    .containsExactly(ParallelOneTestCases.class.getName(), ParallelTwoTestCases.class.getName());
            assertThat(classes(pool.data())).contains("Till");
        });
        assertThat(data.gaps()).singleElement().asString().contains("at the same time", "ParallelOneTestCases");
    }

    @Test
    void givesALaunchInsideOfATestToThatTest() throws Exception {
        run(new TestsInChild().agentWriting(folder.resolve("jacoco.exec")), NestedLauncherTestCases.class);

        CoverageData data = read("jacoco.exec");

        assertThat(data.byTestClass().keySet()).containsExactly(NestedLauncherTestCases.class.getName());
        assertThat(classes(data.byTestClass().get(NestedLauncherTestCases.class.getName())))
                .contains("Till", "PayTestCases");
    }

    @Test
    void attributesWhatAnEarlyEndLeaves() throws Exception {
        TestsInChild.Ended ended =
                new TestsInChild().agentWriting(folder.resolve("jacoco.exec")).run(ExitTestCases.class);

        assertThat(ended.code()).isEqualTo(3);
        CoverageData data = read("jacoco.exec");
        assertThat(data.byTestClass().keySet()).containsExactly(ExitTestCases.class.getName());
        assertThat(data.lost())
                .singleElement()
                .asString()
                .contains("the JVM ended while " + ExitTestCases.class.getName() + " ran");
    }

    @Test
    void leavesAFileAloneThatIsNotAppendedTo() throws Exception {
        Path exec = folder.resolve("jacoco.exec");
        TestsInChild.Ended ended = run(
                new TestsInChild()
                        .agent("append=false,destfile=" + exec + ",includes=" + PayTestCases.class.getPackageName()
                                + ".*"),
                SUITE);
        run(new TestsInChild().agentWriting(folder.resolve("without.exec")).withoutAndon(), SUITE);

        assertThat(ended.output())
                .contains("Andon attributes no coverage to test classes", "append=false", "remove append=false");
        assertThat(probes(read("jacoco.exec").all()))
                .isEqualTo(probes(read("without.exec").all()));
        assertThat(read("jacoco.exec").isAttributed()).isFalse();
    }

    @Test
    void doesNothingWithoutTheAgent() throws Exception {
        TestsInChild.Ended ended = run(new TestsInChild().jvm("-Xlog:class+load"), SUITE);

        assertThat(ended.output())
                .contains("evidence.coverage.AttributionListener source")
                .doesNotContain("evidence.coverage.Attribution source")
                .doesNotContain("java.lang.management.ManagementFactory source")
                .doesNotContain("Andon attributes no coverage");
    }

    @Test
    void needsNoLibraryWhileTestsRun() throws Exception {
        TestsInChild.Ended ended = run(
                new TestsInChild().agentWriting(folder.resolve("jacoco.exec")).jvm("-Xlog:class+load"), SUITE);

        assertThat(ended.output())
                .contains("evidence.coverage.Attribution source")
                .doesNotContain(" org.jacoco.core.")
                .doesNotContain(" org.objectweb.asm.")
                .doesNotContain(" com.tngtech.archunit.");
    }

    @Test
    void isOffWhereAndonIs() throws Exception {
        run(new TestsInChild().agentWriting(folder.resolve("jacoco.exec")).jvm("-Dandon.enabled=false"), SUITE);

        assertThat(read("jacoco.exec").isAttributed()).isFalse();
        assertThat(Files.size(folder.resolve("jacoco.exec"))).isPositive();
    }
}
