package dev.andon.internal.evidence.canaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.CanaryProof;
import dev.andon.canary.Fault;
import dev.andon.internal.evidence.ProofRecord.Proven;
import dev.andon.internal.formats.ProofReport.FaultResult;
import dev.andon.testing.LittleService;
import dev.andon.testing.OutputProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What a proof writes is what the readiness class reads. */
class WrittenProofIsReadTest {
    private static LittleService service;

    @TempDir
    Path output;

    private OutputProperty property;

    @Canary(operation = "look at the health", route = "GET /health", every = "1m", timeout = "2s")
    static class HealthCanary {
        @Test
        void is_up(CanaryClient client) {
            assertEquals("UP", client.get("/health").expectStatus(200).json().text("/status"));
        }
    }

    static class HealthProofTestCases {
        @TestFactory
        Stream<DynamicNode> the_canary_turns_red() {
            return CanaryProof.of(HealthCanary.class).against(service.uri()).tests();
        }
    }

    @BeforeEach
    void open() throws IOException {
        property = new OutputProperty(output);
        service = new LittleService((exchange, body) -> LittleService.json(exchange, 200, "{\"status\": \"UP\"}"));
    }

    @AfterEach
    void close() {
        service.close();
        property.close();
    }

    @Test
    void a_written_proof_is_read_whole() {
        Instant began = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(HealthProofTestCases.class))
                .execute();

        assertThat(ProofReader.read(List.of(output), HealthCanary.class.getName(), began))
                .get()
                .isInstanceOfSatisfying(Proven.class, proof -> {
                    assertThat(proof.report().controlRun()).isEqualTo(CanaryOutcome.SUCCESS);
                    assertThat(proof.report().requests()).containsExactly("GET /health");
                    assertThat(proof.report().anonymous()).isEmpty();
                    assertThat(proof.report().faults())
                            .extracting(FaultResult::fault)
                            .containsExactly(Fault.values());
                });
    }
}
