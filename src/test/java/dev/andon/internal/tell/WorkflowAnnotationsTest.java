package dev.andon.internal.tell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Verdict;
import dev.andon.internal.formats.PastBuild;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkflowAnnotationsTest {

    @Test
    void each_failure_is_one_command_at_its_place() {
        List<String> lines = WorkflowAnnotations.of(SampleReport.shop(), BuildHistory.NONE);

        assertThat(lines.get(0))
                .startsWith("::error file=src/test/java/com/acme/shop/OrderControllerIT.java,line=20,"
                        + "title=OrderController%3A integration-tests::no test sends")
                .contains("%0AFix: write a test");
        assertThat(lines).anyMatch(line -> line.startsWith("::warning title=PaymentController%3A integration-tests::"));
    }

    @Test
    void outside_text_begins_no_command_of_its_own() {
        String outside = "100%\n::add-mask::x\r\n::error::y,z:\u001b";
        List<String> lines = WorkflowAnnotations.of(
                SampleReport.of(List.of(new dev.andon.ServiceResult(
                        outside,
                        outside,
                        outside,
                        List.of(SampleReport.result("unit-tests", Verdict.VIOLATED, outside, outside))))),
                BuildHistory.NONE);

        assertThat(lines).singleElement().satisfies(line -> assertThat(line)
                .doesNotContain("\n", "\r", "\u001b")
                .contains("title=100%25\\u000a%3A%3Aadd-mask", "::100%25%0A::add-mask"));
    }

    @Test
    void new_failures_come_first_where_only_ten_are_shown() {
        var report = SampleReport.many(40, 2);
        Set<String> known = FailureCauses.failures(report).stream()
                .filter(failure -> !failure.label().equals("Service33"))
                .flatMap(failure -> failure.keys().stream())
                .collect(java.util.stream.Collectors.toSet());
        var history = new BuildHistory(List.of(new PastBuild(Instant.EPOCH, "", Map.of(), known)));

        assertThat(FailureCauses.failures(report))
                .anyMatch(failure -> failure.label().equals("Service33"));
        assertThat(WorkflowAnnotations.of(report, history)).hasSizeLessThanOrEqualTo(10);
        assertThat(WorkflowAnnotations.of(report, history).get(0)).contains("title=Service33%3A");
    }
}
