package dev.andon.internal.canary.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryForm;
import dev.andon.canary.CanaryOutcome;
import dev.andon.canary.CanaryResponse;
import dev.andon.testing.LittleService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a journey of several requests needs of the client. */
class JourneyClientTest {

    @Canary(operation = "sign in", timeout = "30s")
    static class SignsIn {
        @Test
        void test(CanaryClient client) {
            CanaryResponse form = client.withoutRedirects().get("/account");
            assertEquals("/login", form.expectStatus(302).header("Location").orElseThrow());
            assertTrue(form.redirects().isEmpty());

            CanaryResponse account = client.post(
                            "/login",
                            new CanaryForm().field("user", "ann & bob").field("page", "ü"))
                    .expectStatus(200);
            assertEquals("/account", account.redirects().get(0).getPath());
            assertEquals("welcome", account.body());
            assertTrue(account.firstByte().compareTo(account.duration()) <= 0
                    && !account.firstByte().isZero());
        }
    }

    @Canary(operation = "upload a photo", timeout = "30s")
    static class Uploads {
        @Test
        void test(CanaryClient client) {
            client.post(
                            "/photos",
                            new CanaryForm()
                                    .field("title", "cat")
                                    .file("photo", "a\"b.png", "image/png", new byte[] {1, 13, 10, 2}))
                    .expectStatus(201);
        }
    }

    @Canary(operation = "sign in elsewhere", timeout = "30s")
    static class AsksAnotherOrigin {
        @Test
        void test(CanaryClient client) {
            client.withHeader("Authorization", "Bearer for-the-shop-alone")
                    .get("/")
                    .expectStatus(200);
            client.withHeader("Authorization", "Bearer for-the-shop-alone")
                    .at("identity")
                    .get("/token")
                    .expectStatus(200);
        }
    }

    private static LittleService shop() throws IOException {
        return new LittleService((exchange, body) -> {
            String cookie = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
            switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
                case "POST /login" -> {
                    boolean right = body.equals("user=ann+%26+bob&page=%C3%BC")
                            && exchange.getRequestHeaders()
                                    .getFirst("Content-Type")
                                    .equals("application/x-www-form-urlencoded");
                    exchange.getResponseHeaders().set("Set-Cookie", "session=s1; Path=/; HttpOnly");
                    exchange.getResponseHeaders().set("Location", "/account");
                    LittleService.answer(exchange, right ? 303 : 400, "", "");
                }
                case "GET /account" -> {
                    boolean known = cookie.contains("session=s1");
                    exchange.getResponseHeaders().set("Location", "/login");
                    LittleService.answer(exchange, known ? 200 : 302, "text/plain", known ? "welcome" : "");
                }
                default -> LittleService.answer(exchange, body.isEmpty() ? 200 : 201, "text/plain", "ok");
            }
        });
    }

    @Test
    void cookies_are_kept_for_one_run_alone_and_each_redirect_is_a_step() throws IOException {
        try (LittleService shop = shop()) {
            for (int run = 0; run < 2; run++) {
                assertThat(CanaryRuns.of(SignsIn.class, shop.uri()).only()).satisfies(one -> {
                    assertThat(one.reason()).isEmpty();
                    assertThat(one.outcome()).isEqualTo(CanaryOutcome.SUCCESS);
                    assertThat(one.steps())
                            .extracting(step -> step.name() + " " + step.status())
                            .containsExactlyInAnyOrder(
                                    "GET /account 302", "redirect to GET /account 200", "POST /login 200");
                });
            }
        }
    }

    @Test
    void a_file_is_uploaded_as_multipart() throws IOException {
        try (LittleService shop = shop()) {
            assertThat(CanaryRuns.of(Uploads.class, shop.uri()).only().outcome())
                    .isEqualTo(CanaryOutcome.SUCCESS);

            LittleService.Asked asked = shop.asked().get(0);
            String type = asked.headers().getFirst("Content-Type");
            String boundary = type.substring(type.indexOf("boundary=") + "boundary=".length());
            assertThat(type).startsWith("multipart/form-data; ");
            assertThat(asked.body())
                    .isEqualTo("--" + boundary + "\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\ncat\r\n--"
                            + boundary
                            + "\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a%22b.png\"\r\n"
                            + "Content-Type: image/png\r\n\r\n"
                            + new String(new byte[] {1, 13, 10, 2}, StandardCharsets.US_ASCII) + "\r\n--" + boundary
                            + "--\r\n");
        }
    }

    @Test
    void another_origin_is_configured_by_name_and_gets_no_header_of_the_first() throws IOException {
        try (LittleService shop = shop();
                LittleService identity = shop()) {
            Map<String, String> one = Map.of("andon.canary.target", shop.uri().toString());
            Map<String, String> both = Map.of(
                    "andon.canary.target",
                    shop.uri().toString(),
                    "andon.canary.target.identity",
                    identity.uri().toString());

            assertThat(CanaryRuns.of(AsksAnotherOrigin.class, one).only().outcome())
                    .isEqualTo(CanaryOutcome.UNKNOWN);
            assertThat(CanaryRuns.of(AsksAnotherOrigin.class, both).only().outcome())
                    .isEqualTo(CanaryOutcome.SUCCESS);
            assertThat(identity.asked()).extracting(LittleService.Asked::uri).containsExactly("/token");
            assertThat(identity.asked().get(0).headers()).doesNotContainKey("Authorization");
        }
    }
}
