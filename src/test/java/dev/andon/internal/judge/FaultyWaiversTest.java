package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.PracticeResult;
import dev.andon.TestKind;
import dev.andon.Verdict;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.require.Requirements;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said of a waiver that has a fault, and how to fix it. */
class FaultyWaiversTest {
    private static final Service ORDERS = Build.service("com.acme.OrderController");

    private static Requirements.Waiver waiver(String service, LocalDate until) {
        return new Requirements.Waiver(
                IntegrationTestsCheck.PRACTICE, service, List.of(), "retired in Q2", "shop-team", until);
    }

    private static Requirements waiving(Requirements.Waiver... waivers) {
        return Requirements.of(Set.of(IntegrationTestsCheck.PRACTICE)).withWaivers(List.of(waivers));
    }

    private static Build untested() {
        return new Build()
                .with(ORDERS)
                .test("com.acme.OtherTest", TestKind.UNIT)
                .add();
    }

    private static Build tested() {
        return new Build()
                .with(ORDERS)
                .test("com.acme.OrderControllerIT", TestKind.INTEGRATION)
                .links(ORDERS, Link.Strength.LINKED)
                .add();
    }

    private static PracticeResult row(Build build, Requirements.Waiver... waivers) {
        return build.codebaseRow(waiving(waivers), "waivers");
    }

    @Test
    void a_renewed_waiver_counts_in_any_order_and_the_expired_one_is_to_be_removed() {
        Requirements.Waiver expired = waiver("OrderController", Build.TODAY.minusDays(1));
        Requirements.Waiver renewed = waiver("OrderController", Build.TODAY.plusDays(1));

        Stream.of(waiving(expired, renewed), waiving(renewed, expired)).forEach(requirements -> {
            assertThat(untested()
                            .row(requirements, IntegrationTestsCheck.PRACTICE)
                            .verdict())
                    .isEqualTo(Verdict.WAIVED);
            PracticeResult row = untested().codebaseRow(requirements, "waivers");
            assertThat(row.verdict()).isEqualTo(Verdict.VIOLATED);
            assertThat(row.found()).contains("expired on 2026-11-22").doesNotContain("not needed");
            assertThat(row.fix()).isEqualTo("remove the waiver that expired: a later one exists");
        });
    }

    @Test
    void a_waiver_that_nothing_needs_is_to_be_removed_and_no_more() {
        PracticeResult row = row(tested(), waiver("OrderController", Build.TODAY));

        assertThat(row.found()).contains("is not needed");
        assertThat(row.fix())
                .isEqualTo(
                        "remove it: a result in the baseline needs no waiver, and one that names several tests needs a waiver for each");
    }

    @Test
    void an_expired_waiver_leaves_the_choice() {
        assertThat(row(untested(), waiver("OrderController", Build.TODAY.minusDays(1)))
                        .fix())
                .contains("fix what was waived", "agree on a new date");
    }

    @Test
    void a_name_with_a_typing_error_is_told_from_a_waiver_that_nothing_needs() {
        PracticeResult row = row(untested(), waiver("OrderControler", Build.TODAY));

        assertThat(row.found()).contains("there is no service of that name").doesNotContain("not needed");
        assertThat(row.fix()).isEqualTo("did you mean OrderController?");
    }

    @Test
    void a_class_that_is_no_service_is_told_the_services_there_are() {
        PracticeResult row = row(untested(), waiver("com.acme.warehouse.Shelf", Build.TODAY));

        assertThat(row.found()).contains("there is no service of that name");
        assertThat(row.fix()).isEqualTo("name one of OrderController, or remove it");
    }
}
