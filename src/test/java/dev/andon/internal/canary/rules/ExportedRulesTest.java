package dev.andon.internal.canary.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import dev.andon.internal.canary.spec.CanaryConfigurationException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ExportedRulesTest {
    private static final List<WatchedSpec> CANARIES = List.of(WatchedSpecs.ORDERS, WatchedSpecs.PRODUCTS);

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules(LocationQuorum quorum) {
        Object document = new Load(LoadSettings.builder().build())
                .loadFromInputStream(new ByteArrayInputStream(
                        PrometheusRules.of(CANARIES, quorum).getBytes(StandardCharsets.UTF_8)));
        List<Map<String, Object>> groups = (List<Map<String, Object>>) ((Map<String, Object>) document).get("groups");
        return (List<Map<String, Object>>) groups.get(0).get("rules");
    }

    @Test
    void the_rules_are_yaml_and_each_canary_has_one_for_failure_one_for_silence_and_one_for_absence() {
        assertThat(rules(LocationQuorum.EACH))
                .extracting(rule -> rule.get("alert"))
                .containsExactly(
                        "CanaryFailing",
                        "CanaryWithoutResult",
                        "CanaryAbsent",
                        "CanaryFailing",
                        "CanaryWithoutResult",
                        "CanaryAbsent",
                        "CanaryRunnerUnhealthy");
        assertThat(rules(LocationQuorum.EACH).get(0))
                .containsEntry(
                        "labels",
                        Map.of(
                                "canary",
                                "place-an-order",
                                "severity",
                                "critical",
                                "owner",
                                "shop-team",
                                "evaluated_by",
                                "prometheus"))
                .extracting("expr")
                .asString()
                .contains("[1500s:300s]")
                .contains(">= 3");
    }

    @Test
    void only_a_failing_operation_is_critical() {
        assertThat(rules(new LocationQuorum(2, 3)))
                .allSatisfy(rule -> assertThat(((Map<?, ?>) rule.get("labels")).get("severity"))
                        .isEqualTo(rule.get("alert").equals("CanaryFailing") ? "critical" : "warning"));
    }

    @Test
    void an_alarm_has_a_period_of_two_intervals_at_least_in_whole_minutes() throws Exception {
        JsonObject resources = JsonParser.object()
                .from(CloudWatchAlarms.of(List.of(
                        WatchedSpecs.ORDERS,
                        WatchedSpecs.of("OnceCanary", "90s", "1/1"),
                        WatchedSpecs.of("QuickCanary", "10s", "1/1"))))
                .getObject("Resources");
        assertThat(period(resources, "CanaryPlaceAnOrderFailing")).isEqualTo(1500);
        assertThat(period(resources, "CanaryPlaceAnOrderWithoutResult")).isEqualTo(960);
        assertThat(period(resources, "CanaryOnceFailing")).isEqualTo(180);
        assertThat(period(resources, "CanaryQuickFailing")).isEqualTo(60);
        assertThat(resources.getObject("CanaryPlaceAnOrderFailing").getObject("Properties"))
                .containsEntry("Threshold", 3)
                .containsEntry("TreatMissingData", "ignore")
                .containsEntry("MetricName", metric(resources, "CanaryPlaceAnOrderFailures"));
        assertThat(resources.getObject("CanaryPlaceAnOrderWithoutResult").getObject("Properties"))
                .containsEntry("TreatMissingData", "breaching")
                .containsEntry("MetricName", metric(resources, "CanaryPlaceAnOrderResults"));
    }

    private static int period(JsonObject resources, String alarm) {
        return resources.getObject(alarm).getObject("Properties").getInt("Period");
    }

    private static String metric(JsonObject resources, String filter) {
        return resources
                .getObject(filter)
                .getObject("Properties")
                .getArray("MetricTransformations")
                .getObject(0)
                .getString("MetricName");
    }

    @Test
    void what_cloudwatch_cannot_watch_is_refused() {
        assertThatThrownBy(() -> CloudWatchAlarms.of(List.of(WatchedSpecs.of("DailyCanary", "1d", "3/5"))))
                .isInstanceOf(CanaryConfigurationException.class)
                .hasMessageContaining("com.acme.DailyCanary");
    }

    @Test
    void the_dashboard_is_json_with_a_query_in_each_panel_and_the_declarations_at_the_end() throws Exception {
        JsonObject dashboard = JsonParser.object().from(GrafanaDashboard.of(CANARIES));
        List<JsonObject> panels = dashboard.getArray("panels").stream()
                .map(JsonObject.class::cast)
                .toList();
        assertThat(panels).extracting(panel -> panel.getInt("id")).doesNotHaveDuplicates();
        assertThat(panels.subList(0, panels.size() - 1)).allSatisfy(panel -> assertThat(
                        panel.getArray("targets").getObject(0).getString("expr"))
                .isNotEmpty());
        assertThat(panels.get(panels.size() - 1).getObject("options").getString("content"))
                .contains("place-an-order")
                .contains("browse-the-products")
                .contains("shop-team");
        assertThat(dashboard.keySet()).containsAll(Set.of("uid", "title", "schemaVersion", "templating", "panels"));
    }

    @Test
    void a_canary_without_interval_or_tolerance_is_named() {
        assertThatThrownBy(() -> WatchedSpec.of(List.of(WatchedSpecs.spec("ACanary", "", "3/5"))))
                .hasMessageContaining("com.acme.ACanary")
                .hasMessageContaining("`every`");
        assertThatThrownBy(() -> WatchedSpec.of(List.of(WatchedSpecs.spec("ACanary", "5m", ""))))
                .hasMessageContaining("`tolerance`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "0/3", "4/3", "2 of 3", "x/y"})
    void what_is_no_quorum_is_refused(String text) {
        assertThat(LocationQuorum.parse(text)).isEmpty();
        assertThat(LocationQuorum.parse("2/3")).contains(new LocationQuorum(2, 3));
    }
}
