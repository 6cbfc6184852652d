package dev.andon.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.andon.Level;
import dev.andon.TestKind;
import dev.andon.internal.discover.Service;
import dev.andon.internal.evidence.Link;
import dev.andon.internal.formats.FaultedMethod;
import dev.andon.internal.formats.MethodFault;
import dev.andon.internal.formats.MethodFaultResult;
import dev.andon.internal.formats.RequiredProof;
import dev.andon.internal.formats.Shard;
import dev.andon.internal.formats.TestProof;
import dev.andon.internal.frameworks.Route;
import dev.andon.internal.require.PracticeCatalogue;
import dev.andon.internal.require.Requirements;
import dev.andon.internal.tell.ReportFiles;
import dev.andon.testing.ReportSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Validates the reports of made-up builds against the published schema. */
class ReportSchemaTest {
    private static final Service ORDERS = Build.service("com.acme.OrderController", new Route("POST", "/orders"));

    @TempDir
    Path folder;

    private String json(Report report) throws IOException {
        ReportFiles.write(folder, report, true, "shop");
        return Files.readString(folder.resolve("report.json"));
    }

    private static Build build() {
        return new Build()
                .with(ORDERS)
                .with(Build.service("com.acme.Till"))
                .test("com.acme.OrderControllerTest", TestKind.UNIT)
                .links(ORDERS, Link.Strength.LINKED)
                .add();
    }

    private static Requirements waivedAndExempt() {
        PracticeCatalogue catalogue = PracticeChecks.CATALOGUE;
        return Requirements.of(catalogue.of(Level.INTEGRATED))
                .withWaivers(List.of(new Requirements.Waiver(
                        catalogue.get("integration-tests"),
                        "OrderController",
                        List.of(),
                        "in progress",
                        "shop-team",
                        Build.TODAY)))
                .withExemptions(List.of(new Requirements.Exemption(
                        catalogue.get("unit-tests"), "Till", "", "only delegates", "shop-team")));
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void the_report_of_each_level_has_the_published_form(Level level) throws IOException {
        String report = json(build().judge(Requirements.of(PracticeChecks.CATALOGUE.of(level))));

        assertThat(ReportSchema.errors(report)).isEmpty();
    }

    @Test
    void a_report_with_canaries_keeps_them_apart_from_services() throws IOException, JsonParserException {
        Report judged = CanaryBuild.in(folder.resolve("build"))
                .shop()
                .main("canaries", CanaryBuild.good("PlaceCanary"))
                .judge(CanaryAssertsCheck.PRACTICE);
        String report = json(judged);

        assertThat(ReportSchema.errors(report)).isEmpty();
        JsonObject read = JsonParser.object().from(report);
        assertThat(labels(read, "canaries")).containsExactly("PlaceCanary");
        assertThat(labels(read, "services")).doesNotContain("PlaceCanary");
    }

    @Test
    void a_report_with_proofs_of_tests_names_each_fault() throws IOException, JsonParserException {
        Report judged = build().judge(Requirements.of(PracticeChecks.CATALOGUE.of(Level.TESTED)));
        ReportDetails none = judged.details();
        FaultedMethod read = new FaultedMethod(
                ORDERS.name(), "read", "()V", "OrderController.java", 41, "GET /orders/{id}", ORDERS.name(), "shop");
        TestProof proof = new TestProof(
                "0.1.0",
                TestKind.END_TO_END,
                Stream.of(MethodFault.values())
                        .flatMap(fault -> Stream.of(MethodFaultResult.Verdict.values())
                                .map(verdict -> new MethodFaultResult(
                                        read, fault, "", verdict, "", List.of("com.acme.OrderIT#reads"), "")))
                        .toList(),
                List.of(new TestProof.LeftOut("com.acme.SlowIT", "failed in the control run")),
                "",
                new Shard(2, 8),
                TestProof.Timing.NONE);

        String report = json(judged.withDetails(new ReportDetails(
                none.today(),
                none.waivers(),
                none.baseline(),
                none.tests(),
                none.proofs(),
                List.of(new ReportDetails.ProvenKind(
                        proof, List.of(new RequiredProof(List.of(ORDERS.name()), List.of(), 0.9, "2m")), List.of())),
                none.changes(),
                none.sources())));

        assertThat(ReportSchema.errors(report)).isEmpty();
        JsonObject fault = JsonParser.object()
                .from(report)
                .getArray("testProofs")
                .getObject(0)
                .getArray("faults")
                .getObject(1);
        assertThat(fault)
                .containsEntry("service", ORDERS.name())
                .containsEntry("method", "read")
                .containsEntry("line", 41)
                .containsEntry("fault", "throws")
                .containsEntry("verdict", "survived");
        assertThat(fault.getArray("tests")).containsExactly("com.acme.OrderIT#reads");
    }

    private static Stream<String> labels(JsonObject report, String list) {
        return report.getArray(list).stream().map(subject -> ((JsonObject) subject).getString("label"));
    }

    @Test
    void waived_and_exempt_results_are_counted_apart_from_met_ones() throws IOException, JsonParserException {
        String report = json(build().judge(waivedAndExempt()));

        assertThat(ReportSchema.errors(report)).isEmpty();
        JsonObject counts = JsonParser.object().from(report).getObject("counts");
        assertThat(counts.getInt("exempt")).isEqualTo(1);
        assertThat(counts.getInt("waived")).isEqualTo(1);
    }

    @Test
    void a_report_without_results_has_the_published_form() throws IOException {
        ReportFiles.write(folder, Report.empty("com.acme.ShopReadinessTest", List.of("switched off")), false, "shop");

        assertThat(ReportSchema.errors(Files.readString(folder.resolve("report.json"))))
                .isEmpty();
    }

    @Test
    void each_report_refers_to_the_schema_by_its_id() throws IOException, JsonParserException {
        String report = json(build().judge(waivedAndExempt()));

        assertThat(JsonParser.object().from(report).getString("$schema"))
                .isEqualTo(JsonParser.object().from(ReportSchema.text()).getString("$id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "\"verdict\": \"exempt\" > \"verdict\": \"ignored\"",
                "\"evidence\": \"LINKED\" > \"evidence\": \"STRONGEST\"",
                "\"canaries\": [ > \"canary\": [",
                "\"schemaVersion\": 1 > \"schemaVersion\": 2",
                "\"level\": \"INTEGRATED\" > \"level\": \"PERFECT\"",
                "\"fix\": \"write > \"mend\": \"write"
            })
    void a_report_of_another_form_is_refused(String written, String changed) throws IOException {
        String report =
                json(build().judge(waivedAndExempt())).replace("\": ", "\":").replace("\":", "\": ");

        assertThat(report).contains(written);
        assertThat(ReportSchema.errors(report.replace(written, changed))).isNotEmpty();
    }
}
