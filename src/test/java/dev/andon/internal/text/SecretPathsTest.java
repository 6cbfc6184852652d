package dev.andon.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretPathsTest {

    @ParameterizedTest
    @CsvSource({
        "/reset-password/abc, /reset-password/***",
        "/api/tokens/abc/use, /api/tokens/***/use",
        "/hooks/T024/B024/XyZ0abcdefGHIJKLMNOPqrst, /hooks/T024/B024/***",
        "/bot123456:AAabcdefGHIJKLMNOPqrst/send, /***/send",
        "/verify/eyJhbGciOi.eyJzdWIi.c2ln, /verify/***",
        "/a;access_token=abc/b, /a;access_token=***/b",
    })
    void a_secret_is_masked(String path, String masked) {
        assertThat(SecretPaths.masked(path)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/orders/117",
                "/orders/3f2504e0-4f89-41d3-9a0c-0305e82c3301/lines",
                "/owners/507f1f77bcf86cd799439011",
                "/products/TEA-100-ASSAM-FIRST-FLUSH",
                "/tokens",
                "/passwords/",
                "/articles/how-we-moved-42-services-to-java-17",
            })
    void what_is_none_stays(String path) {
        assertThat(SecretPaths.masked(path)).isEqualTo(path);
    }
}
