package dev.andon.internal.tell;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.internal.formats.TestProofCodec;
import dev.andon.internal.judge.Report;
import dev.andon.internal.judge.ReportDetails;
import dev.andon.internal.judge.ServiceCoverage;
import dev.andon.internal.require.Requirements;

/** Writes a report as {@code report.json}, in the form of {@code report.schema.json}. */
final class ReportJson {
    static final String SCHEMA =
            "https://github.com/andon-dev/andon/blob/main/src/main/resources/dev/andon/report.schema.json";

    private static final int SCHEMA_VERSION = 1;

    private ReportJson() {}

    static String of(Report report, boolean enabled) {
        JsonStringWriter json = JsonWriter.indent("  ")
                .string()
                .object()
                .value("$schema", SCHEMA)
                .value("schemaVersion", SCHEMA_VERSION)
                .value("enabled", enabled)
                .value("readinessClass", report.readinessClass())
                .value("level", report.level().name())
                .object("counts");
        report.counts().forEach((verdict, count) -> json.value(verdict.word(), count));
        json.end().array("services");
        for (ServiceResult service : report.services()) {
            subject(json, service);
            report.coverageOf(service).ifPresent(measured -> coverage(json, measured));
            json.end();
        }
        json.end().array("canaries");
        for (ServiceResult canary : report.canaries()) {
            subject(json, canary);
            json.end();
        }
        json.end().array("codebase");
        report.codebase().forEach(result -> practice(json, result));
        json.end().array("notes");
        report.notes().forEach(json::value);
        json.end();
        details(json, report.details());
        return json.end().done() + "\n";
    }

    private static void details(JsonStringWriter json, ReportDetails details) {
        json.array("waivers");
        for (Requirements.Waiver waiver : details.waivers()) {
            json.object()
                    .value("practice", waiver.practice().id())
                    .value("service", waiver.service())
                    .value("package", waiver.inPackage())
                    .array("tests");
            waiver.tests().forEach(json::value);
            json.end().array("faults");
            waiver.faults().forEach(json::value);
            json.end()
                    .value("reason", waiver.reason())
                    .value("owner", waiver.owner())
                    .value("until", waiver.until().toString())
                    .end();
        }
        json.end().array("baseline");
        details.baseline().entries().forEach((entry, since) -> json.object()
                .value("practice", entry.practice())
                .value("service", entry.subject())
                .value("finding", entry.finding())
                .value("since", since.toString())
                .end());
        json.end().array("testProofs");
        details.testProofs().forEach(proven -> {
            json.object().array("required");
            proven.required().forEach(required -> json.object()
                    .array("services", required.services())
                    .array("packages", required.packages())
                    .value("atLeast", required.atLeast())
                    .value("budget", required.budget())
                    .end());
            TestProofCodec.encode(proven.proof(), json.end());
            json.end();
        });
        json.end();
    }

    private static void subject(JsonStringWriter json, ServiceResult subject) {
        json.object()
                .value("name", subject.name())
                .value("label", subject.label())
                .value("module", subject.module())
                .array("practices");
        subject.practices().forEach(result -> practice(json, result));
        json.end();
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
                .array("keys");
        result.findings().stream()
                .flatMap(finding -> finding.keys().stream())
                .distinct()
                .forEach(json::value);
        json.end().end();
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
