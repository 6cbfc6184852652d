package dev.andon.internal.tell;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.andon.Verdict;
import dev.andon.internal.judge.Report;
import dev.andon.testing.SarifSchema;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Validates logs against the schema of SARIF 2.1.0, and says what stands in them. */
class SarifLogTest {

    static Stream<Report> reports() {
        return Stream.of(
                SampleReport.shop(),
                SampleReport.hostile(),
                SampleReport.many(50, 20),
                SampleReport.withSurvivedFault(Verdict.VIOLATED),
                SampleReport.withSurvivedFault(Verdict.WAIVED),
                SampleReport.of(List.of(SampleReport.service("OrderController", Verdict.MET))),
                Report.empty("", List.of()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void each_log_has_the_form_of_the_standard(Report report) {
        assertThat(SarifSchema.errors(SarifLog.of(report))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "\"version\":\"2.1.0\" > \"version\":\"2.2\"",
                "\"level\":\"error\" > \"level\":\"violated\"",
                "\"ruleIndex\":0 > \"ruleIndex\":\"first\"",
                "\"startLine\":12 > \"startLine\":0"
            })
    void a_log_of_another_form_is_refused(String written, String changed) {
        String log = SarifLog.of(SampleReport.shop()).replace("\": ", "\":");

        assertThat(log).contains(written);
        assertThat(SarifSchema.errors(log.replace(written, changed))).isNotEmpty();
    }

    private static JsonArray results(Report report) throws JsonParserException {
        return run(report).getArray("results");
    }

    private static JsonObject run(Report report) throws JsonParserException {
        return JsonParser.object().from(SarifLog.of(report)).getArray("runs").getObject(0);
    }

    @Test
    void a_result_stands_at_its_test_or_else_at_its_service() throws JsonParserException {
        JsonObject atTest = results(SampleReport.shop()).getObject(0);
        JsonObject place = atTest.getArray("locations").getObject(0).getObject("physicalLocation");
        assertThat(atTest.getString("ruleId")).isEqualTo("integration-tests");
        assertThat(atTest.getString("level")).isEqualTo("error");
        assertThat(place.getObject("artifactLocation").getString("uri"))
                .isEqualTo("src/test/java/com/acme/shop/OrderControllerIT.java");
        assertThat(place.getObject("region").getInt("startLine")).isEqualTo(20);
        assertThat(atTest.getArray("relatedLocations")
                        .getObject(0)
                        .getObject("physicalLocation")
                        .getObject("region"))
                .containsEntry("startLine", 12);

        Report withoutTests = SampleReport.of(List.of(new dev.andon.ServiceResult(
                        "com.acme.shop.OrderController",
                        "OrderController",
                        "shop",
                        List.of(SampleReport.result("unit-tests", Verdict.UNDECIDED, "found", "fix")))))
                .withDetails(SampleReport.shop().details());
        JsonObject atService = results(withoutTests).getObject(0);
        assertThat(atService.getString("level")).isEqualTo("warning");
        assertThat(atService
                        .getArray("locations")
                        .getObject(0)
                        .getObject("physicalLocation")
                        .getObject("region"))
                .containsEntry("startLine", 12);
    }

    @Test
    void a_fault_that_survived_stands_at_the_method_that_no_test_looks_at() throws JsonParserException {
        JsonArray results = results(SampleReport.withSurvivedFault(Verdict.VIOLATED));

        assertThat(results).hasSize(2);
        JsonObject fault = results.getObject(1);
        assertThat(fault.getString("ruleId")).isEqualTo("tests-detect-failure");
        assertThat(fault.getString("level")).isEqualTo("error");
        assertThat(fault.getObject("message").getString("text"))
                .startsWith("POST /orders → OrderController.place did nothing, and 2 tests stayed green: "
                        + "OrderControllerIT.places_an_order");
        JsonObject place = fault.getArray("locations").getObject(0).getObject("physicalLocation");
        assertThat(place.getObject("artifactLocation").getString("uri"))
                .isEqualTo("src/main/java/com/acme/shop/OrderController.java");
        assertThat(place.getObject("region").getInt("startLine")).isEqualTo(41);
        assertThat(fault.getArray("relatedLocations")
                        .getObject(0)
                        .getObject("physicalLocation")
                        .getObject("artifactLocation")
                        .getString("uri"))
                .endsWith("OrderControllerIT.java");
        assertThat(fault.getObject("partialFingerprints"))
                .isNotEqualTo(results.getObject(0).getObject("partialFingerprints"));
        assertThat(fault.has("suppressions")).isFalse();
    }

    @Test
    void a_fault_that_survived_is_suppressed_where_it_is_waived() throws JsonParserException {
        LocalDate later = LocalDate.of(2026, 12, 24);
        String fault = "OrderController.place:does-nothing";

        assertThat(levels(SampleReport.withSurvivedFault(Verdict.WAIVED)))
                .containsExactly("error suppressed", "error suppressed");
        // Another fault survived too, for which the service fails.
        assertThat(levels(SampleReport.withSurvivedFault(Verdict.VIOLATED, SampleReport.waiver(fault, later))))
                .containsExactly("error", "error suppressed");
        assertThat(levels(SampleReport.withSurvivedFault(
                        Verdict.VIOLATED, SampleReport.waiver("OrderController.read:does-nothing", later))))
                .containsExactly("error", "error");
        assertThat(levels(SampleReport.withSurvivedFault(
                        Verdict.VIOLATED, SampleReport.waiver(fault, LocalDate.of(2026, 11, 1)))))
                .containsExactly("error", "error");
        assertThat(levels(SampleReport.withSurvivedFault(Verdict.UNDECIDED))).containsExactly("warning", "warning");
        assertThat(levels(SampleReport.withSurvivedFault(Verdict.MET))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "com.acme.shop.OrderController; ''; true",
                "GET /orders; ''; true",
                "''; com.acme; true",
                "''; com..shop; true",
                "PUT /orders; ''; false",
                "''; com.acme.tills; false"
            })
    void a_waiver_of_a_fault_is_for_the_services_that_it_names(String service, String inPackage, boolean waived)
            throws JsonParserException {
        assertThat(levels(SampleReport.withSurvivedFault(
                        Verdict.VIOLATED,
                        SampleReport.waiver(
                                "OrderController.place:does-nothing", LocalDate.of(2026, 12, 24), service, inPackage))))
                .containsExactly("error", waived ? "error suppressed" : "error");
    }

    private static List<String> levels(Report report) throws JsonParserException {
        return results(report).stream()
                .map(JsonObject.class::cast)
                .map(result -> result.getString("level") + (result.has("suppressions") ? " suppressed" : ""))
                .toList();
    }

    @Test
    void what_is_met_or_does_not_apply_is_left_out_and_what_is_accepted_is_suppressed() throws JsonParserException {
        JsonArray results = results(SampleReport.shop());

        assertThat(results.stream()
                        .map(result ->
                                ((JsonObject) result).getObject("properties").getString("verdict")))
                .containsOnly("violated", "undecided", "waived", "baselined");
        assertThat(results.stream()
                        .map(JsonObject.class::cast)
                        .filter(result -> result.has("suppressions"))
                        .map(result -> result.getObject("properties").getString("verdict")))
                .containsExactlyInAnyOrder("waived", "baselined");
    }

    @Test
    void each_result_names_its_rule_and_that_leads_to_the_page_of_the_practice() throws JsonParserException {
        JsonObject run = run(SampleReport.shop());
        JsonArray rules = run.getObject("tool").getObject("driver").getArray("rules");

        assertThat(run.getArray("results").stream().map(JsonObject.class::cast))
                .isNotEmpty()
                .allSatisfy(result -> assertThat(rules.getObject(result.getInt("ruleIndex")))
                        .containsEntry("id", result.getString("ruleId"))
                        .hasEntrySatisfying("helpUri", page -> assertThat(page.toString())
                                .endsWith(result.getString("ruleId") + ".md")));
    }

    @Test
    void a_fingerprint_outlives_other_words() throws JsonParserException {
        Report before = SampleReport.of(List.of(SampleReport.service("Till", Verdict.VIOLATED)));
        Report after = SampleReport.of(List.of(new dev.andon.ServiceResult(
                "com.acme.shop.Till",
                "Till",
                "shop",
                List.of(SampleReport.result("unit-tests", Verdict.VIOLATED, "said in other words", "otherwise")))));

        assertThat(results(before).getObject(0).getObject("partialFingerprints"))
                .isEqualTo(results(after).getObject(0).getObject("partialFingerprints"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "GET /orders/{id} > GET /orders/{{id}}",
                "asserts[0] > asserts[0]",
                "see [here](http) > see \\[here\\](http)",
                "{0} > {{0}}"
            })
    void outside_text_is_neither_placeholder_nor_link(String text, String written) {
        assertThat(SarifLog.message(text)).isEqualTo(written);
    }

    @Test
    void control_characters_show_and_paths_are_addresses() throws JsonParserException {
        String log = SarifLog.of(SampleReport.hostile());
        JsonObject place = JsonParser.object()
                .from(log)
                .getArray("runs")
                .getObject(0)
                .getArray("results")
                .getObject(0)
                .getArray("locations")
                .getObject(0)
                .getObject("physicalLocation");

        assertThat(log).doesNotContain("\u001b").doesNotContain("\u202e").doesNotContainPattern("(?<!\\\\)\\\\u001b");
        assertThat(place.getObject("artifactLocation").getString("uri")).matches("[A-Za-z0-9%/._*-]+");
    }
}
