package dev.andon.internal.tell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Verdict;
import dev.andon.internal.judge.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class BadgeTest {

    private static Badge badge(Verdict... verdicts) {
        return Badge.of(SampleReport.of(List.of(SampleReport.service("Orders", verdicts))), true);
    }

    @Test
    void says_the_level_what_fails_or_that_nothing_was_checked() {
        assertThat(badge(Verdict.MET).json())
                .isEqualTo(
                        "{\"schemaVersion\":1,\"label\":\"readiness\",\"message\":\"OPERABLE\",\"color\":\"success\"}\n");
        assertThat(badge(Verdict.VIOLATED, Verdict.UNDECIDED).message()).isEqualTo("2 failing");
        assertThat(badge(Verdict.UNDECIDED).message()).isEqualTo("1 undecided");
        assertThat(Badge.of(Report.empty("", List.of()), true).message()).isEqualTo("not checked");
        assertThat(Badge.of(SampleReport.shop(), false).message()).isEqualTo("not checked");
    }

    @Test
    void is_drawn_with_its_words() {
        assertThat(badge(Verdict.VIOLATED).svg())
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .contains("aria-label=\"readiness: 1 failing\"", ">1 failing</text>");
    }
}
