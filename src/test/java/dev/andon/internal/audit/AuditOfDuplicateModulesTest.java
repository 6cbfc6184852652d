package dev.andon.internal.audit;

import static dev.andon.testing.Sources.UNIT_TESTS_OF_ALL;
import static dev.andon.testing.Sources.cell;
import static dev.andon.testing.Sources.controller;
import static dev.andon.testing.Sources.readiness;
import static dev.andon.testing.Sources.test;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.Verdict;
import dev.andon.internal.judge.Report;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules of one artifact id, in the folders {@code till/service} and {@code stock/service}, and equal readiness classes. */
class AuditOfDuplicateModulesTest {
    @TempDir
    Path temp;

    private BuiltProject project;

    @BeforeEach
    void twoModulesOfOneName() {
        project = BuiltProject.in(temp)
                .pom(
                        "",
                        "<packaging>pom</packaging><modules><module>till/service</module><module>stock/service</module></modules>");
        pom("till", "");
        pom("stock", "");
    }

    private void pom(String group, String inside) {
        project.file(group + "/service/pom.xml", """
                <project><modelVersion>4.0.0</modelVersion>
                <groupId>com.acme.%s</groupId><artifactId>service</artifactId><version>1</version>%s</project>
                """.formatted(group, inside));
    }

    @Test
    void services_of_one_name_are_labelled_by_the_paths_of_their_modules() {
        project.main("till/service", controller("shared", "Api"))
                .main("stock/service", controller("shared", "Api").replace("return 6", "return 3 + 4"))
                .test("till/service", test("shared", "Api"))
                .passed("till/service", "surefire", "com.acme.shared.ApiTest", "totals");

        Report report = Audit.of(temp, false);

        assertThat(report.services())
                .extracting(ServiceResult::label)
                .containsExactly("Api (stock/service)", "Api (till/service)");
        assertThat(report.services())
                .extracting(ServiceResult::module)
                .containsExactly("stock/service", "till/service");
        assertThat(cell(report, "Api (till/service)", "unit-tests").verdict()).isEqualTo(Verdict.MET);
        assertThat(cell(report, "Api (stock/service)", "unit-tests").verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void what_one_module_lacks_is_not_made_good_by_the_other() {
        project.main("till/service", controller("till", "Till"))
                .main("stock/service", controller("stock", "Stock"))
                .test("till/service", test("till", "Till"))
                .test("stock/service", test("stock", "Stock"))
                .passed("till/service", "surefire", "com.acme.till.TillTest", "totals");

        Report report = Audit.of(temp, false);

        assertThat(cell(report, "Till", "unit-tests").verdict()).isEqualTo(Verdict.MET);
        assertThat(cell(report, "Stock", "unit-tests").verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void readiness_classes_of_one_name_judge_their_own_modules() {
        String requirements = UNIT_TESTS_OF_ALL + " @RequireCoverage(line = 0.5)";
        project.main("till/service", controller("shared", "Api"))
                .main("stock/service", controller("shared", "Api").replace("return 6", "return 3 + 4"))
                .test("till/service", test("shared", "Api"), readiness("shared", "Shop", requirements))
                .test("stock/service", readiness("shared", "Shop", requirements))
                .passed("till/service", "surefire", "com.acme.shared.ApiTest", "totals")
                .executed("till/service", "com.acme.shared.ApiTest", "com.acme.shared.Api");

        Report report = Audit.of(temp, false);

        assertThat(report.services())
                .extracting(ServiceResult::label)
                .containsExactlyInAnyOrder("Api (stock/service)", "Api (till/service)");
        assertThat(cell(report, "Api (till/service)", "unit-tests").verdict()).isEqualTo(Verdict.MET);
        assertThat(cell(report, "Api (till/service)", "coverage").verdict()).isEqualTo(Verdict.MET);
        assertThat(cell(report, "Api (stock/service)", "unit-tests").verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(cell(report, "Api (stock/service)", "coverage").verdict()).isNotEqualTo(Verdict.MET);
        assertThat(report.codebase()).extracting(PracticeResult::found).doesNotHaveDuplicates();
    }

    @Test
    void a_readiness_class_hides_none_of_that_name_in_a_module_that_it_uses() {
        pom(
                "stock",
                "<dependencies><dependency><groupId>com.acme.till</groupId><artifactId>service</artifactId><version>1</version></dependency></dependencies>");
        project.main("till/service", controller("till", "Till"))
                .main("stock/service", controller("stock", "Stock"))
                .test(
                        "till/service",
                        readiness("shared", "Shop", UNIT_TESTS_OF_ALL.replace("com.acme", "com.acme.till")))
                .test("stock/service", readiness("shared", "Shop", UNIT_TESTS_OF_ALL));

        Report report = Audit.of(temp, false);

        assertThat(report.services())
                .extracting(ServiceResult::label)
                .containsExactlyInAnyOrder(
                        "Till (ShopReadinessTest in till/service)",
                        "Till (ShopReadinessTest in stock/service)",
                        "Stock");
    }
}
