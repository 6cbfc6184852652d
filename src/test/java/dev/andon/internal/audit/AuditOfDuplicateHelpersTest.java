package dev.andon.internal.audit;

import static dev.andon.testing.Sources.UNIT_TESTS_OF_ALL;
import static dev.andon.testing.Sources.cell;
import static dev.andon.testing.Sources.controller;
import static dev.andon.testing.Sources.readiness;
import static dev.andon.testing.Sources.test;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Verdict;
import dev.andon.internal.judge.Report;
import dev.andon.testing.BuiltProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two modules hold a plain class {@code com.acme.shared.Support} each: one tests Till, the other tests Stock. */
class AuditOfDuplicateHelpersTest {
    private static final String DEPENDENCY =
            "<dependency><groupId>com.acme</groupId><artifactId>%s</artifactId><version>1</version></dependency>";

    @TempDir
    Path temp;

    /** A helper that a module keeps among its production classes, and that calls a service and asserts. */
    private static String support(String service) {
        return """
                package com.acme.shared;
                public class Support {
                    public static void check() {
                        org.junit.jupiter.api.Assertions.assertEquals(6, new com.acme.%s().total());
                    }
                }
                """.formatted(service);
    }

    private static String testBySupport(String module, String name) {
        return """
                package com.acme.%s;
                class %sTest { @org.junit.jupiter.api.Test void totals() { com.acme.shared.Support.check(); } }
                """.formatted(module, name);
    }

    private BuiltProject twoHelpers() {
        return BuiltProject.twoModules(temp)
                .main("till", controller("till", "Till"), support("till.Till"))
                .main("stock", controller("stock", "Stock"), support("stock.Stock"));
    }

    private Report thirdModule(String inside) {
        BuiltProject project = twoHelpers()
                .pom(
                        "",
                        "<packaging>pom</packaging><modules><module>till</module><module>stock</module>"
                                + "<module>beside</module></modules>")
                .pom("beside", inside)
                .main("beside", controller("beside", "Beside"))
                .test("beside", testBySupport("beside", "All"))
                .passed("beside", "surefire", "com.acme.beside.AllTest", "totals");
        assertThat(project.folder()).isEqualTo(temp);
        return Audit.of(temp, false);
    }

    private static Verdict unitTests(Report report, String service) {
        return cell(report, service, "unit-tests").verdict();
    }

    @Test
    void tests_run_the_helper_of_their_own_module() {
        twoHelpers()
                .test("stock", testBySupport("stock", "Some"))
                .passed("stock", "surefire", "com.acme.stock.SomeTest", "totals");

        Report report = Audit.of(temp, false);

        assertThat(unitTests(report, "Stock")).isEqualTo(Verdict.MET);
        assertThat(unitTests(report, "Till")).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void so_they_do_where_one_readiness_class_judges_both() {
        twoHelpers()
                .test("till", testBySupport("till", "Some"), readiness("till", "Shop", UNIT_TESTS_OF_ALL))
                .passed("till", "surefire", "com.acme.till.SomeTest", "totals");

        Report report = Audit.of(temp, false);

        assertThat(unitTests(report, "Till")).isEqualTo(Verdict.MET);
        assertThat(unitTests(report, "Stock")).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void tests_of_a_third_module_run_the_helper_that_comes_first_on_their_class_path() {
        Report report = thirdModule(
                "<dependencies>" + DEPENDENCY.formatted("stock") + DEPENDENCY.formatted("till") + "</dependencies>");

        assertThat(unitTests(report, "Stock")).isEqualTo(Verdict.MET);
        assertThat(unitTests(report, "Till")).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void where_the_class_path_is_unknown_both_are_undecided() {
        Report report = thirdModule("<parent><groupId>com.acme</groupId><artifactId>nowhere</artifactId>"
                + "<version>1</version></parent>");

        assertThat(unitTests(report, "Stock")).isEqualTo(Verdict.UNDECIDED);
        assertThat(unitTests(report, "Till")).isEqualTo(Verdict.UNDECIDED);
        assertThat(cell(report, "Till", "unit-tests").finding()).isEqualTo("several-classes");
    }

    @Test
    void helpers_that_do_the_same_leave_nothing_undecided() {
        BuiltProject.twoModules(temp)
                .pom(
                        "",
                        "<packaging>pom</packaging><modules><module>till</module><module>stock</module>"
                                + "<module>beside</module></modules>")
                .pom("beside", "")
                .main("till", controller("till", "Till"), support("till.Till"))
                .main("stock", controller("till", "Till").replace("Till", "Other"))
                .main("stock", support("till.Till").replace("assertEquals(6,", "assertEquals(3 + 3,"))
                .test("beside", testBySupport("beside", "All"))
                .passed("beside", "surefire", "com.acme.beside.AllTest", "totals");

        Report report = Audit.of(temp, false);

        assertThat(unitTests(report, "Till")).isEqualTo(Verdict.MET);
    }

    @Test
    void a_service_behind_a_class_of_another_module_is_not_reached() {
        String passing = """
                package com.acme.shared; public class Passing { public static int on() { return %s; } }
                """;
        String inner = """
                package com.acme.till;
                @org.springframework.stereotype.Service
                public class Ledger { public int total() { return 6; } }
                """;
        BuiltProject.twoModules(temp)
                .main(
                        "till",
                        inner,
                        controller("till", "Till"),
                        passing.formatted("new com.acme.till.Ledger().total()"))
                .main("stock", controller("stock", "Stock").replace("return 6", "return com.acme.shared.Passing.on()"))
                .main("stock", passing.formatted("6"))
                .test("stock", test("stock", "Stock"))
                .passed("stock", "surefire", "com.acme.stock.StockTest", "totals");

        Report report = Audit.of(temp, false);

        assertThat(unitTests(report, "Stock")).isEqualTo(Verdict.MET);
        assertThat(unitTests(report, "Ledger")).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void a_copy_of_the_service_among_the_test_classes_is_not_the_service() {
        BuiltProject.twoModules(temp)
                .main("till", controller("till", "Till"))
                .main("stock", controller("stock", "Stock"))
                .test("till", "package com.acme.till; public class Till { public int total() { return 6; } }")
                .test("till", test("till", "Till"))
                .test("stock", test("stock", "Stock"))
                .passed("till", "surefire", "com.acme.till.TillTest", "totals")
                .passed("stock", "surefire", "com.acme.stock.StockTest", "totals");

        Report report = Audit.of(temp, false);

        assertThat(unitTests(report, "Till")).isEqualTo(Verdict.VIOLATED);
        assertThat(unitTests(report, "Stock")).isEqualTo(Verdict.MET);
    }
}
