package dev.andon.internal.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.evidence.coverage.fixtures.StartedAndCalledTestCases;
import dev.andon.internal.evidence.coverage.fixtures.StartedOnlyTestCases;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jacoco.core.data.ExecutionDataStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an application runs when a framework starts it for a test is no evidence that the test ran it. */
class SetUpIT {

    @TempDir
    Path folder;

    private CoverageData ran(Class<?> testClass) throws Exception {
        Path file = folder.resolve("jacoco.exec");
        TestsInChild.Ended ended = new TestsInChild().agentWriting(file).run(testClass);
        assertThat(ended.output()).contains("1 successful, 0 failed");
        return ExecReader.read(List.of(file), session -> true);
    }

    private static Set<String> services(ExecutionDataStore store) {
        return store.getContents().stream()
                .map(data -> data.getName().substring(data.getName().lastIndexOf('/') + 1))
                .filter(Set.of("Till", "Cellar")::contains)
                .collect(Collectors.toSet());
    }

    @Test
    void a_class_that_only_starts_the_application_executes_nothing() throws Exception {
        CoverageData data = ran(StartedOnlyTestCases.class);
        String name = StartedOnlyTestCases.class.getName();

        assertThat(services(data.setUp().get(name))).containsExactlyInAnyOrder("Till", "Cellar");
        assertThat(services(data.byTestClass().get(name))).isEmpty();
        assertThat(services(data.all())).containsExactlyInAnyOrder("Till", "Cellar");
    }

    @Test
    void what_the_class_itself_calls_before_all_tests_is_executed() throws Exception {
        CoverageData data = ran(StartedAndCalledTestCases.class);
        String name = StartedAndCalledTestCases.class.getName();

        assertThat(services(data.byTestClass().get(name))).containsExactly("Till");
        assertThat(services(data.setUp().get(name))).containsExactlyInAnyOrder("Till", "Cellar");
    }
}
