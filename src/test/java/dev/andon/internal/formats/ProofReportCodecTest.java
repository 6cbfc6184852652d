package dev.andon.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.Fault;
import dev.andon.internal.formats.InjectedOutage.StatedOutage;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.internal.formats.ProofReport.FaultVerdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Instant time = Instant.parse("2026-01-02T03:04:05.006Z");
        Stream.of(
                        report.with(
                                Optional.of(new TriedTolerance("8/10", false, 5, Optional.empty())),
                                Optional.of(InjectedOutage.undecided("its runs take too long"))),
                        report.with(
                                Optional.of(new TriedTolerance("1/1", true, 5, Optional.of(1))),
                                Optional.of(new InjectedOutage(
                                        "",
                                        "refused",
                                        time,
                                        time.plusSeconds(3),
                                        3,
                                        List.of(
                                                new StatedOutage(
                                                        Optional.of(time.minusMillis(7)),
                                                        time,
                                                        time,
                                                        Optional.of(time.plusMillis(8)),
                                                        2,
                                                        "it \"failed\""),
                                                new StatedOutage(
                                                        Optional.empty(), time, time, Optional.empty(), 1, ""))))))
                .forEach(watched -> assertThat(ProofReportCodec.decode(ProofReportCodec.encode(watched), "place.json"))
                        .isEqualTo(watched));
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
