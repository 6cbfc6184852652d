package dev.andon.internal.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.andon.Verdict;
import dev.andon.internal.estate.Estate;
import dev.andon.internal.estate.EstatePage;
import dev.andon.internal.formats.PastBuild;
import dev.andon.internal.formats.ReportCodec.WrittenReport;
import dev.andon.internal.judge.Report;
import dev.andon.testing.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The report in a browser, as users see it. With {@code -Dreport.screenshots=docs/images} it writes the pictures of the
 * documents, else to a folder below {@code target}.
 */
class ReportInBrowserIT {
    private static final Path ALL = Path.of("target", "screenshots");
    private static final Path SCREENSHOTS = Path.of(System.getProperty("report.screenshots", ALL.toString()));
    private static final String ROWS = "[...document.querySelectorAll('#table tbody tr')].filter(row => !row.hidden)";
    private static final String LABELS = ROWS + ".map(row => row.dataset.label).join()";
    private static final String OPEN = "document.getElementById('panel').open";
    private static final String FOCUS =
            "document.activeElement.getAttribute('aria-label') || document.activeElement.id";

    private static Browser browser;

    @TempDir
    static Path folder;

    @BeforeAll
    static void startBrowser() throws Exception {
        assumeTrue(
                Browser.program().isPresent(),
                "no Chromium on the PATH, so the report was not looked at: apt-get install chromium");
        browser = Browser.start(Browser.program().orElseThrow(), Files.createDirectories(folder.resolve("profile")));
        write("shop", SampleReport.shop());
        write("many", SampleReport.many(500, 20));
        write("hostile", SampleReport.hostile());
        write("ready", SampleReport.of(List.of(SampleReport.service("OrderController", Verdict.MET))));
        write("nothing", Report.empty("", List.of()));
        Files.writeString(folder.resolve("estate.html"), EstatePage.of(estate()));
    }

    private static void write(String name, Report report) throws IOException {
        Files.writeString(folder.resolve(name + ".html"), HtmlReport.of(report, history(), SampleReport.timelines()));
    }

    private static BuildHistory history() {
        return new BuildHistory(IntStream.range(0, 12)
                .mapToObj(day -> new PastBuild(
                        Instant.parse("2026-11-01T09:30:00Z").plus(day, ChronoUnit.DAYS),
                        "shop",
                        Map.of(Verdict.MET, 10L + day, Verdict.VIOLATED, 14L - day, Verdict.BASELINED, 3L),
                        Set.of()))
                .toList());
    }

    private static Estate estate() {
        Estate estate = new Estate();
        List.of("till", "stock", "<script>alert(1)</script>").forEach(name -> {
            Report shop = SampleReport.shop();
            estate.add(name, new WrittenReport(true, shop.level(), shop.services(), shop.canaries(), shop.codebase()));
        });
        estate.notJudged("<img src=x>", "it is not built");
        return estate;
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void desktop() {
        browser.screen(1280, 800, false);
    }

    private static void open(String name, String fragment) {
        browser.open(URI.create(folder.resolve(name + ".html").toUri() + fragment));
    }

    private static Object value(String expression) {
        return browser.evaluate(expression);
    }

    private static void choose(String id, String option) {
        value("{ const s = document.getElementById('" + id + "'); s.value = '" + option
                + "'; s.dispatchEvent(new Event('change')); }");
    }

    /** Returns what the rules of WCAG 2.2 AA, and good practice, object to. */
    private static String violations() throws IOException {
        try (InputStream axe =
                Objects.requireNonNull(ReportInBrowserIT.class.getResourceAsStream("/axe.min.js"), "axe")) {
            value(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + "; true");
        }
        return (String) value("""
                axe.run().then(found => found.violations.map(violation => violation.id + ": " + violation.nodes
                    .map(node => node.html.slice(0, 200) + " " + node.failureSummary).slice(0, 3).join(" | ")).join("\\n"))
                """);
    }

    @Test
    void what_fails_stands_first_and_the_page_complains_of_nothing() throws IOException {
        open("shop", "");

        assertThat(value("document.querySelector('h1').textContent").toString()).contains("Not ready");
        assertThat(value(LABELS).toString()).startsWith("OrderController,");
        assertThat(browser.complaints()).isEmpty();
        browser.screen(1280, 1400, false);
        browser.screenshot(SCREENSHOTS.resolve("report.png"));
        browser.screen(1280, 2600, false);
        browser.screenshot(ALL.resolve("whole.png"));
    }

    @Test
    void rows_are_found_by_name_module_and_verdict_and_sorted() {
        open("shop", "");
        value("document.getElementById('find').focus()");
        browser.type("payment");
        assertThat(value(LABELS)).isEqualTo("PaymentController");
        assertThat(value("document.getElementById('shown').textContent")).isEqualTo("1 of 6 shown");

        open("shop", "");
        choose("module", "shop-canaries");
        assertThat(value(LABELS)).isEqualTo("PlaceAnOrderCanary");

        open("shop", "");
        choose("verdict", "fails");
        assertThat(value(LABELS).toString())
                .contains("OrderController", "PaymentController")
                .doesNotContain("CatalogueController");
        value("document.querySelector('.chip[data-verdict=waived]').click()");
        assertThat(value(LABELS)).isEqualTo("PaymentController");
        value("document.querySelector('.chip[data-verdict=waived]').click()");
        choose("sort", "label");
        assertThat(value(LABELS).toString()).startsWith("CatalogueController,");
    }

    @Test
    void many_projects_are_one_matrix_that_is_searched_and_sorted() throws IOException {
        for (boolean dark : new boolean[] {false, true}) {
            browser.screen(1280, 1400, dark);
            open("estate", "");
            assertThat(value(ROWS + ".length")).isEqualTo(18);
            assertThat(violations()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
            browser.screenshot(ALL.resolve("estate-" + (dark ? "dark" : "light") + ".png"));
        }
        value("document.getElementById('find').focus()");
        browser.type("stock pay");
        assertThat(value(LABELS)).isEqualTo("stock PaymentController");
        open("estate", "");
        choose("verdict", "fails");
        assertThat(value("document.getElementById('shown').textContent")).isEqualTo("12 of 18 shown");
        choose("sort", "label");
        assertThat(value(LABELS).toString()).startsWith("<script>alert(1)</script> LegacyExport,");
        browser.screen(390, 800, false);
        open("estate", "");
        assertThat(value("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
        browser.screenshot(ALL.resolve("estate-phone.png"));
    }

    @Test
    void a_cell_opens_its_details_and_closes_to_where_it_was() throws IOException {
        open("shop", "");
        value(
                "{ const c = document.querySelector(\"#table a[href='#OrderController/integration-tests']\"); c.focus(); c.click(); }");
        value("new Promise(shown => setTimeout(shown))");

        assertThat(value(OPEN)).isEqualTo(true);
        assertThat(value("document.getElementById('panel').innerText").toString())
                .contains(
                        "integration-tests",
                        "sends POST /orders",
                        "OrderController.java:12",
                        "OrderControllerIT.java:20");
        assertThat(violations()).isEmpty();
        browser.screenshot(SCREENSHOTS.resolve("report-details.png"));

        browser.press("Escape");
        assertThat(value(OPEN)).isEqualTo(false);
        assertThat(value("location.hash")).isEqualTo("");
        assertThat(value(FOCUS)).isEqualTo("OrderController, integration-tests: violated");
    }

    @Test
    void the_matrix_is_one_stop_of_the_tab_key_and_arrows_move_within_it() {
        open("shop", "");
        value("document.getElementById('sort').focus()");
        browser.press("Tab");
        browser.press("Tab");
        while (!value(FOCUS).toString().contains(": ")) {
            browser.press("Tab");
        }
        assertThat(value(FOCUS)).isEqualTo("OrderController, unit-tests: met");
        browser.press("ArrowRight");
        assertThat(value(FOCUS)).isEqualTo("OrderController, tests-assert: met");
        browser.press("ArrowDown");
        assertThat(value(FOCUS).toString()).contains(", tests-assert: ").doesNotContain("OrderController,");
        browser.press("ArrowUp");
        browser.press("ArrowLeft");
        browser.press("ArrowLeft");
        assertThat(value(FOCUS)).isEqualTo("OrderController, unit-tests: met");

        browser.press("Enter");
        assertThat(value(OPEN)).isEqualTo(true);
        browser.press("Escape");
        assertThat(value(FOCUS)).isEqualTo("OrderController, unit-tests: met");
        browser.press("Tab");
        assertThat(value("document.activeElement.closest('#table') === null")).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({"#OrderController/integration-tests, integration-tests", "#codebase/baseline, baseline"})
    void a_link_leads_to_the_details_of_one_result(String fragment, String practice) {
        open("shop", fragment);

        assertThat(value(OPEN)).isEqualTo(true);
        assertThat(value("document.querySelector('#panel h2').textContent")).isEqualTo(practice);
    }

    @Test
    void a_link_that_leads_nowhere_shows_the_report() {
        open("shop", "#Gone/unit-tests");

        assertThat(value(OPEN)).isEqualTo(false);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void dark_mode_follows_the_user() throws IOException {
        open("shop", "");
        Object light = value("getComputedStyle(document.body).backgroundColor");
        browser.screen(1280, 800, true);
        browser.screenshot(ALL.resolve("dark.png"));

        assertThat(value("getComputedStyle(document.body).backgroundColor"))
                .isNotEqualTo(light)
                .isEqualTo("rgb(20, 23, 27)");
    }

    @ParameterizedTest
    @CsvSource({
        "shop, 1280, false", "shop, 1280, true", "shop, 360, false", "shop, 360, true", "shop, 2560, false",
        "hostile, 1280, false", "hostile, 360, true", "ready, 1280, false", "ready, 1280, true", "nothing, 1280, false"
    })
    void everybody_can_read_it_on_any_screen(String name, int width, boolean dark) throws IOException {
        browser.screen(width, 800, dark);
        open(name, "");
        browser.screenshot(ALL.resolve(name + "-" + width + (dark ? "-dark" : "") + ".png"));

        assertThat(violations()).isEmpty();
        assertThat((int) value("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    }

    @Test
    void a_narrow_screen_shows_the_state_and_the_next_step_first() throws IOException {
        browser.screen(360, 740, false);
        open("shop", "");
        browser.screenshot(ALL.resolve("narrow.png"));

        assertThat((int) value("Math.round(document.querySelector('.causes li').getBoundingClientRect().top)"))
                .isLessThan(740);
    }

    @Test
    void hostile_names_run_nothing_and_add_no_element() {
        open("hostile", "");

        value("document.querySelector('#table a[data-v]').click()");
        value("new Promise(shown => setTimeout(shown))");
        assertThat(value(OPEN)).isEqualTo(true);
        assertThat(value("document.querySelector('#panel .found, #panel .pre').textContent")
                        .toString())
                .startsWith("<script>alert(1)</script>\\u001b[31m\\u202e");
        assertThat(value("document.querySelectorAll('img, #panel script, #panel template').length"))
                .isEqualTo(0);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void five_hundred_services_of_twenty_practices_open_and_filter(TestReporter reporter) {
        open("many", "");
        Object opened = value("Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd)");
        Object painted = value("Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime)");
        // As a wheel does it, one step for each frame: from the first to the last service, and back.
        Object frames = value("""
                new Promise(done => {
                  const table = document.getElementById("table").closest(".scroll"), times = [];
                  let step = 120, last = performance.now();
                  requestAnimationFrame(function next(now) {
                    times.push(now - last); last = now; table.scrollTop += step;
                    if (step > 0 && table.scrollTop + table.clientHeight >= table.scrollHeight - 1) step = -step;
                    if (step < 0 && table.scrollTop === 0) {
                      times.sort((a, b) => a - b);
                      done(times.length + " frames, " + Math.round(times[times.length >> 1]) + " ms at the median, "
                        + Math.round(times[Math.floor(times.length * 0.99)]) + " ms at the 99th percentile");
                    } else requestAnimationFrame(next);
                  });
                })
                """);
        Object filtered = value("""
                (() => { const start = performance.now(); const find = document.getElementById("find");
                  find.value = "Service49"; find.dispatchEvent(new Event("input")); document.body.offsetHeight;
                  return Math.round(performance.now() - start); })()
                """);
        reporter.publishEntry(
                "500 services x 20 practices",
                "first contentful paint " + painted + " ms, loaded " + opened + " ms, scrolled in " + frames
                        + ", filtered in " + filtered + " ms");

        // The list of all services is much longer than what is shown of it.
        assertThat(Integer.parseInt(frames.toString().split(" ", 2)[0])).isGreaterThan(100);
        assertThat(value(ROWS + ".length")).isEqualTo(11);
        assertThat(value("document.getElementById('shown').textContent")).isEqualTo("11 of 500 shown");
        assertThat(browser.complaints()).isEmpty();
    }
}
