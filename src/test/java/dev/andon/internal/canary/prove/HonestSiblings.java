package dev.andon.internal.canary.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryJson;
import dev.andon.canary.CanaryResponse;
import dev.andon.canary.CanarySteps;
import dev.andon.canary.CanaryTarget;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** More canaries that verify what a user needs: by relations, digests, parsers and sets. All must be proven. */
final class HonestSiblings {
    private HonestSiblings() {}

    @Canary(operation = "TotalIsProduct", route = "GET /quote", timeout = "20s")
    static class TotalIsProduct {
        @Test
        void test(CanaryClient client) {
            int quantity = ThreadLocalRandom.current().nextInt(2, 9);
            CanaryJson quote =
                    client.get("/quote?quantity=" + quantity).expectStatus(200).json();
            assertEquals(quote.number("/price").multiply(BigDecimal.valueOf(quantity)), quote.number("/total"));
        }
    }

    @Canary(operation = "WholeBody", route = "GET /quote", timeout = "20s")
    static class WholeBody {
        @Test
        void test(CanaryClient client) {
            assertEquals(
                    "{\"price\": 7, \"quantity\": 3, \"total\": 21}",
                    client.get("/quote?quantity=3").expectStatus(200).body());
        }
    }

    @Canary(operation = "ByARegularExpression", route = "GET /quote", timeout = "20s")
    static class ByARegularExpression {
        @Test
        void test(CanaryClient client) {
            Matcher total = Pattern.compile("\"total\": (\\d+)")
                    .matcher(client.get("/quote?quantity=3").expectStatus(200).body());
            assertTrue(total.find());
            assertEquals("21", total.group(1));
        }
    }

    @Canary(operation = "ChangesByPatience", route = "PATCH /carts/{id}", timeout = "20s")
    static class ChangesByPatience {
        private final String cart = "/carts/" + UUID.randomUUID();

        @AfterEach
        void clean(CanaryClient client) {
            client.delete(cart);
        }

        @Test
        void test(CanaryClient client, CanarySteps steps) throws Exception {
            client.put(cart, "{\"quantity\": 2}").expectStatus(200);
            client.patch(cart, "{\"more\": 3}").expectStatus(200);
            steps.await(
                    "changed",
                    Duration.ofMillis(10),
                    Duration.ofSeconds(2),
                    () -> assertEquals(
                            "5", client.get(cart).expectStatus(200).json().text("/quantity")));
        }
    }

    @Canary(operation = "ByTheClientOfTheJdk", route = "PUT /carts/{id}", timeout = "20s")
    static class ByTheClientOfTheJdk {
        private final String cart = "/carts/" + UUID.randomUUID();

        @AfterEach
        void clean(CanaryClient client) {
            client.delete(cart);
        }

        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            HttpClient http = HttpClient.newHttpClient();
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target.uri() + cart))
                    .header("User-Agent", steps.userAgent())
                    .header("traceparent", steps.traceparent());
            assertEquals(
                    200,
                    http.send(
                                    request.PUT(HttpRequest.BodyPublishers.ofString("{\"quantity\": 4}"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode());
            var read = http.send(request.GET().build(), BodyHandlers.ofString());
            assertEquals(200, read.statusCode());
            assertTrue(read.body().contains("\"quantity\": 4,"), read.body());
        }
    }

    @Canary(operation = "NoteIsGone", route = "DELETE /notes/{id}", timeout = "20s")
    static class NoteIsGone {
        @Test
        void test(CanaryClient client) {
            String text = "canary-" + UUID.randomUUID();
            String id = client.post("/notes", "{\"text\": \"" + text + "\"}")
                    .expectStatus(201)
                    .json()
                    .text("/id");
            assertTrue(client.get("/notes").expectStatus(200).body().contains(text));
            client.delete("/notes/" + id).expectStatus(204);
            String left = client.get("/notes").expectStatus(200).body();
            assertTrue(left.contains("first note"));
            assertFalse(left.contains(text));
        }
    }

    @Canary(operation = "CountsStrictly", route = "POST /visits", timeout = "20s")
    static class CountsStrictly {
        @Test
        void test(CanaryClient client) {
            BigDecimal before = client.get("/visits").expectStatus(200).json().number("/visits");
            client.post("/visits", "{}").expectStatus(200);
            assertEquals(
                    before.add(BigDecimal.ONE),
                    client.get("/visits").expectStatus(200).json().number("/visits"));
        }
    }

    @Canary(operation = "TextOfTheMainPart", route = "GET /about", timeout = "20s")
    static class TextOfTheMainPart {
        @Test
        void test(CanaryClient client) {
            assertEquals(
                    "We sell tea since 1904.",
                    client.get("/about").expectStatus(200).body().replaceAll("(?s).*<main>(.*)</main>.*", "$1"));
        }
    }

    @Canary(operation = "DigestOfAnImage", route = "GET /logo.png", timeout = "20s")
    static class DigestOfAnImage {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            var logo = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(target.uri() + "/logo.png"))
                                    .header("User-Agent", steps.userAgent())
                                    .header("traceparent", steps.traceparent())
                                    .build(),
                            BodyHandlers.ofByteArray());
            assertEquals(200, logo.statusCode());
            assertEquals(
                    "f63f03094db56906185058fcff2d73ad0807712926dab2e20cb1e593351ab490",
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(logo.body())));
        }
    }

    @Canary(operation = "FeedByAParser", route = "GET /feed", timeout = "20s")
    static class FeedByAParser {
        @Test
        void test(CanaryClient client) throws Exception {
            var feed = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(
                            client.get("/feed").expectStatus(200).body())));
            assertEquals(
                    "Open on Sunday", feed.getElementsByTagName("title").item(0).getTextContent());
        }
    }

    @Canary(operation = "FormByItsFields", route = "GET /token", timeout = "20s")
    static class FormByItsFields {
        @Test
        void test(CanaryClient client) {
            Map<String, String> form = Arrays.stream(
                            client.get("/token").expectStatus(200).body().split("&"))
                    .map(field -> field.split("=", 2))
                    .collect(Collectors.toMap(
                            field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
            assertEquals(Map.of("scope", "read", "user", "ann smith"), form);
        }
    }

    @Canary(operation = "SetOfLines", route = "GET /lines", timeout = "20s")
    static class SetOfLines {
        @Test
        void test(CanaryClient client) {
            assertEquals(
                    Set.of("{\"sku\": \"tea\"}", "{\"sku\": \"coffee\"}"),
                    client.get("/lines").expectStatus(200).body().lines().collect(Collectors.toSet()));
        }
    }

    @Canary(operation = "OneVetAndItsRate", route = "GET /vets", timeout = "20s")
    static class OneVetAndItsRate {
        @Test
        void test(CanaryClient client) {
            CanaryJson vets = client.get("/vets").expectStatus(200).json();
            String rate = IntStream.range(0, vets.size("/vets"))
                    .filter(i -> vets.text("/vets/" + i + "/name").equals("Vet 3"))
                    .mapToObj(i -> vets.text("/vets/" + i + "/rate"))
                    .findFirst()
                    .orElse("none");
            assertEquals("5.5", rate);
        }
    }

    @Canary(operation = "RowOfATable", route = "GET /pages/vets", timeout = "20s")
    static class RowOfATable {
        @Test
        void test(CanaryClient client) {
            assertTrue(Pattern.compile("<td>Helen Leary</td>\\s*<td>radiology</td>")
                    .matcher(client.get("/pages/vets").expectStatus(200).body())
                    .find());
        }
    }

    @Canary(operation = "AnswerTellsWhatIsStored", route = "POST /owners", timeout = "20s")
    static class AnswerTellsWhatIsStored {
        @Test
        void test(CanaryClient client) {
            String name = "canary-" + UUID.randomUUID();
            CanaryResponse created =
                    client.post("/owners", "{\"name\": \"" + name + "\"}").expectStatus(201);
            String id = created.json().text("/id");
            try {
                assertEquals(name, created.json().text("/name"));
                CanaryJson read = client.get("/owners/" + id).expectStatus(200).json();
                assertEquals(id + name, read.text("/id") + read.text("/name"));
            } finally {
                client.delete("/owners/" + id).expectStatus(204);
            }
        }
    }

    @Canary(operation = "ArchiveByItsNames", route = "GET /vets.gz", timeout = "20s")
    static class ArchiveByItsNames {
        @Test
        void test(CanaryClient client) {
            CanaryJson vets = client.get("/vets.gz").expectStatus(200).json();
            assertEquals(Set.of("Helen", "Linda"), Set.of(vets.text("/0/name"), vets.text("/1/name")));
        }
    }
}
