package dev.andon.internal.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.TestKind;
import dev.andon.internal.discover.Inventory;
import dev.andon.internal.evidence.Executions;
import dev.andon.internal.evidence.coverage.fixtures.Cellar;
import dev.andon.internal.evidence.coverage.fixtures.PayTestCases;
import dev.andon.internal.evidence.coverage.fixtures.Till;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jacoco.core.data.ExecutionDataStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the agent was told to leave out did not go unrun. */
class LeftOutByAgentTest {

    @TempDir
    Path folder;

    private static AgentSettings agent(String options) {
        return AgentSettings.of(List.of("-javaagent:/x/org.jacoco.agent-runtime.jar=" + options))
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "excludes=com/acme/Ping*,              excludes=com/acme/Ping*",
        "excludes=com.other.*:com.acme.P?ng*,  excludes=com.other.*:com.acme.P?ng*",
        "'includes=com.acme.Order*,append=true', includes=com.acme.Order*"
    })
    void its_setting_is_named(String options, String setting) {
        assertThat(agent(options).leavesOut("com.acme.PingController")).hasValue(setting);
    }

    @ParameterizedTest
    @CsvSource({"destfile=x.exec", "excludes=com/acme/Ping", "includes=com.acme.*", "includes=*", "excludes="})
    void what_it_instruments_is_not(String options) {
        assertThat(agent(options).leavesOut("com.acme.PingController")).isEmpty();
    }

    @Test
    void a_service_that_is_left_out_is_told_of_nobody() throws Exception {
        Path classes = FixtureBuild.production(folder.resolve("shop"));
        Inventory inventory = FixtureBuild.inventory(
                List.of(FixtureBuild.service(Till.class, classes), FixtureBuild.service(Cellar.class, classes)),
                FixtureBuild.test(PayTestCases.class, TestKind.UNIT));
        CoverageData data = new CoverageData(
                Map.of(PayTestCases.class.getName(), new ExecutionDataStore()),
                Map.of(),
                List.of(),
                new ExecutionDataStore(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        Executions executions = ExecutedEvidence.find(
                data, FixtureBuild.classFiles(classes), inventory, Optional.of(agent("excludes=*.Till")));

        assertThat(executions.executions()).extracting("service").containsExactly(Cellar.class.getName());
        assertThat(executions.untold().keySet()).isEqualTo(Set.of(Till.class.getName()));
        assertThat(executions.untold().get(Till.class.getName())).contains("excludes=*.Till");
    }
}
