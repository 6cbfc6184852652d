package dev.andon.internal.formats;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.Fault;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.internal.formats.ProofReport.Problem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The files {@code proofs/<class of the canary>.json}, by which a proof tells the readiness class what it found out. */
public final class ProofReportCodec {
    private static final int VERSION = 2;

    private ProofReportCodec() {}

    /**
     * Returns the file of the proof of a canary.
     *
     * @param output the folder that Andon writes to
     */
    public static Path file(Path output, String canary) {
        return output.resolve("proofs").resolve(canary + ".json");
    }

    /** Returns the file where it exists; a class file may name a canary as no file can be named. */
    public static Optional<Path> existing(Path output, String canary) {
        try {
            return Optional.of(file(output, canary)).filter(Files::exists);
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }

    /** Returns the text of the file. */
    public static String encode(ProofReport report) {
        JsonStringWriter json = JsonWriter.indent("  ").string();
        json.object()
                .value("schemaVersion", VERSION)
                .value("canary", report.canary())
                .value("name", report.name())
                .value("operation", report.operation())
                .value("route", report.route())
                .value("at", report.at().toString())
                .value("controlRun", report.controlRun().id())
                .value("reason", report.reason())
                .value("asked", report.asked())
                .array("requests", report.requests())
                .array("anonymous", report.anonymous())
                .value("undecided", report.undecided())
                .value("provenBy", report.provenBy())
                .value("downgraded", report.downgraded())
                .array("problems");
        for (Problem problem : report.problems()) {
            json.object()
                    .value("id", problem.id())
                    .value("found", problem.found())
                    .value("fix", problem.fix())
                    .end();
        }
        json.end().array("faults");
        for (FaultResult result : report.faults()) {
            json.object()
                    .value("fault", result.fault().id())
                    .value("kind", result.fault().kind().name().toLowerCase(Locale.ROOT))
                    .value("does", result.fault().does())
                    .value("verdict", result.verdict().id())
                    .value("request", result.request())
                    .value("reason", result.reason())
                    .end();
        }
        json.end();
        WatchingCodec.encode(json, report);
        return json.end().done() + "\n";
    }

    /**
     * Returns the proof that a file holds.
     *
     * @param source the file, for the message
     * @throws MalformedFileException if the text is no proof of this version
     */
    public static ProofReport decode(String text, String source) {
        JsonFields fields = JsonFields.parse(text, source);
        fields.requireVersion("schemaVersion", VERSION);
        ProofReport report = new ProofReport(
                fields.text("canary"),
                fields.text("name"),
                fields.text("operation"),
                fields.text("route"),
                fields.instant("at"),
                fields.constant(CanaryOutcome.class, "controlRun"),
                fields.text("reason"),
                fields.flag("asked"),
                fields.texts("requests"),
                fields.texts("anonymous"),
                fields.objects("problems").stream()
                        .map(problem -> new Problem(problem.text("id"), problem.text("found"), problem.text("fix")))
                        .toList(),
                fields.text("undecided"),
                fields.text("provenBy"),
                fields.textOrEmpty("downgraded"),
                fields.objects("faults").stream().map(ProofReportCodec::result).toList());
        return report.with(WatchingCodec.tolerance(fields), WatchingCodec.outage(fields));
    }

    private static FaultResult result(JsonFields fields) {
        String id = fields.text("fault");
        Fault fault = Arrays.stream(Fault.values())
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> fields.malformed("\"fault\" is \"" + id + "\", which is unknown"));
        return new FaultResult(
                fault, fields.constant(FaultVerdict.class, "verdict"), fields.text("request"), fields.text("reason"));
    }
}
