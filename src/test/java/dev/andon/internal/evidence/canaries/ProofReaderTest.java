package dev.andon.internal.evidence.canaries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.Fault;
import dev.andon.internal.evidence.ProofRecord;
import dev.andon.internal.evidence.ProofRecord.Proven;
import dev.andon.internal.evidence.ProofRecord.Stale;
import dev.andon.internal.evidence.ProofRecord.Unreadable;
import dev.andon.internal.formats.ProofReport;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofReaderTest {
    private static final String CANARY = "com.acme.PlaceCanary";
    private static final Instant AT = Instant.parse("2026-11-23T15:00:00.123Z");
    private static final String WHOLE = """
            {"schemaVersion":2,"canary":"com.acme.PlaceCanary","name":"place","operation":"place an order",
             "route":"POST /orders","at":"2026-11-23T15:00:00.123Z","controlRun":"success","reason":"","asked":true,
             "requests":["POST /orders"],"anonymous":["POST /orders: no traceparent"],
             "undecided":"","provenBy":"","problems":[],
             "faults":[{"fault":"stale","does":"answers what was true before the write","verdict":"not-applicable",
                        "request":"","reason":"nothing is read back"}]}
            """;

    @TempDir
    Path output;

    private Optional<ProofRecord> read(Instant notBefore, Path... outputs) {
        return ProofReader.read(List.of(outputs), CANARY, notBefore);
    }

    private ProofRecord read(String text) throws IOException {
        write(output, text);
        return read(AT, output).orElseThrow();
    }

    private static void write(Path output, String text) throws IOException {
        Files.createDirectories(output.resolve("proofs"));
        Files.writeString(output.resolve("proofs").resolve(CANARY + ".json"), text);
    }

    @Test
    void a_proof_is_read_whole() throws IOException {
        assertThat(read(WHOLE)).isInstanceOfSatisfying(Proven.class, proven -> {
            ProofReport proof = proven.report();
            assertThat(proof.controlRun()).isEqualTo(CanaryOutcome.SUCCESS);
            assertThat(proof.asked()).isTrue();
            assertThat(proof.requests()).containsExactly("POST /orders");
            assertThat(proof.anonymous()).containsExactly("POST /orders: no traceparent");
            assertThat(proof.faults()).singleElement().satisfies(fault -> {
                assertThat(fault.fault()).isEqualTo(Fault.STALE);
                assertThat(fault.verdict()).isEqualTo(FaultVerdict.NOT_APPLICABLE);
                assertThat(fault.reason()).isEqualTo("nothing is read back");
            });
        });
    }

    @Test
    void no_file_is_no_proof() {
        assertThat(read(AT, output)).isEmpty();
    }

    @Test
    void a_proof_from_before_the_build_is_stale_and_one_of_its_first_moment_is_not() throws IOException {
        write(output, WHOLE);

        assertThat(read(AT.plusMillis(1), output)).containsInstanceOf(Stale.class);
        assertThat(read(AT, output)).containsInstanceOf(Proven.class);
    }

    @Test
    void of_several_folders_the_newest_proof_counts_and_a_damaged_one_is_never_passed_over() throws IOException {
        Path older = output.resolve("older");
        Path newer = output.resolve("newer");
        write(older, WHOLE.replace("15:00:00.123Z", "14:00:00Z").replace("\"success\"", "\"failure\""));
        write(newer, WHOLE);
        assertThat(read(Instant.EPOCH, older, newer)
                        .map(proof -> ((Proven) proof).report().controlRun()))
                .hasValue(CanaryOutcome.SUCCESS);

        write(older, "{");
        assertThat(read(Instant.EPOCH, older, newer)).containsInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"at\":\"2026-11-23T15:00:00.123Z\" | \"at\":\"yesterday\" | damaged or was never finished",
                "\"at\":\"2026-11-23T15:00:00.123Z\" | \"when\":\"now\"     | \"at\" is no text",
                "\"schemaVersion\":2                 | \"schemaVersion\":3  | \"schemaVersion\" is not 2",
                "not-applicable                      | perhaps              | \"verdict\" is \"perhaps\", which is unknown",
                "\"fault\":\"stale\"                   | \"fault\":\"odd\"      | \"fault\" is \"odd\", which is unknown",
                "com.acme.PlaceCanary                | com.acme.Other       | it is the proof of com.acme.Other",
                "[\"POST /orders\"]                  | \"POST /orders\"     | \"requests\" is no list",
                "[\"POST /orders\"]                  | [1]                  | \"requests\" holds something other than text",
                "\"asked\":true                     | \"asked\":\"yes\"     | \"asked\" is neither true nor false",
                "\"faults\":[{                       | \"faults\":[7,{      | \"faults\" holds something other than objects",
                "]}                                  | ]                    | damaged or was never finished",
            })
    void what_is_damaged_says_why(String written, String instead, String why) throws IOException {
        String text = WHOLE.replace(written, instead);
        assertThat(text).isNotEqualTo(WHOLE);

        assertThat(read(text)).isInstanceOfSatisfying(Unreadable.class, proof -> {
            assertThat(proof.why()).contains(why);
            assertThat(proof.file()).endsWith("com.acme.PlaceCanary.json");
        });
    }
}
