package dev.andon.internal.canary.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.CanaryResult;
import dev.andon.canary.CanaryRunner;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanaryRunnerTest {
    @Canary(operation = "browse", route = "GET /products", every = "1m", timeout = "5s")
    static class BrowseTestCases {
        @Test
        void browses(CanaryClient client) {
            assertEquals(
                    "TEA-100", client.get("/products").expectStatus(200).json().text("/sku"));
        }
    }

    @TempDir
    Path temp;

    private CanaryResult run(String sku) throws IOException {
        try (LittleService shop = new LittleService(
                (exchange, body) -> LittleService.json(exchange, 200, "{\"sku\": \"" + sku + "\"}"))) {
            List<CanaryResult> results = CanaryRunner.of(BrowseTestCases.class)
                    .with("andon.canary.target", shop.uri().toString())
                    .with("andon.canary.log", temp.toString())
                    .once();
            assertThat(results).hasSize(1);
            return results.get(0);
        }
    }

    @Test
    void a_canary_runs_on_the_class_path_of_its_caller() throws IOException {
        assertThat(run("TEA-100").outcome()).isEqualTo(CanaryOutcome.SUCCESS);
        assertThat(run("TEA-200").outcome()).isEqualTo(CanaryOutcome.FAILURE);
        assertThat(temp).isNotEmptyDirectory();
    }

    @Test
    void without_a_target_it_has_no_result() {
        List<CanaryResult> results = CanaryRunner.of(BrowseTestCases.class)
                .with("andon.canary.log", temp.toString())
                .once();

        assertThat(results).extracting(CanaryResult::outcome).containsExactly(CanaryOutcome.UNKNOWN);
    }

    @Test
    void another_class_is_refused() {
        assertThatThrownBy(() -> CanaryRunner.of(String.class).once())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("@Canary");
    }
}
