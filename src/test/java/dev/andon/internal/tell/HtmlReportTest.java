package dev.andon.internal.tell;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.andon.Verdict;
import dev.andon.internal.formats.PastBuild;
import dev.andon.internal.judge.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    @Test
    void names_and_reasons_are_text_whatever_they_hold() {
        String html = HtmlReport.of(SampleReport.hostile(), BuildHistory.NONE, List.of());

        assertThat(html)
                .doesNotContain("<script>alert", "onerror=\"", "\u001b", "\u202e", "</template><img")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "\\u001b[31m", "\\u202e");
    }

    @Test
    void shows_faults_in_services_by_method() {
        String html = HtmlReport.of(SampleReport.shop(), BuildHistory.NONE, List.of());

        assertThat(html)
                .contains(
                        "What each integration test detects",
                        "1 detected, 1 survived, 1 not tried.",
                        "POST /orders → OrderController.place (OrderController.java:41)",
                        "class=\"sign v-survived\" title=\"stayed green: com.acme.shop.OrderControllerIT#places_an_order",
                        "SlowIT is left out: it failed in the control run");
    }

    @Test
    void needs_no_network_and_says_so_to_the_browser() {
        String html = HtmlReport.of(SampleReport.shop(), BuildHistory.NONE, List.of());

        assertThat(html).contains("default-src 'none'", "script-src 'sha256-");
        assertThat(html.replaceAll("<a [^>]*>", "")).doesNotContain("src=", "http://", "@import", "url(");
    }

    @Test
    void every_cell_leads_to_the_details_of_its_result() {
        String html = HtmlReport.of(SampleReport.shop(), BuildHistory.NONE, List.of());

        assertThat(html)
                .contains("href=\"#OrderController/integration-tests\"")
                .contains("{\"id\":\"OrderController/integration-tests\",")
                .contains("src/main/java/com/acme/shop/OrderController.java:12");
        SampleReport.shop().results().forEach(result -> assertThat(html).contains("/" + result.id() + "\""));
    }

    @Test
    void details_are_data_that_nothing_in_them_ends() throws JsonParserException {
        String html = HtmlReport.of(SampleReport.hostile(), BuildHistory.NONE, List.of());
        String begin =
                "<script type=\"application/json\" id=\"details\" data-pages=\"https://github.com/andon-dev/andon/blob/main/docs/practices/\">";
        String json = html.substring(html.indexOf(begin) + begin.length());
        json = json.substring(0, json.indexOf("</script>"));
        JsonObject detail = JsonParser.array().from(json).getObject(0);

        assertThat(json).doesNotContain("<", "\u001b", "\u202e");
        assertThat(JsonParser.array().from(json)).hasSize(2);
        assertThat(detail.getString("id")).contains("\u001b[31m").endsWith("/unit-tests");
        assertThat(detail.getString("found")).startsWith("<script>alert(1)</script>\\u001b[31m");
    }

    @Test
    void the_trend_shows_the_last_builds_to_scale_the_latest_first() {
        PastBuild past = new PastBuild(
                Instant.parse("2026-11-25T09:30:00Z"), "shop", Map.of(Verdict.MET, 9L, Verdict.VIOLATED, 6L), Set.of());
        String html = HtmlReport.of(
                SampleReport.of(List.of(SampleReport.service("Orders", Verdict.MET, Verdict.WAIVED))),
                new BuildHistory(List.of(past)),
                List.of());

        assertThat(html)
                .containsSubsequence(
                        "The last builds",
                        "this build",
                        "0 failing, 1 accepted, 1 met",
                        "2026-11-25 09:30",
                        "6 failing")
                .contains("class=\"bar t-violated\" style=\"inline-size:40.00%\"");
        assertThat(HtmlReport.of(SampleReport.shop(), BuildHistory.NONE, List.of()))
                .doesNotContain("The last builds");
    }

    @Test
    void what_canaries_saw_is_drawn_to_scale_and_outages_are_named() {
        String html = HtmlReport.of(SampleReport.shop(), BuildHistory.NONE, SampleReport.timelines());

        assertThat(html)
                .contains(
                        "Seen by PlaceAnOrderCanary: place an order <small>production</small>",
                        "class=\"bar s-down\" style=\"inline-size:0.6900%\" title=\"down from 11:35 to 11:45\"",
                        "<li>POST /orders was down from 11:35 to 11:45</li>",
                        "3 earlier outages")
                .doesNotContain("<script>alert");
        assertThat(HtmlReport.of(SampleReport.shop(), BuildHistory.NONE, List.of()))
                .doesNotContain("Seen by");
    }

    @Test
    void the_first_screen_says_the_state_and_the_next_step() {
        Report report = SampleReport.shop();
        String html = HtmlReport.of(report, BuildHistory.NONE, List.of());

        assertThat(html).contains("Not ready: " + report.failing() + " results fail");
        assertThat(html.indexOf("Next steps")).isLessThan(html.indexOf("Services and practices"));
        assertThat(HtmlReport.of(
                        SampleReport.of(List.of(SampleReport.service("Orders", Verdict.MET))),
                        BuildHistory.NONE,
                        List.of()))
                .contains("Ready: no result fails");
        assertThat(HtmlReport.of(Report.empty("", List.of()), BuildHistory.NONE, List.of()))
                .contains("Nothing was checked");
    }
}
