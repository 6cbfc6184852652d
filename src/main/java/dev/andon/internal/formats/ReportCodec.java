package dev.andon.internal.formats;

import dev.andon.Evidence;
import dev.andon.Level;
import dev.andon.PracticeFinding;
import dev.andon.PracticeResult;
import dev.andon.ServiceResult;
import dev.andon.Verdict;
import java.util.List;

/** Reads {@code report.json} back, as far as results go. */
public final class ReportCodec {
    private static final int VERSION = 1;

    private ReportCodec() {}

    /**
     * The results of one build.
     *
     * @param enabled whether anything was checked
     * @param level the level that is required
     */
    public record WrittenReport(
            boolean enabled,
            Level level,
            List<ServiceResult> services,
            List<ServiceResult> canaries,
            List<PracticeResult> codebase) {}

    /**
     * Returns what a report says.
     *
     * @param source the file, for the message
     * @throws MalformedFileException if the text is no report of this version
     */
    public static WrittenReport decode(String text, String source) {
        JsonFields fields = JsonFields.parse(text, source);
        fields.requireVersion("schemaVersion", VERSION);
        return new WrittenReport(
                fields.flag("enabled"),
                fields.constant(Level.class, "level"),
                fields.objects("services").stream().map(ReportCodec::subject).toList(),
                fields.objects("canaries").stream().map(ReportCodec::subject).toList(),
                fields.objects("codebase").stream().map(ReportCodec::result).toList());
    }

    /** A proof of tests in a report, and what is required of these tests. */
    public record WrittenProof(TestProof proof, List<RequiredProof> required) {}

    /**
     * Returns the proofs of tests in a report.
     *
     * @param source the file, for the message
     * @throws MalformedFileException if the text is no report of this version
     */
    public static List<WrittenProof> testProofs(String text, String source) {
        JsonFields fields = JsonFields.parse(text, source);
        fields.requireVersion("schemaVersion", VERSION);
        return fields.objects("testProofs").stream()
                .map(proof -> new WrittenProof(
                        TestProofCodec.proof(proof, ""),
                        proof.objects("required").stream()
                                .map(required -> new RequiredProof(
                                        required.texts("services"),
                                        required.texts("packages"),
                                        required.number("atLeast"),
                                        required.text("budget")))
                                .toList()))
                .toList();
    }

    private static ServiceResult subject(JsonFields fields) {
        return new ServiceResult(
                fields.text("name"),
                fields.text("label"),
                fields.text("module"),
                fields.objects("practices").stream().map(ReportCodec::result).toList());
    }

    private static PracticeResult result(JsonFields fields) {
        Verdict verdict = fields.constant(Verdict.class, "verdict");
        List<String> tests = fields.texts("tests");
        String found = fields.text("found");
        String fix = fields.text("fix");
        return new PracticeResult(
                fields.text("id"),
                verdict,
                fields.constant(Evidence.class, "evidence"),
                tests,
                fields.text("finding"),
                found,
                fix,
                List.of(new PracticeFinding(verdict, fields.texts("keys"), tests, found, fix)));
    }
}
