package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.require.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeoutsSetTest {
    private static final Service ORDERS = Build.service("com.acme.OrderController");
    private static final Requirements REQUIREMENTS = Requirements.of(Set.of(TimeoutsSetCheck.PRACTICE));

    private static Build.TestOf testOfOrders(Build build, String name) {
        return build.test(name, TestKind.UNIT).links(ORDERS, Link.Strength.LINKED);
    }

    private static Build limited() {
        return testOfOrders(new Build().with(ORDERS), "com.acme.OrderTest")
                .timeLimited()
                .add();
    }

    private static PracticeResult ofOrders(Build build) {
        return build.row(REQUIREMENTS, TimeoutsSetCheck.PRACTICE);
    }

    @Test
    void a_service_whose_tests_all_have_a_timeout_meets_it() {
        PracticeResult result = ofOrders(limited());

        assertThat(result.verdict()).isEqualTo(Verdict.MET);
        assertThat(result.found()).isEqualTo("1 test has a timeout");
    }

    @Test
    void one_test_without_a_timeout_violates_it_and_is_named() {
        PracticeResult result =
                ofOrders(testOfOrders(limited(), "com.acme.SlowTest").add());

        assertThat(result.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(result.found()).isEqualTo("SlowTest.works (SlowTest.java:8) has no timeout");
        assertThat(result.fix()).contains("@Timeout", "junit.jupiter.execution.timeout.default", "@Test(timeout = …)");
    }

    @Test
    void a_disabled_test_needs_none_but_one_that_depends_on_its_environment_does() {
        assertThat(ofOrders(testOfOrders(limited(), "com.acme.SlowTest")
                                .disabled("Disabled", "SHOP-1", false)
                                .add())
                        .verdict())
                .isEqualTo(Verdict.MET);
        assertThat(ofOrders(testOfOrders(limited(), "com.acme.SlowTest")
                                .disabled("DisabledOnOs", "", true)
                                .add())
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void it_does_not_apply_to_a_service_without_tests() {
        assertThat(ofOrders(new Build().with(ORDERS)).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void a_test_of_no_service_is_judged_for_the_code_base() {
        Build build = limited().test("com.acme.SmokeTest", TestKind.UNIT).add();

        assertThat(ofOrders(build).verdict()).isEqualTo(Verdict.MET);
        assertThat(build.codebaseRow(REQUIREMENTS, "timeouts-set").verdict()).isEqualTo(Verdict.VIOLATED);
    }

    /** A canary and two tests, one of each JUnit, none of which tests a service. */
    private static Optional<PracticeResult> ofCodeBase(Path folder, String onFive, String onFour, String settings)
            throws IOException {
        CanaryBuild build = CanaryBuild.in(folder)
                .shop()
                .test(
                        "shop",
                        CanaryBuild.good("PlaceCanary"),
                        "package com.acme; " + onFive
                                + " class FiveTest { @org.junit.jupiter.api.Test void five() {} }",
                        "package com.acme; public class FourTest { @org.junit.Test" + onFour
                                + " public void four() {} }");
        Files.writeString(folder.resolve("shop/target/test-classes/junit-platform.properties"), settings);
        return build.codebaseRow(TimeoutsSetCheck.PRACTICE);
    }

    @Test
    void compiled_tests_of_both_junits_are_judged_and_canaries_are_not(@TempDir Path temp) throws IOException {
        String timeout = "@org.junit.jupiter.api.Timeout(5)";
        String global = "junit.jupiter.execution.timeout.default = 30 s";

        assertThat(ofCodeBase(temp.resolve("annotated"), timeout, "(timeout = 500)", ""))
                .hasValueSatisfying(result -> assertThat(result.found()).isEqualTo("2 tests have a timeout"));
        assertThat(ofCodeBase(temp.resolve("default"), "", "(timeout = 500)", global))
                .hasValueSatisfying(result -> assertThat(result.verdict()).isEqualTo(Verdict.MET));
        assertThat(ofCodeBase(temp.resolve("five"), "", "(timeout = 500)", ""))
                .hasValueSatisfying(result ->
                        assertThat(result.found()).startsWith("FiveTest.five").endsWith("has no timeout"));
        assertThat(ofCodeBase(temp.resolve("four"), "", "", global))
                .hasValueSatisfying(result ->
                        assertThat(result.found()).startsWith("FourTest.four").endsWith("has no timeout"));
    }
}
