package dev.andon.internal.tell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.ServiceResult;
import dev.andon.Verdict;
import dev.andon.internal.formats.HistoryCodec;
import dev.andon.internal.judge.Report;
import dev.andon.internal.text.MarkdownText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a build server, read as its Markdown is. */
class SummaryMarkdownTest {
    private static final Instant YESTERDAY = Instant.parse("2026-11-25T09:30:00Z");
    private static final List<org.commonmark.Extension> GFM =
            List.of(TablesExtension.create(), AutolinkExtension.create());

    @TempDir
    Path folder;

    private static String html(String markdown) {
        return HtmlRenderer.builder()
                .extensions(GFM)
                .build()
                .render(Parser.builder().extensions(GFM).build().parse(markdown));
    }

    private static Report report(ServiceResult... services) {
        return SampleReport.of(List.of(services));
    }

    private BuildHistory after(Report... builds) throws IOException {
        for (Report build : builds) {
            BuildHistory.add(folder, "shop", YESTERDAY, build);
        }
        return BuildHistory.read(folder, "shop");
    }

    @Test
    void what_got_worse_stands_before_what_failed_already() throws IOException {
        ServiceResult till = SampleReport.service("Till", Verdict.VIOLATED);
        BuildHistory history = after(report(till, SampleReport.service("Stock", Verdict.MET, Verdict.MET)));

        String text =
                SummaryMarkdown.of(report(till, SampleReport.service("Stock", Verdict.MET, Verdict.VIOLATED)), history);

        assertThat(text)
                .contains("New since the build of 2026-11-25T09:30:00Z")
                .containsSubsequence(
                        "New since", "tests-assert", "`Stock`", "What failed before", "unit-tests", "`Till`")
                .doesNotContain("Nothing got worse");
    }

    @Test
    void another_fault_of_a_service_that_failed_already_is_new() throws IOException {
        BuildHistory history = after(report(fault("asserts-nothing:com.acme.OrderIT")));

        assertThat(SummaryMarkdown.of(report(fault("asserts-nothing:com.acme.OtherIT")), history))
                .contains("### New since");
        assertThat(SummaryMarkdown.of(report(fault("asserts-nothing:com.acme.OrderIT")), history))
                .contains("Nothing got worse since the build of");
    }

    private static ServiceResult fault(String key) {
        var finding = new dev.andon.PracticeFinding(Verdict.VIOLATED, List.of(key), List.of(), "found", "fix");
        return new ServiceResult(
                "com.acme.Order",
                "Order",
                "shop",
                List.of(new dev.andon.PracticeResult(
                        "tests-assert",
                        Verdict.VIOLATED,
                        dev.andon.Evidence.NONE,
                        List.of(),
                        key,
                        "found",
                        "fix",
                        List.of(finding))));
    }

    @Test
    void what_went_away_is_counted() throws IOException {
        BuildHistory history = after(report(SampleReport.service("Till", Verdict.VIOLATED, Verdict.VIOLATED)));

        assertThat(SummaryMarkdown.of(report(SampleReport.service("Till", Verdict.MET, Verdict.VIOLATED)), history))
                .contains("Nothing got worse", "1 finding went away");
    }

    @Test
    void without_an_earlier_build_the_causes_stand_first_and_a_baseline_is_said() {
        String text = SummaryMarkdown.of(SampleReport.shop(), BuildHistory.NONE);

        assertThat(text)
                .containsSubsequence(
                        "## Andon: Not ready",
                        "### Not in the baseline",
                        "**Fix:**",
                        "### Waivers that end soon",
                        "shop-team")
                .contains("1 known violation is in the baseline", "OrderControllerIT.java:20")
                .doesNotContain("since the build");
        assertThat(html(text)).contains("<table>", "<h3>Notes</h3>");
    }

    @Test
    void each_fault_that_survived_has_a_line_unless_it_is_accepted() {
        String text = SummaryMarkdown.of(SampleReport.withSurvivedFault(Verdict.VIOLATED), BuildHistory.NONE);

        assertThat(html(text))
                .contains("<h3>Faults that survived</h3>")
                .containsSubsequence(
                        "POST /orders → OrderController.place",
                        "src/main/java/com/acme/shop/OrderController.java:41",
                        "<td>did nothing</td>",
                        "OrderControllerIT.places")
                .doesNotContain("<script", "<img");
        assertThat(SummaryMarkdown.of(SampleReport.withSurvivedFault(Verdict.WAIVED), BuildHistory.NONE))
                .doesNotContain("Faults that survived");
    }

    @Test
    void many_causes_are_cut_and_counted() {
        List<ServiceResult> services = java.util.stream.IntStream.range(0, 300)
                .mapToObj(number -> fault("asserts-nothing:com.acme.Order" + number + "IT"))
                .toList();

        assertThat(SummaryMarkdown.of(SampleReport.of(services), BuildHistory.NONE))
                .contains("and 280 other causes")
                .hasSizeLessThan(20_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=y>",
                "![x](javascript:y)",
                "[x](https://example.org)",
                "https://example.org/x",
                "www.example.org",
                "a|b\n# heading\n- item",
                "`code` ``more`` *bold* _it_ ~~gone~~",
                "$x$ &lt; {{ x }} \\",
                "@someone @some-org/team",
                "\u001b[31m\u202e",
            })
    void outside_text_shows_as_it_is_and_formats_nothing(String outside) {
        String shown = MarkdownText.line(outside);
        String html = html("- **Fix:** " + shown);

        assertThat(html)
                .matches("(?s)<ul>\\n<li><strong>Fix:</strong> [^<]*(<code>[^<]*</code>[^<]*)*</li>\\n</ul>\\n");
        assertThat(text(html).replace("Fix: ", "").strip())
                .isEqualTo(outside.replaceAll("\\s*\\R\\s*", " ")
                        .replace("\u001b", "\\u001b")
                        .replace("\u202e", "\\u202e"));
        assertThat(html("| a |\n|---|\n| " + MarkdownText.line(outside) + " |"))
                .doesNotContain("<script", "<img", "<a ", "<h1")
                .containsOnlyOnce("<td>");
        assertThat(html("x " + MarkdownText.code(outside) + " y")).matches("(?s)<p>x <code>[^<]*</code> y</p>\\n");
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]+>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    @Test
    void a_hostile_report_is_text() {
        assertThat(html(SummaryMarkdown.of(SampleReport.hostile(), BuildHistory.NONE)))
                .doesNotContain("<script", "<img", "\u001b", "\u202e")
                .contains("&lt;script&gt;");
    }

    @Test
    void the_history_keeps_the_last_builds_of_each_project_and_skips_torn_lines() throws IOException {
        Path file = folder.resolve(HistoryCodec.NAME);
        after(report(SampleReport.service("Till", Verdict.VIOLATED)));
        Files.writeString(file, Files.readString(file) + "{\"v\":1,\"at\":");
        BuildHistory.add(folder, "other", YESTERDAY, report(SampleReport.service("Till", Verdict.MET)));

        assertThat(BuildHistory.read(folder, "shop").builds()).hasSize(1);
        assertThat(BuildHistory.read(folder, "shop").last().failingResults()).isEqualTo(1);
        for (int i = 0; i < 60; i++) {
            BuildHistory.add(folder, "other", YESTERDAY, report(SampleReport.service("Till", Verdict.MET)));
        }
        assertThat(BuildHistory.read(folder, "other").builds()).hasSize(50);
    }

    @Test
    void a_build_without_results_leaves_no_line() throws IOException {
        assertThat(after(Report.empty("shop", List.of())).builds()).isEmpty();
    }
}
