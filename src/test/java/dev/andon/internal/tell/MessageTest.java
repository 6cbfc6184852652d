package dev.andon.internal.tell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Evidence;
import dev.andon.Level;
import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.Verdict;
import dev.andon.internal.judge.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {

    private static PracticeResult row(String id, Verdict verdict) {
        return new PracticeResult(id, verdict, Evidence.NONE, List.of(), "no-test", "nothing for " + id, "write it");
    }

    @Test
    void what_fails_is_told_row_by_row_and_what_holds_is_not() {
        ServiceResult orders = new ServiceResult(
                "com.acme.OrderController",
                "OrderController",
                "shop",
                List.of(row("unit-tests", Verdict.MET), row("integration-tests", Verdict.VIOLATED)));
        Report report = new Report(
                "",
                Level.NONE,
                List.of(orders),
                List.of(),
                List.of(row("pyramid", Verdict.UNDECIDED)),
                List.of(),
                List.of());

        assertThat(Message.ofFailing(report))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("OrderController: integration-tests: nothing for integration-tests\n")
                                .contains(
                                        "service:  com.acme.OrderController (module shop)",
                                        "practice: integration-tests (violated)",
                                        "fix:      write it",
                                        "/docs/practices/integration-tests.md"),
                        second -> assertThat(second)
                                .startsWith("codebase: pyramid: nothing for pyramid\n")
                                .contains("pyramid (undecided)"));
    }
}
