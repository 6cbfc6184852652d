package dev.andon.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cannot reach mongodb+srv://a:b@acme.com/a | cannot reach mongodb+srv://***@acme.com/a",
                "redis://:pw@cache:6379 refused | redis://***@cache:6379 refused",
                "https://acme.com/a@b | https://acme.com/a@b",
                "sent bearer abc.DEF-123_456 twice | sent bearer *** twice",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl expired | *** expired",
                "{\"password\":\"planted\"} | {\"password\":\"***\"}",
                "GET /a?token=ab,cd)e&page=1, then | GET /a?token=***&page=1, then",
                "the bearer authentication failed | the bearer authentication failed",
                "expected 3 but was 4 | expected 3 but was 4",
            })
    void what_looks_like_a_secret_is_masked(String text, String masked) {
        assertThat(SecretText.mask(text)).isEqualTo(masked);
    }

    @Test
    void no_text_takes_long() {
        String[] parts = {
            "a", "https://", "bearer 1", "eyJ", "&token", "\"token", "token=", "authorization:", "\\\"", " "
        };
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (String part : parts) {
                SecretText.mask(part.repeat(1_000_000 / part.length()));
            }
        });
    }
}
