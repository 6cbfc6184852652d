package dev.andon.internal.audit;

import static dev.andon.testing.Sources.cell;
import static dev.andon.testing.Sources.controller;
import static dev.andon.testing.Sources.readiness;
import static dev.andon.testing.Sources.test;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Verdict;
import dev.andon.internal.judge.Report;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditOfWaiverFilesTest {
    private static final String WAIVER = """
            waivers:
              - practices: integration-tests
                services: com.acme.till.Till
                reason: the harbour's ledger moves in spring
                owner: till-team
                until: %s
            """;

    @TempDir
    Path temp;

    private BuiltProject project() {
        BuiltProject project = BuiltProject.twoModules(temp)
                .main("till", controller("till", "Till"))
                .test("till", test("till", "Till"));
        return project.later(10).passed("till", "surefire", "com.acme.till.TillTest", "totals");
    }

    @Test
    void a_project_without_a_readiness_class_has_it_in_its_own_folder() {
        project().file("andon-waivers.yaml", WAIVER.formatted(LocalDate.now().plusDays(9)));

        Report report = Audit.of(temp, false);

        assertThat(cell(report, "Till", "integration-tests").verdict()).isEqualTo(Verdict.WAIVED);
        assertThat(report.notes())
                .anySatisfy(note -> assertThat(note).contains("andon-waivers.yaml", "till-team", "ends in 9 days"));
    }

    @Test
    void a_readiness_class_has_it_beside_the_pom_of_its_module() {
        project()
                .test("till", readiness("till", "Till", "@OperationalReadiness"))
                .file(
                        "till/andon-waivers.yaml",
                        WAIVER.formatted(LocalDate.now().plusDays(9)));

        assertThat(cell(Audit.of(temp, false), "Till", "integration-tests").verdict())
                .isEqualTo(Verdict.WAIVED);
    }

    @Test
    void a_file_above_that_module_is_not_read_and_said() {
        project()
                .test("till", readiness("till", "Till", "@OperationalReadiness"))
                .file("andon-waivers.yaml", WAIVER.formatted(LocalDate.now().plusDays(9)));

        Report report = Audit.of(temp, false);

        assertThat(cell(report, "Till", "integration-tests").verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(report.notes()).anySatisfy(note -> assertThat(note)
                .contains("andon-waivers.yaml is not read for com.acme.till.TillReadinessTest"));
    }

    @Test
    void and_in_no_other_folder() {
        project()
                .test("till", readiness("till", "Till", "@OperationalReadiness"))
                .file(
                        "stock/andon-waivers.yaml",
                        WAIVER.formatted(LocalDate.now().plusDays(9)));

        assertThat(cell(Audit.of(temp, false), "Till", "integration-tests").verdict())
                .isEqualTo(Verdict.VIOLATED);
    }
}
