package dev.andon.internal.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.Evidence;
import dev.andon.Level;
import dev.andon.PracticeFinding;
import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.Verdict;
import dev.andon.internal.judge.Report;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.require.Requirements.BaselineLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFileTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @TempDir
    Path module;

    private static Report untested(String... services) {
        return new Report(
                "",
                Level.NONE,
                Stream.of(services)
                        .map(name -> new ServiceResult(
                                name,
                                name,
                                "shop",
                                List.of(new PracticeResult(
                                        "unit-tests",
                                        Verdict.VIOLATED,
                                        Evidence.NONE,
                                        List.of(),
                                        "no-test",
                                        "no test",
                                        "write one",
                                        List.of(new PracticeFinding(
                                                Verdict.VIOLATED,
                                                List.of("no-test"),
                                                List.of(),
                                                "no test",
                                                "write one"))))))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private BaselineFile file() {
        return BaselineFile.ofBuild(module, "andon-baseline.txt");
    }

    private Report apply(Report report, BaselineMode mode) {
        return file().apply(report, mode, BaselineLimits.NONE, TODAY);
    }

    private List<String> entries() throws IOException {
        return Files.readAllLines(module.resolve("andon-baseline.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    @Test
    void nothing_is_recorded_unless_it_is_asked_for() {
        Report report = untested("A");

        assertThat(apply(report, BaselineMode.APPLY)).isSameAs(report);
        assertThat(module).isEmptyDirectory();
    }

    @Test
    void what_is_recorded_is_known_from_then_on_and_leaves_by_update_when_it_is_fixed() throws IOException {
        assertThat(apply(untested("A", "B"), BaselineMode.CREATE).fails()).isFalse();
        assertThat(entries())
                .containsExactly("unit-tests | A | no-test | 2026-11-26", "unit-tests | B | no-test | 2026-11-26");

        assertThat(apply(untested("A", "B"), BaselineMode.APPLY).fails()).isFalse();
        assertThat(apply(untested("A"), BaselineMode.APPLY).fails()).isTrue();
        assertThat(entries()).hasSize(2);

        Report updated = apply(untested("A", "C"), BaselineMode.UPDATE);
        assertThat(updated.failing()).as("C is new").isEqualTo(1);
        assertThat(entries()).containsExactly("unit-tests | A | no-test | 2026-11-26");
    }

    @Test
    void a_damaged_file_is_one_error_with_the_way_out_and_stays_as_it_is() throws IOException {
        Files.writeString(module.resolve("pom.xml"), "<project/>");
        Files.writeString(module.resolve("andon-baseline.txt"), "unit-tests | A\n");

        for (BaselineMode mode : BaselineMode.values()) {
            assertThatThrownBy(() -> apply(untested("A"), mode))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContainingAll("andon-baseline.txt, line 1", "mvn verify -Dandon.baseline=create");
        }
        assertThat(module.resolve("andon-baseline.txt")).hasContent("unit-tests | A\n");
    }

    @Test
    void an_update_of_nothing_says_how_to_begin() {
        assertThatThrownBy(() -> apply(untested("A"), BaselineMode.UPDATE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("create");
    }

    @Test
    void a_link_is_not_written_through(@TempDir Path elsewhere) throws IOException {
        Path target = Files.writeString(elsewhere.resolve("precious"), "");
        Files.createSymbolicLink(module.resolve("andon-baseline.txt"), target);

        assertThatThrownBy(() -> apply(untested("A"), BaselineMode.CREATE)).isInstanceOf(ConfigurationException.class);
        assertThat(target).isEmptyFile();
    }

    @Test
    void several_readiness_classes_of_a_module_have_files_of_their_own() {
        assertThat(BaselineFile.name("com.acme.ShopReadinessTest", false)).isEqualTo("andon-baseline.txt");
        assertThat(BaselineFile.name("com.acme.ShopReadinessTest", true))
                .isEqualTo("andon-baseline-ShopReadinessTest.txt");
    }

    @Test
    void a_build_server_and_a_file_that_every_build_reads_record_nothing() {
        assertThat(BaselineMode.of(Optional.of("create"), Optional.of("create"), Map.of("CI", "false")))
                .isEqualTo(BaselineMode.CREATE);
        assertThat(BaselineMode.of(Optional.empty(), Optional.empty(), Map.of("ANDON_BASELINE", "update")))
                .isEqualTo(BaselineMode.UPDATE);
        assertThat(BaselineMode.of(Optional.empty(), Optional.empty(), Map.of("CI", "true")))
                .isEqualTo(BaselineMode.APPLY);
        assertThatThrownBy(() -> BaselineMode.of(Optional.empty(), Optional.of("create"), Map.of("CI", "true")))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() ->
                        BaselineMode.of(Optional.empty(), Optional.of("update"), Map.of("JENKINS_URL", "http://j")))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> BaselineMode.of(Optional.of("create"), Optional.empty(), Map.of()))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> BaselineMode.of(Optional.empty(), Optional.of("grow"), Map.of()))
                .isInstanceOf(ConfigurationException.class);
    }
}
