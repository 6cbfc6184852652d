package dev.andon.internal.canary.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in many texts and encodings: none stays readable, and no text takes long. */
class SecretTextsTest {
    private static final String SECRET = "Pl4nted/\"s&cr3t<1'+x";
    private static final String PLAIN = "pl4ntedS3cr3tValue";

    @Test
    void a_known_secret_is_readable_in_no_text_and_no_encoding() {
        Secrets secrets = new Secrets();
        secrets.learn(SECRET);
        List<String> readable = new ArrayList<>();
        PlantedSecrets.encodings(SECRET)
                .forEach((encoding, encoded) -> PlantedSecrets.texts().forEach(text -> {
                    String redacted = secrets.redact(text.replace("%s", encoded));
                    if (redacted.contains(encoded)) {
                        readable.add(encoding + ": " + redacted);
                    }
                }));

        assertThat(PlantedSecrets.encodings(SECRET)).hasSize(20);
        assertThat(PlantedSecrets.texts()).hasSize(100);
        assertThat(readable).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "anna", "anna-b"})
    void a_known_secret_is_not_readable_in_base64_of_user_and_password(String user) {
        Secrets secrets = new Secrets();
        secrets.learn(PLAIN);

        String redacted = secrets.redact("sent " + PlantedSecrets.base64(user + ":" + PLAIN));

        assertThat(redacted).contains(Secrets.MASK).doesNotContain(PlantedSecrets.base64(user + ":" + PLAIN));
        assertThat(PlantedSecrets.base64(user + ":" + PLAIN).length() - redacted.length())
                .isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tokens\": [\"%s\", \"%s\"], \"left\": 1}",
                "{\"token\": {\"value\": \"%s\"}}",
                "{\"secretValue\": \"%s\"}",
                "{\"user\": {\"jwt\": \"%s\", \"otp\": \"%s\", \"passphrase\": \"%s\"}}",
                "{\"userPin\": \"%s\"}",
                "{\"body\": \"{\\\"refresh_token\\\": \\\"%s\\\"}\"}",
                "[{\"name\": \"access_token\", \"value\": \"%s\"}]",
                "<input type=\"hidden\" name=\"csrf_token\" value=\"%s\">",
                "<password>%s</password>",
                "<ns:secret kind=\"a\">%s</ns:secret>",
                "<login token=\"%s\" user=\"ann\"/>",
                "&quot;token&quot;:&quot;%s&quot;",
                "https://acme.com/#access_token=%s&state=1",
                "/a?page=1&x_key=%s",
                "%%22token%%22%%3A%%22%s%%22",
                "jdbc:postgresql://ann:%s@db/shop",
                "amqp://ann:%s@queue:5672",
                "redis://:%s@cache",
                "jdbc:oracle:thin:ann/%s@db:1521/shop",
                "X-Functions-Key: %s",
                "Ocp-Apim-Subscription-Key: %s",
                "X-Access-Key: %s",
                "{Authorization=[Bearer %s]}",
                "curl -H 'authorization: Bearer %s'",
                "sent Bearer %s to it",
                "password: %s",
                "Login[user=ann, password=%s]",
                "answered {\"accessToken\":\"%s",
            })
    void an_unknown_secret_is_masked_by_what_its_place_is_called(String text) {
        String planted = text.replace("%%", "%").replace("%s", PLAIN);

        assertThat(new Secrets().redact(planted)).contains(Secrets.MASK).doesNotContain(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paid by 4111 1111 1111 1111 today",
                "paid by 5500-0000-0000-0004.",
                "4012888888881881",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
                "Basic YW5uOnNlY3JldA==",
            })
    void cards_and_tokens_are_known_by_their_form(String text) {
        assertThat(new Secrets().redact(text))
                .contains(Secrets.MASK)
                .doesNotContain("1111", "0000", "8888", "eyJ", "YW5u");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"pinned\": true, \"keyboard\": \"us\", \"spin\": 3, \"tokenCount\": 5}",
                "expected: <3> but was: <4>",
                "order 4111111111111112 at 1732600000000",
                "basic understanding of the bearer of news",
                "see https://acme.com/a@b and mail ann@acme.com",
                "GET /orders/117?page=2 answered 500 in place of 200",
                "at com.acme.Shop.place(Shop.java:45)",
            })
    void what_holds_no_secret_stays_readable(String text) {
        assertThat(new Secrets().redact(text)).isEqualTo(text);
    }

    static Stream<String> kinds() {
        return Stream.of(
                "a",
                "?a=b&c",
                "{\"token\": \"abc\", ",
                "\"token\": {",
                "&x&y;",
                "https://a:b",
                "<token ",
                "Bearer ",
                "eyJ",
                "4111 ",
                "=====",
                "name=\"token\" ",
                "\\\\\"\\\"",
                "jdbc:oracle:thin:",
                "the quick brown fox: jumps over 13 lazy dogs. ");
    }

    /** Generous, for a busy machine: what is not linear takes minutes. */
    @ParameterizedTest
    @MethodSource("kinds")
    void a_megabyte_is_not_redacted_in_quadratic_time(String kind) {
        Secrets secrets = new Secrets();
        PlantedSecrets.encodings(SECRET).values().forEach(secrets::learn);
        String text = kind.repeat((1 << 20) / kind.length());
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long from = System.nanoTime();
            secrets.redact(text);
            fastest = Math.min(fastest, System.nanoTime() - from);
        }

        System.out.printf(Locale.ROOT, "1 MB of %s: %d ms%n", kind, fastest / 1_000_000);
        assertThat(fastest / 1_000_000).as("milliseconds").isLessThan(30_000);
    }

    @Test
    void a_very_long_text_is_shortened_and_no_secret_is_cut_in_two() {
        Secrets secrets = new Secrets();
        secrets.learn(PLAIN);
        for (int before = (1 << 20) - 40; before < (1 << 20) + 60; before += 9) {
            String redacted = secrets.redact("x".repeat(before) + PLAIN + "y".repeat(100_000));
            assertThat(redacted.substring(redacted.length() - 400)).doesNotContain(PLAIN.substring(0, 6));
        }
    }
}
