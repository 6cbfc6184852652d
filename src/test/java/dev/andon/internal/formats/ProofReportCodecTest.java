package dev.andon.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.Fault;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProofReportCodecTest {

    @Test
    void decodes_what_it_encodes_with_every_fault_and_verdict() {
        List<FaultResult> results = Arrays.stream(Fault.values())
                .map(fault -> new FaultResult(
                        fault,
                        FaultVerdict.values()[fault.ordinal() % FaultVerdict.values().length],
                        "GET /a?…",
                        "it \"stays\" green"))
                .toList();
        ProofReport report = new ProofReport(
                "com.acme.PlaceCanary",
                "place",
                "place an order",
                "POST /orders",
                Instant.parse("2026-01-02T03:04:05.006Z"),
                CanaryOutcome.FAILURE,
                "no order",
                true,
                List.of("POST /orders", "GET /a?…"),
                List.of("GET /a: no traceparent"),
                List.of(new ProofReport.Problem("other-operation", "only sends GET /vets", "name it")),
                "a rate limit",
                "com.acme.PlaceRedTest",
                "over HTTP/1.1 in place of HTTP/2",
                results);

        String text = ProofReportCodec.encode(report);

        assertThat(text).contains("\"does\":\"answers 500\"", "\"not-applicable\"");
        assertThat(ProofReportCodec.decode(text, "place.json")).isEqualTo(report);
    }

    @Test
    void a_proof_lies_in_a_file_named_after_the_class() {
        assertThat(ProofReportCodec.file(Path.of("out"), "com.acme.PlaceCanary"))
                .isEqualTo(Path.of("out", "proofs", "com.acme.PlaceCanary.json"));
    }

    @Test
    void every_fault_has_its_own_id() {
        assertThat(Arrays.stream(Fault.values()).map(Fault::id).collect(Collectors.toSet()))
                .hasSize(Fault.values().length);
    }
}
