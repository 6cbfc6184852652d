package dev.andon.internal.canary.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryJson;
import dev.andon.canary.CanarySteps;
import dev.andon.canary.CanaryTarget;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Canaries of a help desk that would be green in many outages. None may be proven. */
final class UselessDeskCanaries {
    private UselessDeskCanaries() {}

    static String call(String method) {
        return "{\"jsonrpc\": \"2.0\", \"method\": \"" + method + "\", \"params\": [4, 5], \"id\": 7}";
    }

    @Canary(operation = "TitleIsThere", route = "GET /tickets/{id}", timeout = "20s")
    static class TitleIsThere {
        @Test
        void test(CanaryClient client) {
            CanaryJson all = client.get("/tickets").expectStatus(200).json();
            CanaryJson one = client.get("/tickets/" + all.text("/0/id"))
                    .expectStatus(200)
                    .json();
            assertNotNull(one.text("/title"));
        }
    }

    @Canary(operation = "TimeIsThere", route = "GET /level", timeout = "20s")
    static class TimeIsThere {
        @Test
        void test(CanaryClient client) {
            assertNotNull(
                    Instant.parse(client.get("/level").expectStatus(200).json().text("/asked")));
        }
    }

    @Canary(operation = "RepeatsTheWord", route = "GET /search", timeout = "20s")
    static class RepeatsTheWord {
        @Test
        void test(CanaryClient client) {
            assertEquals(
                    "seed",
                    client.get("/search?q=seed").expectStatus(200).json().text("/word"));
        }
    }

    @Canary(operation = "LinksToSomewhere", route = "GET /level", timeout = "20s")
    static class LinksToSomewhere {
        @Test
        void test(CanaryClient client) {
            assertTrue(
                    client.get("/level").expectStatus(200).json().text("/self").startsWith("http"));
        }
    }

    @Canary(operation = "TwoAnswersAgree", route = "GET /level", timeout = "20s")
    static class TwoAnswersAgree {
        @Test
        void test(CanaryClient client) {
            String once = client.get("/level").expectStatus(200).json().text("/level");
            String again = client.get("/level").expectStatus(200).json().text("/level");
            assertEquals(once, again);
        }
    }

    @Canary(operation = "SecondAnswerUnchecked", route = "GET /level", timeout = "20s")
    static class SecondAnswerUnchecked {
        @Test
        void test(CanaryClient client) {
            assertEquals("GOLD", client.get("/level").expectStatus(200).json().text("/level"));
            client.get("/level").expectStatus(200);
        }
    }

    @Canary(operation = "FirstAnswerIgnored", route = "GET /level", timeout = "20s")
    static class FirstAnswerIgnored {
        @Test
        void test(CanaryClient client) {
            client.get("/level");
            assertEquals("GOLD", client.get("/level").expectStatus(200).json().text("/level"));
        }
    }

    @Canary(operation = "SecondRangeUnchecked", route = "GET /manual", timeout = "20s")
    static class SecondRangeUnchecked {
        @Test
        void test(CanaryClient client) {
            assertEquals(
                    "abcdefgh",
                    client.withHeader("Range", "bytes=0-7")
                            .get("/manual")
                            .expectStatus(206)
                            .body());
            client.withHeader("Range", "bytes=8-15").get("/manual").expectStatus(206);
        }
    }

    @Canary(operation = "SecondFormatUnchecked", route = "GET /tickets/{id}", timeout = "20s")
    static class SecondFormatUnchecked extends HonestDeskCanaries.Opening {
        @Test
        void test(CanaryClient client) {
            open(client);
            assertEquals(
                    title,
                    client.withHeader("Accept", "application/json")
                            .get(path)
                            .expectStatus(200)
                            .json()
                            .text("/title"));
            client.withHeader("Accept", "application/xml").get(path).expectStatus(200);
        }
    }

    @Canary(operation = "NamesOfColumns", route = "GET /export", timeout = "20s")
    static class NamesOfColumns {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/export").expectStatus(200).body().startsWith("id;title\n"));
        }
    }

    @Canary(operation = "BeginsAndEndsLikeAFile", route = "GET /invoice", timeout = "20s")
    static class BeginsAndEndsLikeAFile {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            beginsAndEnds(target, steps, "/invoice");
        }
    }

    @Canary(operation = "BeginsAndEndsLikeAScan", route = "GET /invoice", timeout = "20s")
    static class BeginsAndEndsLikeAScan {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            beginsAndEnds(target, steps, "/invoice?scanned");
        }
    }

    private static void beginsAndEnds(CanaryTarget target, CanarySteps steps, String path) throws Exception {
        var invoice = HonestLibraryCanaries.bytes(target, steps, path, BodyHandlers.ofByteArray());
        assertEquals(200, invoice.statusCode());
        String text = new String(invoice.body(), StandardCharsets.ISO_8859_1);
        assertTrue(text.startsWith("%PDF-") && text.trim().endsWith("%%EOF"));
    }

    @Canary(operation = "RemoteCallIsAnswered", route = "POST /rpc", timeout = "20s")
    static class RemoteCallIsAnswered {
        @Test
        void test(CanaryClient client) {
            CanaryJson answer =
                    client.post("/rpc", call("priority")).expectStatus(200).json();
            assertEquals("2.0", answer.text("/jsonrpc"));
            assertEquals(7, answer.number("/id").intValue());
        }
    }

    @Canary(operation = "RemoteCallIsRefused", route = "POST /rpc", timeout = "20s")
    static class RemoteCallIsRefused {
        @Test
        void test(CanaryClient client) {
            CanaryJson answer =
                    client.post("/rpc", call("prioritize")).expectStatus(200).json();
            assertEquals(7, answer.number("/id").intValue());
        }
    }

    @Canary(operation = "AsManyAsItSays", route = "GET /search", timeout = "20s")
    static class AsManyAsItSays {
        @Test
        void test(CanaryClient client) {
            CanaryJson found = client.get("/search?q=seed").expectStatus(200).json();
            assertEquals(found.number("/total").intValue(), found.size("/hits"));
        }
    }

    @Canary(operation = "JobIsTaken", route = "POST /jobs", timeout = "20s")
    static class JobIsTaken {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.post("/jobs", "{}")
                    .expectStatus(202)
                    .header("Location")
                    .isPresent());
        }
    }

    @Canary(operation = "CountIsThere", route = "POST /tickets", timeout = "20s")
    static class CountIsThere extends HonestDeskCanaries.Opening {
        @Test
        void test(CanaryClient client) {
            int before = count(client);
            open(client);
            assertTrue(before > 0 && count(client) > 0);
        }

        private static int count(CanaryClient client) {
            return client.get("/statistics")
                    .expectStatus(200)
                    .json()
                    .number("/tickets")
                    .intValue();
        }
    }

    @Canary(operation = "SomethingComes", route = "GET /events", timeout = "20s")
    static class SomethingComes {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            var events =
                    HonestLibraryCanaries.<InputStream>bytes(target, steps, "/events", BodyHandlers.ofInputStream());
            assertEquals(200, events.statusCode());
            try (BufferedReader in = new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
                String line = in.readLine();
                while (line != null && !line.startsWith("data:")) {
                    line = in.readLine();
                }
                assertNotNull(line);
            }
        }
    }
}
