package dev.andon.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.TestKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestProofCodecTest {
    private static final String FILE = "test-proof-integration.json";

    private static TestProofCodec.Recorded recorded(MethodFaultResult.Verdict verdict) {
        FaultedMethod method = new FaultedMethod(
                "com.acme.Orders", "read", "(J)V", "Orders.java", 41, "GET /orders/{id}", "com.acme.Orders", "shop");
        return new TestProofCodec.Recorded(
                Instant.parse("2026-11-26T10:00:00Z"),
                new TestProof(
                        "0.1",
                        TestKind.INTEGRATION,
                        List.of(new MethodFaultResult(
                                method,
                                MethodFault.CHANGED_VALUE,
                                "total + 1",
                                verdict,
                                "a \"reason\"",
                                List.of("com.acme.OrdersIT#reads", "com.acme.OrdersIT#lists"),
                                "com.acme.OrdersIT#reads")),
                        List.of(new TestProof.LeftOut("com.acme.SlowIT", "failed")),
                        "",
                        new Shard(2, 8),
                        new TestProof.Timing(1, 2, 3, 4, 5)));
    }

    @ParameterizedTest
    @EnumSource(MethodFaultResult.Verdict.class)
    void reads_what_it_writes(MethodFaultResult.Verdict verdict) {
        TestProofCodec.Recorded recorded = recorded(verdict);

        assertThat(TestProofCodec.decode(TestProofCodec.encode(recorded), FILE)).isEqualTo(recorded);
    }

    @Test
    void each_kind_has_a_file() {
        assertThat(TestProofCodec.file(Path.of("out"), TestKind.INTEGRATION)).isEqualTo(Path.of("out", FILE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"schemaVersion\": 9}", "[]"})
    void refuses_what_is_no_proof(String text) {
        assertThatThrownBy(() -> TestProofCodec.decode(text, FILE))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining(FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2/8\"", "\"changed-value\"", "\"integration\"", "\"detected\""})
    void refuses_words_that_it_does_not_know(String word) {
        String text = TestProofCodec.encode(recorded(MethodFaultResult.Verdict.DETECTED))
                .replace(word, "\"9/8\"");

        assertThatThrownBy(() -> TestProofCodec.decode(text, FILE)).isInstanceOf(MalformedFileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/2", "3/2", "1", "1/0", "a/b", "1/2/3", ""})
    void refuses_what_is_no_shard(String text) {
        assertThatThrownBy(() -> Shard.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write for example 2/8");
    }

    @Test
    void shards_hold_each_fault_once() {
        for (int number = 0; number < 20; number++) {
            int fault = number;
            assertThat(List.of(new Shard(1, 3), new Shard(2, 3), new Shard(3, 3)))
                    .filteredOn(shard -> shard.holds(fault))
                    .hasSize(1);
        }
    }
}
