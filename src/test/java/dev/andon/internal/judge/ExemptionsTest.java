package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.frameworks.Route;
import dev.andon.internal.require.Requirements;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExemptionsTest {
    private static final Service ORDERS = Build.service("com.acme.web.OrderController", new Route("POST", "/orders"));

    private static Requirements exempting(String service, String inPackage) {
        return Requirements.of(Set.of(UnitTestsCheck.PRACTICE))
                .withExemptions(List.of(new Requirements.Exemption(
                        UnitTestsCheck.PRACTICE, service, inPackage, "controllers only delegate", "shop-team")));
    }

    private static Build untested() {
        return new Build()
                .with(ORDERS)
                .test("com.acme.OtherTest", TestKind.UNIT)
                .add();
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.web.OrderController, ''",
        "OrderController, ''",
        "POST /orders, ''",
        "'', com.acme.web",
        "'', com.acme"
    })
    void a_service_is_exempt_with_reason_and_owner(String service, String inPackage) {
        Requirements requirements = exempting(service, inPackage);
        PracticeResult result = untested().row(requirements, UnitTestsCheck.PRACTICE);

        assertThat(result.verdict()).isEqualTo(Verdict.EXEMPT);
        assertThat(result.found()).contains("controllers only delegate", "shop-team");
        assertThat(untested().judge(requirements).fails()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"com.acme.web.Other, ''", "'', com.acme.we", "PUT /orders, ''"})
    void an_exemption_that_matches_no_service_is_a_violation(String service, String inPackage) {
        Requirements requirements = exempting(service, inPackage);

        assertThat(untested().row(requirements, UnitTestsCheck.PRACTICE).verdict())
                .isEqualTo(Verdict.VIOLATED);
        PracticeResult ofExemptions = untested().codebaseRow(requirements, "exemptions");
        assertThat(ofExemptions.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(ofExemptions.found()).contains("@ExemptPractice(practices = \"unit-tests\"");
    }

    @Test
    void a_service_that_would_meet_the_practice_is_exempt_and_not_met() {
        Build tested = new Build()
                .with(ORDERS)
                .test("com.acme.OrderControllerTest", TestKind.UNIT)
                .links(ORDERS, dev.andon.internal.evidence.Link.Strength.LINKED)
                .add();

        assertThat(tested.row(Requirements.of(Set.of(UnitTestsCheck.PRACTICE)), UnitTestsCheck.PRACTICE)
                        .verdict())
                .isEqualTo(Verdict.MET);
        assertThat(tested.row(exempting("OrderController", ""), UnitTestsCheck.PRACTICE)
                        .verdict())
                .isEqualTo(Verdict.EXEMPT);
    }

    @Test
    void an_exemption_of_one_practice_leaves_the_others() {
        Requirements both = exempting("OrderController", "")
                .withPractices(Set.of(UnitTestsCheck.PRACTICE, IntegrationTestsCheck.PRACTICE));

        assertThat(untested().row(both, IntegrationTestsCheck.PRACTICE).verdict())
                .isEqualTo(Verdict.VIOLATED);
    }
}
