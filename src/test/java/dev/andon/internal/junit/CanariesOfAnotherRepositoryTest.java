package dev.andon.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.Verdict;
import dev.andon.canary.Fault;
import dev.andon.internal.formats.CanaryDeclaration;
import dev.andon.internal.formats.CanaryRecord;
import dev.andon.internal.formats.CanaryRecord.JudgedPractice;
import dev.andon.internal.formats.CanaryRecordCodec;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import dev.andon.internal.formats.ProofReportCodec;
import dev.andon.testing.GoodProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Canaries whose artefact is not at hand: the readiness class names the file that their own build wrote. */
class CanariesOfAnotherRepositoryTest {
    private static final String SHOP = """
            @OperationalReadiness(includeServices = "com.acme..*Service", level = Level.NONE)
            @RequireCanaries(records = "../operations/canaries.json")
            @KeyOperation(name = "place an order", services = OrderService.class)
            """;

    @TempDir
    Path temp;

    private ReadinessProject shop() {
        return new ReadinessProject(temp.resolve("shop")).shop().readiness(SHOP);
    }

    private Path folder() {
        return temp.resolve("operations");
    }

    private void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void record(Verdict asserts) throws IOException {
        CanaryDeclaration declared = new CanaryDeclaration(
                GoodProof.CANARY,
                "place",
                "place an order",
                "",
                "1m",
                "10s",
                "",
                "shop-team",
                "https://runbooks.acme.com/place",
                "3/5",
                0);
        List<JudgedPractice> judged = Stream.of(
                        "canary-independent",
                        "canary-asserts",
                        "canary-single-operation",
                        "canary-bounded",
                        "canary-alerts")
                .map(id -> new JudgedPractice(
                        id, id.equals("canary-asserts") ? asserts : Verdict.MET, "found by its own build"))
                .toList();
        write(
                folder().resolve("canaries.json"),
                CanaryRecordCodec.encode(
                        List.of(new CanaryRecord(declared, judged, List.of(), Map.of(GoodProof.CANARY, "1f")))));
    }

    private void proof(FaultVerdict onEmptyBody) throws IOException {
        write(
                ProofReportCodec.file(folder(), GoodProof.CANARY),
                ProofReportCodec.encode(
                        GoodProof.but(Instant.parse("2026-01-01T00:00:00Z"), Fault.EMPTY_BODY, onEmptyBody)));
    }

    private List<String> failures() {
        return ReadinessProject.failures(shop().compile().run().testEvents().failed().stream())
                .map(Throwable::getMessage)
                .toList();
    }

    @Test
    void they_count_by_their_record_and_the_proof_beside_it() throws IOException {
        record(Verdict.MET);
        proof(FaultVerdict.DETECTED);

        assertThat(failures()).isEmpty();
    }

    @Test
    void a_fault_that_survived_there_fails_here() throws IOException {
        record(Verdict.MET);
        proof(FaultVerdict.SURVIVED);

        assertThat(failures())
                .singleElement()
                .asString()
                .contains("practice: canary-detects-failure (violated)", "answers with an empty body");
    }

    @Test
    void what_their_own_build_judged_counts() throws IOException {
        record(Verdict.VIOLATED);
        proof(FaultVerdict.DETECTED);

        assertThat(failures()).singleElement().asString().contains("practice: canary-asserts (violated)");
    }

    @Test
    void without_a_proof_it_is_undecided_and_says_where_one_is_looked_for() throws IOException {
        record(Verdict.MET);

        assertThat(failures())
                .filteredOn(message -> message.contains("practice: canary-detects-failure"))
                .singleElement()
                .asString()
                .contains(
                        "(undecided)",
                        "cannot determine: this build knows PlaceCanary",
                        "no proof lies beside that file")
                .contains("keep the folder proofs of the canary's own build");
    }

    @Test
    void a_file_that_is_not_there_or_damaged_is_misuse() throws IOException {
        assertThat(shop().misuse())
                .hasMessageContaining("@RequireCanaries(records = …) names " + folder().resolve("canaries.json"))
                .hasMessageContaining("which is no file: copy META-INF/andon/canaries.json");

        write(folder().resolve("canaries.json"), "{");
        assertThat(shop().misuse()).hasMessageContaining("canaries.json cannot be read: it is damaged");
    }
}
