package dev.andon.internal.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.evidence.coverage.AgentSettings;
import dev.andon.internal.evidence.coverage.CoverageData;
import dev.andon.internal.evidence.coverage.ExecReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageCollectorTest {

    @TempDir
    Path folder;

    private static Optional<AgentSettings> agent(String option, String value) {
        return Optional.of(new AgentSettings(Path.of("jacoco.jar"), Map.of(option, value)));
    }

    /** Such an agent leaves an empty file, or none, until its JVM ends. */
    @ParameterizedTest
    @CsvSource({"append,false", "dumponexit,false", "output,tcpserver"})
    void the_agents_settings_are_the_cause_of_what_is_missing(String option, String value) throws Exception {
        Path empty = Files.createFile(folder.resolve("jacoco.exec"));
        for (List<Path> files : List.of(List.of(empty), List.<Path>of())) {
            CoverageData data =
                    CoverageCollector.because(ExecReader.read(files, session -> true), agent(option, value));

            assertThat(data.problems())
                    .singleElement()
                    .asString()
                    .contains("the JaCoCo agent runs with " + option + "=" + value)
                    .doesNotContain("killed");
        }
    }

    @Test
    void other_settings_are_not() throws Exception {
        Path empty = Files.createFile(folder.resolve("jacoco.exec"));

        CoverageData data =
                CoverageCollector.because(ExecReader.read(List.of(empty), session -> true), agent("append", "true"));

        assertThat(data.problems()).singleElement().asString().contains("empty, 0 bytes");
    }
}
