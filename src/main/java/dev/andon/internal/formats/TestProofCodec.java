package dev.andon.internal.formats;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.andon.TestKind;
import dev.andon.internal.formats.MethodFaultResult.Verdict;
import dev.andon.internal.formats.TestProof.LeftOut;
import dev.andon.internal.formats.TestProof.Timing;
import java.nio.file.Path;
import java.time.Instant;

/** The files {@code test-proof-<kind>.json}, which say what faults showed about the tests of a kind. */
public final class TestProofCodec {
    private static final int VERSION = 1;

    private TestProofCodec() {}

    /**
     * A proof as a file holds it.
     *
     * @param at when it ended
     */
    public record Recorded(Instant at, TestProof proof) {}

    /**
     * Returns the file of the proof of one kind of test.
     *
     * @param output the folder that Andon writes to
     */
    public static Path file(Path output, TestKind kind) {
        return output.resolve("test-proof-" + kind.tag() + ".json");
    }

    /** Returns the text of the file. */
    public static String encode(Recorded recorded) {
        JsonStringWriter json = JsonWriter.indent("  ").string();
        json.object()
                .value("schemaVersion", VERSION)
                .value("version", recorded.proof().version())
                .value("at", recorded.at().toString());
        encode(recorded.proof(), json);
        return json.end().done() + "\n";
    }

    /** Adds the fields of a proof to an object that is being written. */
    public static void encode(TestProof proof, JsonStringWriter json) {
        json.value("kind", proof.kind().tag())
                .value("undecided", proof.undecided())
                .value("shard", proof.shard().toString())
                .object("timing")
                .value("startMillis", proof.timing().start())
                .value("controlMillis", proof.timing().control())
                .value("faultsMillis", proof.timing().faults())
                .value("executions", proof.timing().executions())
                .value("neededMillis", proof.timing().neededMillis())
                .end()
                .array("leftOut");
        proof.leftOut().forEach(left -> json.object()
                .value("test", left.test())
                .value("reason", left.reason())
                .end());
        json.end().array("faults");
        proof.faults().forEach(fault -> encode(fault, json));
        json.end();
    }

    private static void encode(MethodFaultResult result, JsonStringWriter json) {
        FaultedMethod method = result.method();
        json.object()
                .value("service", method.service())
                .value("module", method.module())
                .value("class", method.className())
                .value("method", method.method())
                .value("descriptor", method.descriptor())
                .value("entryPoint", method.entryPoint())
                .value("file", method.sourceFile())
                .value("line", method.line())
                .value("fault", result.fault().id())
                .value("change", result.change())
                .value("verdict", result.verdict().id())
                .value("reason", result.reason())
                .value("detectedBy", result.detectedBy())
                .array("tests", result.tests())
                .end();
    }

    /**
     * Returns the proof that a file holds.
     *
     * @param source the file, for the message
     * @throws MalformedFileException if the text is no proof of this version
     */
    public static Recorded decode(String text, String source) {
        JsonFields fields = JsonFields.parse(text, source);
        fields.requireVersion("schemaVersion", VERSION);
        return new Recorded(fields.instant("at"), proof(fields, fields.text("version")));
    }

    /** Returns what {@link #encode(TestProof, JsonStringWriter)} wrote. */
    static TestProof proof(JsonFields fields, String version) {
        JsonFields timing = fields.object("timing").orElseThrow(() -> fields.malformed("it lacks \"timing\""));
        return new TestProof(
                version,
                kind(fields),
                fields.objects("faults").stream().map(TestProofCodec::result).toList(),
                fields.objects("leftOut").stream()
                        .map(left -> new LeftOut(left.text("test"), left.text("reason")))
                        .toList(),
                fields.text("undecided"),
                shard(fields),
                new Timing(
                        timing.integer("startMillis"),
                        timing.integer("controlMillis"),
                        timing.integer("faultsMillis"),
                        timing.integer("executions"),
                        timing.integer("neededMillis")));
    }

    private static TestKind kind(JsonFields fields) {
        String tag = fields.text("kind");
        return TestKind.kinds().stream()
                .filter(kind -> kind.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> fields.malformed("\"kind\" is \"" + tag + "\", which is unknown"));
    }

    private static Shard shard(JsonFields fields) {
        try {
            return Shard.parse(fields.text("shard"));
        } catch (IllegalArgumentException malformed) {
            throw fields.malformed("\"shard\" is wrong: " + malformed.getMessage());
        }
    }

    private static MethodFaultResult result(JsonFields fields) {
        return new MethodFaultResult(
                new FaultedMethod(
                        fields.text("class"),
                        fields.text("method"),
                        fields.text("descriptor"),
                        fields.text("file"),
                        fields.integer("line"),
                        fields.text("entryPoint"),
                        fields.text("service"),
                        fields.text("module")),
                fields.constant(MethodFault.class, "fault"),
                fields.text("change"),
                fields.constant(Verdict.class, "verdict"),
                fields.text("reason"),
                fields.texts("tests"),
                fields.text("detectedBy"));
    }
}
