package dev.andon.internal.tell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Verdict;
import dev.andon.internal.judge.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    @Test
    void names_and_reasons_are_text_whatever_they_hold() {
        String html = HtmlReport.of(SampleReport.hostile());

        assertThat(html)
                .doesNotContain("<script>alert", "onerror=\"", "\u001b", "\u202e", "</template><img")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "\\u001b[31m", "\\u202e");
    }

    @Test
    void needs_no_network_and_says_so_to_the_browser() {
        String html = HtmlReport.of(SampleReport.shop());

        assertThat(html).contains("default-src 'none'", "script-src 'sha256-");
        assertThat(html.replaceAll("<a [^>]*>", "")).doesNotContain("src=", "http://", "@import", "url(");
    }

    @Test
    void every_cell_leads_to_the_details_of_its_result() {
        String html = HtmlReport.of(SampleReport.shop());

        assertThat(html)
                .contains("href=\"#OrderController/integration-tests\"")
                .contains("<article data-id=\"OrderController/integration-tests\">")
                .contains("src/main/java/com/acme/shop/OrderController.java:12");
        SampleReport.shop().results().forEach(result -> assertThat(html).contains("/" + result.id() + "\""));
    }

    @Test
    void the_first_screen_says_the_state_and_the_next_step() {
        Report report = SampleReport.shop();
        String html = HtmlReport.of(report);

        assertThat(html).contains("Not ready: " + report.failing() + " results fail");
        assertThat(html.indexOf("Next steps")).isLessThan(html.indexOf("Services and practices"));
        assertThat(HtmlReport.of(SampleReport.of(List.of(SampleReport.service("Orders", Verdict.MET)))))
                .contains("Ready: no result fails");
        assertThat(HtmlReport.of(Report.empty("", List.of()))).contains("Nothing was checked");
    }
}
