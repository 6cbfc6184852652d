package dev.andon.internal.canary.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private final Secrets secrets = new Secrets();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /a?access_token=abc&page=2 | GET /a?access_token=***&page=2",
                "GET /a?page=2&api_key=abc | GET /a?page=2&api_key=***",
                "GET /a?page=2&keyword | GET /a?page=2&keyword",
                "GET /a?page=2 | GET /a?page=2",
                "https://user:pw@acme.com/a | https://***@acme.com/a",
                "Authorization: Bearer abc | Authorization: ***",
                "the token is of no use | the token is of no use",
            })
    void what_looks_like_a_secret_is_masked(String text, String masked) {
        assertThat(secrets.redact(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p1+ 4nt:\"ed | p1+ 4nt:\"ed",
                "p1+ 4nt:\"ed | p1%2B+4nt%3A%22ed",
                "p1+ 4nt:\"ed | p1%2B%204nt%3A%22ed",
                "p1+ 4nt:\"ed | p1+ 4nt:\\\"ed",
                "p1+ 4nt:\"ed | cDErIDRudDoiZWQ=",
            })
    void a_learnt_value_is_masked_in_its_usual_encodings(String value, String written) {
        secrets.learn(value);

        assertThat(secrets.redact("found " + written + " there")).isEqualTo("found *** there");
    }

    @Test
    void the_secret_part_of_a_header_is_learnt() {
        secrets.learnHeader("Authorization", "Basic dXNlcjpwbGFudGVk");
        secrets.learnHeader("Set-Cookie", "SID=31d4d96e407aad42; Path=/; HttpOnly");
        secrets.learnHeader("Cookie", "theme=dark-mode; SID=aabbcc");
        secrets.learnHeader("Accept", "application/json");

        assertThat(secrets.redact("dXNlcjpwbGFudGVk planted 31d4d96e407aad42 aabbcc Path=/ application/json"))
                .isEqualTo("*** *** *** *** Path=/ application/json");
    }

    @Test
    void a_throwable_without_secrets_stays_itself_and_one_with_them_is_copied() {
        secrets.learn("planted");
        Throwable plain = new IllegalStateException("nothing", new IllegalArgumentException("here"));
        Throwable telling = new IllegalStateException("nothing", new IllegalArgumentException("the planted one"));
        telling.addSuppressed(new IllegalStateException("planted too"));

        assertThat(new Redaction(secrets).of(plain)).isSameAs(plain);
        Throwable copy = new Redaction(secrets).of(telling);
        assertThat(copy).hasMessage("java.lang.IllegalStateException: nothing").hasStackTraceContaining("***");
        assertThat(copy.getStackTrace()).isEqualTo(telling.getStackTrace());
        assertThat(copy).hasStackTraceContaining("the *** one").hasStackTraceContaining("*** too");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST /login answered 401 in place of 200: {\"token\":\"tok-1\", \"user\": \"ann\"}"
                        + "|POST /login answered 401 in place of 200: {\"token\":\"***\", \"user\": \"ann\"}",
                "{\"user\": {\"accessToken\" : \"a\\\"b\", \"id\": 7}}|{\"user\": {\"accessToken\" : \"***\", \"id\": 7}}",
                "{\"log\": \"{\\\"client_secret\\\":\\\"abc\\\"}\"}|{\"log\": \"{\\\"client_secret\\\":\"***\"}\"}",
                "{\"otp\": 1, \"sessionId\": 123456}|{\"otp\": \"***\", \"sessionId\": \"***\"}",
                "{\"refresh_token\":\"tok-and-then-it-was-cu|{\"refresh_token\":\"***\"",
                "answered 200: access_token=abc&x=1|answered 200: access_token=***&x=1",
                "password=abc|password=***",
                "expected: Login[token=tok-2, user=ann]|expected: Login[token=***, user=ann]",
                "{token=tok-3, left=1}|{token=***, left=1}",
            })
    void members_of_a_body_that_are_named_like_secrets_are_masked(String text, String masked) {
        assertThat(new Secrets().redact(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tokens_left\": 5, \"author\": \"ann\", \"tokenType\": \"card\", \"key\": \"tea\"}",
                "status code=500, keyboard=us",
                "{\"passwordless\": true, \"monkey\": \"yes\"}"
            })
    void members_that_are_not_stay_readable(String text) {
        assertThat(new Secrets().redact(text)).isEqualTo(text);
    }

    @Test
    void a_secret_may_be_as_long_as_it_likes() {
        String token = "t\\n".repeat(50_000);

        assertThat(new Secrets().redact("{\"token\": \"" + token + "\", \"id\": 7}"))
                .isEqualTo("{\"token\": \"***\", \"id\": 7}");
    }
}
