package dev.andon.internal.canary.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.testing.LittleService;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControlRequestTest {
    private static final URI ELSEWHERE = URI.create("http://control.invalid/");

    @Test
    void the_control_target_is_asked_through_the_proxy_and_any_answer_counts() throws IOException {
        try (LittleService proxy = new LittleService((exchange, body) -> LittleService.json(exchange, 503, "{}"))) {
            Map<String, String> network = Map.of(
                    "andon.canary.proxy", proxy.uri().toString(), "andon.canary.credential.proxy", "andon:secret");

            assertThat(new ControlRequest(ELSEWHERE, network).answered()).isTrue();
            assertThat(proxy.asked()).extracting(LittleService.Asked::uri).containsExactly("http://control.invalid/");
            assertThat(proxy.asked().get(0).headers()).containsKey("Proxy-authorization");
        }
        assertThat(new ControlRequest(ELSEWHERE, Map.of()).answered()).isFalse();
    }
}
