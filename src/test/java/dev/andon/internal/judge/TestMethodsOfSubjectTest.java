package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.Execution;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.require.Practice;
import dev.andon.internal.require.Requirements;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a test method is said once: for the services that this method reaches, or for the code base. */
class TestMethodsOfSubjectTest {
    private static final Service ORDERS = Build.service("com.acme.OrderController");
    private static final Service STOCK = Build.service("com.acme.StockController");

    static Stream<Practice> practices() {
        return Stream.of(TestsAssertCheck.PRACTICE, TestsEnabledCheck.PRACTICE, TimeoutsSetCheck.PRACTICE);
    }

    private static Report judge(Build build, Practice practice) {
        return build.judge(Requirements.of(Set.of(practice)));
    }

    /** A test class whose methods all have the fault that the practice is about. */
    private static Build.TestOf faulty(Build build, Practice practice, String... methods) {
        Build.TestOf test = build.test("com.acme.ShopTest", TestKind.UNIT).methods(methods);
        return practice.equals(TestsAssertCheck.PRACTICE)
                ? test.asserts(false)
                : practice.equals(TestsEnabledCheck.PRACTICE) ? test.disabled("Disabled", "", false) : test;
    }

    private static List<String> blamed(Report report) {
        return Stream.concat(
                        report.services().stream()
                                .filter(service -> service.practices().stream()
                                        .anyMatch(result -> result.verdict() == Verdict.VIOLATED))
                                .map(ServiceResult::label),
                        report.codebase().stream()
                                .filter(result -> result.verdict() == Verdict.VIOLATED)
                                .map(result -> "codebase"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("practices")
    void only_the_service_that_the_method_reaches_is_blamed(Practice practice) {
        Build build = new Build().with(ORDERS).with(STOCK);
        faulty(build, practice, "buys")
                .links(ORDERS, Link.Strength.LINKED, "buys")
                .links(STOCK, Link.Strength.LINKED, "restocks")
                .add();

        assertThat(blamed(judge(build, practice))).containsExactly("OrderController");
    }

    @ParameterizedTest
    @MethodSource("practices")
    void a_method_that_reaches_none_of_several_services_is_told_of_the_code_base_and_never_lost(Practice practice) {
        Build build = new Build().with(ORDERS).with(STOCK);
        faulty(build, practice, "other")
                .links(ORDERS, Link.Strength.LINKED, "buys")
                .links(STOCK, Link.Strength.LINKED, "restocks")
                .add();

        assertThat(blamed(judge(build, practice))).containsExactly("codebase");
    }

    @ParameterizedTest
    @MethodSource("practices")
    void a_class_of_one_service_is_that_services_whatever_its_methods_reach(Practice practice) {
        Build build = new Build().with(ORDERS).with(STOCK);
        faulty(build, practice, "other")
                .links(ORDERS, Link.Strength.LINKED, "buys")
                .links(STOCK, Link.Strength.MOCK_ONLY)
                .runs(STOCK, Execution.Depth.WIRED, 0)
                .add();

        assertThat(blamed(judge(build, practice))).containsExactly("OrderController");
    }

    @ParameterizedTest
    @MethodSource("practices")
    void a_class_that_only_mocks_a_service_is_not_that_services(Practice practice) {
        Build build = new Build().with(STOCK);
        faulty(build, practice, "other").links(STOCK, Link.Strength.MOCK_ONLY).add();

        assertThat(blamed(judge(build, practice))).containsExactly("codebase");
    }

    @Test
    void an_annotation_that_disables_a_class_is_one_fault() {
        Build build = new Build().with(ORDERS);
        faulty(build, TestsEnabledCheck.PRACTICE, "buys", "sells", "returns")
                .links(ORDERS, Link.Strength.LINKED)
                .add();

        PracticeResult result = judge(build, TestsEnabledCheck.PRACTICE)
                .services()
                .get(0)
                .practices()
                .get(0);
        assertThat(result.finding()).isEqualTo("no-reason");
        assertThat(result.found()).isEqualTo("ShopTest (@Disabled at ShopTest.java:7) is disabled without a reason");
        assertThat(result.tests()).hasSize(3);
    }

    @Test
    void a_test_of_a_context_that_starts_has_a_fix_of_its_own() {
        Build build = new Build().with(ORDERS);
        faulty(build, TestsAssertCheck.PRACTICE, "starts", "contextLoads")
                .startsOnly()
                .add();

        PracticeResult result = judge(build, TestsAssertCheck.PRACTICE).codebase().stream()
                .filter(one -> one.id().equals("tests-assert"))
                .findFirst()
                .orElseThrow();
        assertThat(result.finding()).isEqualTo("asserts-nothing,context-loads");
        assertThat(result.fix()).contains("health endpoint");
        assertThat(result.tests()).containsExactly("com.acme.ShopTest.contextLoads", "com.acme.ShopTest.starts");
    }
}
