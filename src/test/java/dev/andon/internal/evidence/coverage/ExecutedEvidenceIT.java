package dev.andon.internal.evidence.coverage;

import static dev.andon.internal.evidence.coverage.FixtureBuild.service;
import static dev.andon.internal.evidence.coverage.FixtureBuild.test;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.TestKind;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.discover.Location;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.Execution;
import dev.andon.internal.evidence.Execution.Depth;
import dev.andon.internal.evidence.Executions;
import dev.andon.internal.evidence.coverage.fixtures.Attic;
import dev.andon.internal.evidence.coverage.fixtures.Cellar;
import dev.andon.internal.evidence.coverage.fixtures.Inheritor;
import dev.andon.internal.evidence.coverage.fixtures.InheritorTestCases;
import dev.andon.internal.evidence.coverage.fixtures.OrderTestCases;
import dev.andon.internal.evidence.coverage.fixtures.ParallelOneTestCases;
import dev.andon.internal.evidence.coverage.fixtures.ParallelTwoTestCases;
import dev.andon.internal.evidence.coverage.fixtures.PayTestCases;
import dev.andon.internal.evidence.coverage.fixtures.RefundTestCases;
import dev.andon.internal.evidence.coverage.fixtures.SaleTestCases;
import dev.andon.internal.evidence.coverage.fixtures.Till;
import dev.andon.internal.evidence.coverage.fixtures.Vending;
import dev.andon.internal.evidence.coverage.fixtures.WiringTestCases;
import dev.andon.internal.frameworks.Route;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.data.ExecutionDataStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutedEvidenceIT {

    @TempDir
    static Path folder;

    private static Path classes;
    private static Path exec;

    @BeforeAll
    static void runTheFixtures() throws Exception {
        classes = FixtureBuild.production(folder.resolve("shop"));
        exec = folder.resolve("jacoco.exec");
        assertThat(new TestsInChild()
                        .agentWriting(exec)
                        .run(
                                PayTestCases.class,
                                RefundTestCases.class,
                                WiringTestCases.class,
                                InheritorTestCases.class,
                                SaleTestCases.class,
                                OrderTestCases.class)
                        .output())
                .contains(" 0 failed");
    }

    private static Inventory inventory(Path module) {
        return FixtureBuild.inventory(
                List.of(
                        service(Till.class, module),
                        service(Cellar.class, module),
                        service(Attic.class, module),
                        service(Inheritor.class, module)),
                test(PayTestCases.class, TestKind.UNIT),
                test(RefundTestCases.class, TestKind.UNIT),
                test(WiringTestCases.class, TestKind.INTEGRATION),
                test(InheritorTestCases.class, TestKind.INTEGRATION));
    }

    private static Executions find() {
        return ExecutedEvidence.find(
                ExecReader.read(List.of(exec), session -> true), FixtureBuild.classFiles(classes), inventory(classes));
    }

    private static Execution execution(Executions executions, Class<?> test, Class<?> service) {
        return executions.executions().stream()
                .filter(execution -> execution.testClass().equals(test.getName())
                        && execution.service().equals(service.getName()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsHowFarEachTestCame() {
        Executions executions = find();

        assertThat(executions.available()).isTrue();
        assertThat(executions.reason()).isEmpty();
        assertThat(execution(executions, PayTestCases.class, Till.class).depth())
                .isEqualTo(Depth.CALLED);
        assertThat(execution(executions, PayTestCases.class, Till.class).methods())
                .containsExactly("pay");
        assertThat(execution(executions, RefundTestCases.class, Till.class).methods())
                .containsExactly("refund", "total");
        assertThat(execution(executions, WiringTestCases.class, Cellar.class).depth())
                .isEqualTo(Depth.WIRED);
        assertThat(execution(executions, WiringTestCases.class, Cellar.class).methods())
                .isEmpty();
        assertThat(execution(executions, PayTestCases.class, Attic.class).depth())
                .isEqualTo(Depth.NEVER_LOADED);
    }

    @Test
    void tellsWhatMakesABeanFromAHandler() {
        Service vending = service(Vending.class, classes, new Route("POST", "/sales"));
        Executions executions = ExecutedEvidence.find(
                ExecReader.read(List.of(exec), session -> true),
                FixtureBuild.classFiles(classes),
                FixtureBuild.inventory(
                        List.of(vending),
                        test(SaleTestCases.class, TestKind.UNIT),
                        test(OrderTestCases.class, TestKind.UNIT)));

        assertThat(execution(executions, SaleTestCases.class, Vending.class).methods())
                .containsExactly("sale");
        assertThat(execution(executions, OrderTestCases.class, Vending.class).depth())
                .isEqualTo(Depth.WIRED);
    }

    @Test
    void tellsAMockFromAService() throws Exception {
        // In a JVM of its own: a class is initialised once, by whoever comes first.
        Path alone = folder.resolve("alone.exec");
        new TestsInChild().agentWriting(alone).run(WiringTestCases.class);

        Execution mocked = execution(
                ExecutedEvidence.find(
                        ExecReader.read(List.of(alone), session -> true),
                        FixtureBuild.classFiles(classes),
                        inventory(classes)),
                WiringTestCases.class,
                Till.class);

        // The receipt, a data carrier nested in the till, ran: that is not the till.
        assertThat(mocked.depth()).isEqualTo(Depth.LOADED);
        assertThat(mocked.methods()).containsExactly("print");
    }

    @Test
    void countsTheLinesOfTheService() {
        Execution none = execution(find(), PayTestCases.class, Attic.class);
        Execution some = execution(find(), PayTestCases.class, Till.class);

        // The constructor's line and the method's.
        assertThat(none.coveredLines()).isZero();
        assertThat(none.lines()).isEqualTo(2);
        // Initialiser 1, constructor 3, pay 3 of 4; refund 3, total 1, receipt 4 never.
        assertThat(some.coveredLines()).isEqualTo(7);
        assertThat(some.lines()).isEqualTo(16);
    }

    @Test
    void letsAServiceWithoutMethodsWorkThroughWhatItInherits() {
        Execution execution = execution(find(), InheritorTestCases.class, Inheritor.class);

        assertThat(execution.depth()).isEqualTo(Depth.CALLED);
        assertThat(execution.methods()).containsExactly("pay");
        assertThat(execution(find(), PayTestCases.class, Inheritor.class).depth())
                .isEqualTo(Depth.NEVER_LOADED);
    }

    @Test
    void saysNothingOnAnotherVersionOfTheClass() throws Exception {
        Path changed = FixtureBuild.production(folder.resolve("changed"));
        Path till = changed.resolve(Till.class.getName().replace('.', '/') + ".class");
        byte[] bytes = Files.readAllBytes(till);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Files.write(till, text.replace("amount", "amoumt").getBytes(StandardCharsets.ISO_8859_1));

        Executions executions = ExecutedEvidence.find(
                ExecReader.read(List.of(exec), session -> true), FixtureBuild.classFiles(changed), inventory(changed));

        assertThat(executions.executions())
                .noneMatch(execution -> execution.testClass().equals(PayTestCases.class.getName())
                        && execution.service().equals(Till.class.getName()));
        assertThat(executions.reason()).contains(Till.class.getName(), "another version", "class ids differ", "clean");
    }

    @Test
    void saysWhichServiceHasNoClassFile() {
        Service gone = new Service(
                "com.acme.Gone",
                "shop",
                Service.Tier.ENTRY,
                "named",
                List.of(),
                List.of(),
                new Location("com.acme.Gone", "Gone.java", 1));

        Executions executions = ExecutedEvidence.find(
                ExecReader.read(List.of(exec), session -> true),
                FixtureBuild.classFiles(classes),
                FixtureBuild.inventory(List.of(gone), test(PayTestCases.class, TestKind.UNIT)));

        assertThat(executions.executions()).isEmpty();
        assertThat(executions.reason()).contains("com.acme.Gone", "was not found in module shop");
    }

    @Test
    void countsNoSessionOfAnotherBuild() {
        Executions executions = ExecutedEvidence.find(
                ExecReader.read(List.of(exec), session -> false), FixtureBuild.classFiles(classes), inventory(classes));

        assertThat(executions.available()).isFalse();
        assertThat(executions.reason()).contains("earlier build");
    }

    @Test
    void doesNotGuessWhoOfTwoRanAService() throws Exception {
        Path shared = folder.resolve("parallel.exec");
        new TestsInChild()
                .agentWriting(shared)
                .jvm(
                        "-Djunit.jupiter.execution.parallel.enabled=true",
                        "-Djunit.jupiter.execution.parallel.config.strategy=fixed",
                        "-Djunit.jupiter.execution.parallel.config.fixed.parallelism=2")
                .run(ParallelOneTestCases.class, ParallelTwoTestCases.class);

        Executions executions = ExecutedEvidence.find(
                ExecReader.read(List.of(shared), session -> true),
                FixtureBuild.classFiles(classes),
                FixtureBuild.inventory(
                        List.of(service(Till.class, classes), service(Attic.class, classes)),
                        test(ParallelOneTestCases.class, TestKind.UNIT),
                        test(ParallelTwoTestCases.class, TestKind.UNIT)));

        assertThat(executions.available()).isTrue();
        assertThat(executions.reason()).contains("at the same time");
        // Whoever ran the till, none of them touched the attic.
        assertThat(executions.executions())
                .hasSize(2)
                .allMatch(execution -> execution.service().equals(Attic.class.getName()))
                .allMatch(execution -> execution.depth() == Depth.NEVER_LOADED);
    }

    @Test
    void saysWhyNothingIsKnownWithoutTheListener() throws Exception {
        Path plain = folder.resolve("plain.exec");
        new TestsInChild().agentWriting(plain).withoutAndon().run(PayTestCases.class);

        Executions executions = ExecutedEvidence.find(
                ExecReader.read(List.of(plain), session -> true), FixtureBuild.classFiles(classes), inventory(classes));

        assertThat(executions.available()).isFalse();
        assertThat(executions.reason()).contains("without Andon on their class path");
    }

    private static Executions findWith(ExecutionDataStore unattributed, Optional<AgentSettings> agent) {
        CoverageData seen = ExecReader.read(List.of(exec), session -> true);
        CoverageData.merge(seen.unattributed(), unattributed);
        return ExecutedEvidence.find(
                new CoverageData(
                        seen.byTestClass(),
                        seen.setUp(),
                        seen.pooled(),
                        unattributed,
                        seen.problems(),
                        seen.gaps(),
                        seen.lost(),
                        seen.outdated()),
                FixtureBuild.classFiles(classes),
                inventory(classes),
                agent);
    }

    private static List<Execution> ofAttic(Executions executions) {
        return executions.executions().stream()
                .filter(execution -> execution.testClass().equals(PayTestCases.class.getName())
                        && execution.service().equals(Attic.class.getName()))
                .toList();
    }

    /** As the extension quarkus-jacoco does: https://quarkus.io/guides/tests-with-coverage. */
    @Test
    void doesNotCallNeverLoadedWhatAnotherAgentMeasured() {
        ExecutionDataStore others = new ExecutionDataStore();
        others.put(new ExecutionData(42, Attic.class.getName().replace('.', '/'), new boolean[] {true}));

        Executions executions = findWith(others, Optional.empty());

        assertThat(ofAttic(executions)).isEmpty();
        assertThat(executions.reason()).contains(Attic.class.getName(), "another agent");
        assertThat(execution(executions, PayTestCases.class, Till.class).depth())
                .isEqualTo(Depth.CALLED);
    }

    @Test
    void doesNotCallNeverLoadedWhatALoaderLoadedThatTheAgentLeavesOut() {
        Executions executions = findWith(
                new ExecutionDataStore(),
                AgentSettings.of(List.of("-javaagent:/m2/org.jacoco.agent.jar=exclclassloader=*QuarkusClassLoader")));

        assertThat(ofAttic(executions)).isEmpty();
        assertThat(executions.reason()).contains("exclclassloader=*QuarkusClassLoader");

        assertThat(
                        ofAttic(
                                findWith(
                                        new ExecutionDataStore(),
                                        AgentSettings.of(
                                                List.of(
                                                        "-javaagent:/m2/org.jacoco.agent.jar=exclclassloader=sun.reflect.DelegatingClassLoader")))))
                .hasSize(1);
    }
}
