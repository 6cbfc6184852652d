package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.require.Requirements;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestsEnabledTest {
    private static final Service ORDERS = Build.service("com.acme.OrderController");
    private static final Requirements REQUIREMENTS = Requirements.of(Set.of(TestsEnabledCheck.PRACTICE));

    private static PracticeResult disabled(String annotation, String reason, boolean conditional) {
        return new Build()
                .with(ORDERS)
                .test("com.acme.OrderControllerTest", TestKind.UNIT)
                .links(ORDERS, Link.Strength.LINKED)
                .disabled(annotation, reason, conditional)
                .add()
                .row(REQUIREMENTS, TestsEnabledCheck.PRACTICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHOP-123",
                "waits for #77",
                "until 2026-11-23: the new tax table",
                "see https://tracker.example/9",
                "until 2027-01-01"
            })
    void a_reason_with_a_ticket_or_a_date_to_come_holds(String reason) {
        assertThat(disabled("Disabled", reason, false).verdict()).isEqualTo(Verdict.MET);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                          | without a reason
                    flaky                       | neither a ticket nor a date
                    until 2026-11-22            | which is past
                    until 2026-13-45            | which is not a date
                    SHOP-1 until 2020-01-01     | which is past
                    """)
    void any_other_reason_does_not(String reason, String fault) {
        PracticeResult row = disabled("Disabled", reason, false);

        assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(row.found()).contains("OrderControllerTest.java:7", fault);
    }

    @Test
    void a_test_that_depends_on_its_environment_is_not_a_disabled_one() {
        assertThat(disabled("DisabledForJreRange", "", true).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void a_disabled_test_of_no_service_shows_in_a_row_of_the_code_base() {
        Build build = new Build()
                .with(ORDERS)
                .test("com.acme.SmokeTest", TestKind.UNIT)
                .disabled("Disabled", "", false)
                .add();

        assertThat(build.codebaseRow(REQUIREMENTS, "tests-enabled").verdict()).isEqualTo(Verdict.VIOLATED);
    }
}
