package dev.andon.internal.tell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Evidence;
import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.Verdict;
import dev.andon.internal.judge.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {

    private static PracticeResult row(String id, Verdict verdict) {
        return new PracticeResult(id, verdict, Evidence.NONE, List.of(), "nothing for " + id, "write it");
    }

    @Test
    void what_fails_is_told_row_by_row_and_what_holds_is_not() {
        ServiceResult orders = new ServiceResult(
                "com.acme.OrderController",
                "OrderController",
                "shop",
                List.of(row("unit-tests", Verdict.MET), row("integration-tests", Verdict.VIOLATED)));
        Report report = new Report("", List.of(orders), List.of(row("pyramid", Verdict.UNDECIDED)), List.of());

        assertThat(Message.ofFailing(report))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("OrderController: integration-tests violated")
                                .contains("found:    nothing for integration-tests", "fix:      write it"),
                        second -> assertThat(second).startsWith("codebase: pyramid undecided"));
    }
}
