package dev.andon.internal.tell;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.internal.judge.Report;
import dev.andon.internal.judge.ServiceCoverage;

/** The report as {@code report.json}. */
final class ReportJson {
    private static final int SCHEMA_VERSION = 1;

    private ReportJson() {}

    static String of(Report report, boolean enabled) {
        JsonStringWriter json = JsonWriter.indent("  ")
                .string()
                .object()
                .value("schemaVersion", SCHEMA_VERSION)
                .value("enabled", enabled)
                .value("readinessClass", report.readinessClass())
                .array("services");
        for (ServiceResult service : report.services()) {
            json.object()
                    .value("name", service.name())
                    .value("module", service.module())
                    .array("practices");
            service.practices().forEach(result -> practice(json, result));
            json.end();
            report.coverageOf(service).ifPresent(stated -> coverage(json, stated));
            json.end();
        }
        json.end().array("codebase");
        report.codebase().forEach(result -> practice(json, result));
        json.end().array("notes");
        report.notes().forEach(json::value);
        return json.end().end().done() + "\n";
    }

    private static void practice(JsonStringWriter json, PracticeResult result) {
        json.object()
                .value("id", result.id())
                .value("verdict", result.verdict().word())
                .value("evidence", result.evidence().name())
                .array("tests");
        result.tests().forEach(json::value);
        json.end()
                .value("finding", result.finding())
                .value("found", result.found())
                .value("fix", result.fix())
                .end();
    }

    private static void coverage(JsonStringWriter json, ServiceCoverage stated) {
        json.object("coverage");
        stated.parts().forEach((by, part) -> {
            json.object(by);
            counter(json, "lines", part.coveredLines(), part.lines());
            counter(json, "branches", part.coveredBranches(), part.branches());
            json.end();
        });
        json.end();
    }

    private static void counter(JsonStringWriter json, String of, int covered, int total) {
        json.object(of).value("covered", covered).value("total", total).end();
    }
}
