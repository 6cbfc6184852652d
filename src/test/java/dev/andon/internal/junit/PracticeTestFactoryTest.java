package dev.andon.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.Evidence;
import dev.andon.Level;
import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.Verdict;
import dev.andon.internal.assess.Settings;
import dev.andon.internal.judge.Report;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

class PracticeTestFactoryTest {

    private static DynamicTest onlyTest(Verdict verdict, String label, String found) {
        PracticeResult result =
                new PracticeResult("tests-enabled", verdict, Evidence.NONE, List.of(), "disabled", found, "fix it");
        ServiceResult service = new ServiceResult("com.acme.Api", label, "shop", List.of(result));
        Report report = new Report(
                "com.acme.ShopReadinessTest",
                Level.TESTED,
                List.of(service),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return PracticeTestFactory.of(report, new Settings(true, false, false))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void text_of_the_project_cannot_control_the_terminal() {
        DynamicTest violated = onlyTest(Verdict.VIOLATED, "Api\u001b[2K", "reason \u001b[2Kall met");

        assertThat(violated.getDisplayName()).isEqualTo("Api\\u001b[2K: tests-enabled");
        assertThatThrownBy(() -> violated.getExecutable().execute())
                .hasMessageContaining("reason \\u001b[2Kall met")
                .hasMessageNotContaining("\u001b");
        DynamicTest waived = onlyTest(Verdict.WAIVED, "Api", "until \u001b[0m2027");
        assertThatThrownBy(() -> waived.getExecutable().execute()).hasMessage("until \\u001b[0m2027");
    }
}
