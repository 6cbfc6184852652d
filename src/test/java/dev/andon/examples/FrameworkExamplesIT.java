package dev.andon.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.andon.internal.audit.Audit;
import dev.andon.internal.tell.ReportFiles;
import dev.andon.testing.ReportSchema;
import dev.andon.testing.SarifSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of the example of each framework: every cell, the one violation, and the evidence of all that is met. */
class FrameworkExamplesIT {

    /** Nothing is there to look at where the build ran without the profile {@code frameworks}. */
    private static String built(String example) {
        String folder = "frameworks/" + example;
        assumeTrue(Files.exists(BuiltExample.FOLDER.resolve(folder)), "mvn -Pframeworks verify builds it");
        return folder;
    }

    @ParameterizedTest
    @CsvSource({
        "micronaut, BookingController, RoomController, 'RoomControllerTest is a unit test (nothing'",
        "quarkus, ParcelResource, DepotResource, 'DepotResourceTest is a unit test (nothing'",
        "dropwizard, PermitResource, ZoneResource, 'ZoneResourceIT is a unit test (ResourceExtension'",
        "webflux-kotlin, SeatController, FareController, 'FareControllerIT is a unit test (bindToController'",
        "grpc, StockService, PriceService, 'PriceServiceIT is a unit test (addService'"
    })
    void one_service_without_integration_test_turns_the_build_red(
            String framework, String tested, String untested, String why) throws IOException, JsonParserException {
        String example = built(framework);
        Map<String, String> expected = new TreeMap<>(Map.of("codebase: tests-run", "met"));
        for (String practice : List.of("unit-tests", "tests-assert", "tests-enabled", "integration-tests")) {
            expected.put(tested + ": " + practice, "met");
            expected.put(untested + ": " + practice, practice.equals("integration-tests") ? "violated" : "met");
        }
        JsonObject report = BuiltExample.report(example);

        assertThat(BuiltExample.cells(report)).isEqualTo(expected);
        assertThat(BuiltExample.result(example, "integration-tests", untested).getString("found"))
                .startsWith("no integration test reaches it")
                .contains(why);
        for (List<String> cell : List.of(
                List.of("integration-tests", tested), List.of("unit-tests", tested), List.of("unit-tests", untested))) {
            assertThat(BuiltExample.result(example, cell.get(0), cell.get(1)).getString("evidence"))
                    .as("%s", cell)
                    .isEqualTo("EXECUTED");
        }
        // Nothing but this result failed, among the tests of the project too.
        assertThat(Files.readString(BuiltExample.FOLDER.resolve(example).resolve("build.log")))
                .containsPattern("(?m)Tests run: \\d+, Failures: 1, Errors: 0, Skipped: 0$")
                .contains("ReadinessIT." + untested + ": integration-tests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"micronaut", "quarkus", "dropwizard", "webflux-kotlin", "grpc"})
    void audit_agrees_and_each_report_has_the_published_form(String framework, @TempDir Path out)
            throws IOException, JsonParserException {
        String example = built(framework);
        Path built = BuiltExample.FOLDER.resolve(example);
        ReportFiles.write(out, Audit.of(built, false), true, example);
        String audited = Files.readString(out.resolve("report.json"));

        assertThat(BuiltExample.cells(JsonParser.object().from(audited)))
                .isEqualTo(BuiltExample.cells(BuiltExample.report(example)));
        Path reported = built.resolve("target").resolve("andon");
        assertThat(ReportSchema.errors(Files.readString(reported.resolve("report.json"))))
                .isEmpty();
        assertThat(SarifSchema.errors(Files.readString(reported.resolve("report.sarif"))))
                .isEmpty();
    }
}
