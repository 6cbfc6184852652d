package dev.andon.internal.audit;

import static dev.andon.testing.Sources.UNIT_TESTS_OF_ALL;
import static dev.andon.testing.Sources.cell;
import static dev.andon.testing.Sources.controller;
import static dev.andon.testing.Sources.readiness;
import static dev.andon.testing.Sources.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.Verdict;
import dev.andon.internal.judge.Report;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditOfReadinessClassesTest {
    private static final String UNIT = "@OperationalReadiness(level = Level.NONE) @RequireTests(kind = TestKind.UNIT)";

    @TempDir
    Path temp;

    private BuiltProject project;

    @BeforeEach
    void twoModules() {
        project = BuiltProject.twoModules(temp);
    }

    private void service(String module, String name, String... tests) {
        project.main(module, controller(module, name)).test(module, tests);
    }

    @Test
    void each_module_is_judged_by_its_own_readiness_class_in_one_report() {
        service("till", "Till", test("till", "Till"), readiness("till", "Till", UNIT));
        service("stock", "Stock", readiness("stock", "Stock", "@OperationalReadiness"));
        project.passed("till", "surefire", "com.acme.till.TillTest", "totals");

        Report report = Audit.of(temp, false);

        assertThat(report.services()).extracting(ServiceResult::label).containsExactly("Stock", "Till");
        assertThat(cell(report, "Till", "unit-tests").verdict()).isEqualTo(Verdict.MET);
        assertThat(cell(report, "Stock", "unit-tests").verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(cell(report, "Stock", "integration-tests").verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(report.services().get(1).practices())
                .extracting(PracticeResult::id)
                .containsExactly("unit-tests");
        assertThat(report.readinessClass())
                .isEqualTo("com.acme.stock.StockReadinessTest, com.acme.till.TillReadinessTest");
        assertThat(report.codebase()).singleElement().satisfies(row -> assertThat(row.found())
                .startsWith("StockReadinessTest: this build has no test class"));
        assertThat(report.notes())
                .anySatisfy(note -> assertThat(note).startsWith("TillReadinessTest: "))
                .noneSatisfy(note -> assertThat(note).contains("no readiness class"));
    }

    @Test
    void twins_in_two_modules_are_told_apart_and_judged_by_their_own_module() {
        service("till", "Api", test("till", "Api"), readiness("till", "Till", UNIT_TESTS_OF_ALL));
        service("stock", "Api", readiness("stock", "Stock", UNIT_TESTS_OF_ALL));
        project.passed("till", "surefire", "com.acme.till.ApiTest", "totals");

        Report report = Audit.of(temp, false);

        assertThat(report.services()).extracting(ServiceResult::label).containsExactly("Api (stock)", "Api (till)");
        assertThat(cell(report, "Api (till)", "unit-tests").verdict()).isEqualTo(Verdict.MET);
        assertThat(cell(report, "Api (stock)", "unit-tests").verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void a_service_that_no_readiness_class_asks_for_is_noted() {
        service("till", "Till", readiness("till", "Till", UNIT));
        service("stock", "Stock", test("stock", "Stock"));

        Report report = Audit.of(temp, false);

        assertThat(report.services()).extracting(ServiceResult::label).containsExactly("Till");
        assertThat(report.notes()).anySatisfy(note -> assertThat(note)
                .contains("1 service is judged by no readiness class: com.acme.stock.Stock (module stock)"));
    }

    @Test
    void two_in_one_module_share_no_package_or_are_misuse() {
        project.main("till", controller("till", "Till"), controller("stock", "Stock"))
                .test("till", readiness("till", "Till", UNIT), readiness("stock", "Stock", UNIT));

        assertThat(Audit.of(temp, false).services())
                .extracting(ServiceResult::label)
                .containsExactly("Stock", "Till");

        project.test("till", readiness("stock", "Stock", "@OperationalReadiness(packages = \"com.acme\")"));
        assertThatThrownBy(() -> Audit.of(temp, false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("there are 2 readiness classes")
                .hasMessageContaining("TillReadinessTest");
    }

    @Test
    void one_alone_judges_the_tests_of_all_modules() {
        service("till", "Till", readiness("till", "Till", "@OperationalReadiness(packages = \"com.acme.till\")"));
        project.test("stock", test("till", "Till")).passed("stock", "surefire", "com.acme.till.TillTest", "totals");

        assertThat(cell(Audit.of(temp, false), "Till", "unit-tests").verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void of_several_each_sees_the_modules_that_its_own_depends_on() {
        service("till", "Till", readiness("till", "Till", UNIT_TESTS_OF_ALL));
        service("stock", "Stock", readiness("stock", "Stock", UNIT_TESTS_OF_ALL));
        project.pom("stock", """
                <dependencies><dependency><groupId>com.acme</groupId><artifactId>till</artifactId><version>1</version>
                </dependency></dependencies>""");

        assertThat(Audit.of(temp, false).services())
                .extracting(ServiceResult::label)
                .containsExactly("Stock", "Till (StockReadinessTest)", "Till (TillReadinessTest)");
    }
}
