package dev.andon.internal.canary.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryJson;
import dev.andon.canary.CanaryResponse;
import dev.andon.canary.CanarySteps;
import dev.andon.canary.CanaryTarget;
import dev.andon.canary.Fault;
import dev.andon.canary.WaiveFault;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Canaries of a help desk, each of which verifies what a user needs. All must be proven. */
final class HonestDeskCanaries {
    private HonestDeskCanaries() {}

    /** Opens a ticket in each run. */
    abstract static class Opening {
        final String title = "canary-" + UUID.randomUUID();
        String path = "";

        CanaryResponse open(CanaryClient client) {
            CanaryResponse opened =
                    client.post("/tickets", "{\"title\": \"" + title + "\"}").expectStatus(201);
            path = opened.header("Location").orElseThrow();
            return opened;
        }

        @AfterEach
        void clean(CanaryClient client) {
            if (!path.isEmpty()) {
                client.delete(path);
            }
        }
    }

    @Canary(operation = "ListAndDetailAgree", route = "GET /tickets/{id}", timeout = "20s")
    static class ListAndDetailAgree {
        @Test
        void test(CanaryClient client) {
            CanaryJson all = client.get("/tickets").expectStatus(200).json();
            String any = "/" + new Random().nextInt(all.size(""));
            CanaryJson one = client.get("/tickets/" + all.text(any + "/id"))
                    .expectStatus(200)
                    .json();
            assertEquals(all.text(any + "/title"), one.text("/title"));
        }
    }

    @Canary(operation = "CountGrows", route = "POST /tickets", timeout = "20s")
    static class CountGrows extends Opening {
        @Test
        void test(CanaryClient client) {
            int before = count(client);
            open(client);
            assertEquals(before + 1, count(client));
        }

        private static int count(CanaryClient client) {
            return client.get("/statistics")
                    .expectStatus(200)
                    .json()
                    .number("/tickets")
                    .intValue();
        }
    }

    /** Of the ticket only its address and its tag are used. */
    @Canary(operation = "ChangesAndCounts", route = "PATCH /tickets/{id}", timeout = "20s")
    static class ChangesAndCounts extends Opening {
        @Test
        void test(CanaryClient client) {
            open(client);
            String tag = client.get(path).expectStatus(200).header("ETag").orElseThrow();
            int before = changes(client);
            CanaryClient locked = client.withHeader("If-Match", tag);
            locked.patch(path, "{\"title\": \"other\"}").expectStatus(200);
            assertTrue(changes(client) > before);
            locked.patch(path, "{\"title\": \"lost\"}").expectStatus(412);
        }

        private static int changes(CanaryClient client) {
            return client.get("/statistics")
                    .expectStatus(200)
                    .json()
                    .number("/changes")
                    .intValue();
        }
    }

    @Canary(operation = "FindsOne", route = "GET /search", timeout = "20s")
    static class FindsOne extends Opening {
        @Test
        void test(CanaryClient client) {
            open(client);
            assertEquals(
                    1, client.get("/search?q=" + title).expectStatus(200).json().size("/hits"));
        }
    }

    @Canary(operation = "OwnRowOfASheet", route = "POST /tickets", timeout = "20s")
    static class OwnRowOfASheet extends Opening {
        @Test
        void test(CanaryClient client, CanaryTarget target, CanarySteps steps) throws Exception {
            open(client);
            var sheet = HonestLibraryCanaries.bytes(target, steps, "/sheet", BodyHandlers.ofInputStream());
            assertEquals(200, sheet.statusCode());
            try (ZipInputStream zip = new ZipInputStream(sheet.body())) {
                assertEquals("xl/sheet1.xml", zip.getNextEntry().getName());
                String rows = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(rows.contains("<c>" + title + "</c>"));
            }
        }
    }

    /** Each is asked for more often in some runs than in others. */
    @Canary(operation = "AsksInTurn", route = "POST /jobs", timeout = "20s")
    static class AsksInTurn extends Opening {
        @Test
        void test(CanaryClient client) throws InterruptedException {
            open(client);
            String job = client.post("/jobs", "{}")
                    .expectStatus(202)
                    .header("Location")
                    .orElseThrow();
            for (int i = 0; i < 10; i++) {
                String state = client.get(job).expectStatus(200).json().text("/state");
                String found = client.get(path).expectStatus(200).json().text("/title");
                if (state.equals("DONE") && found.equals(title)) {
                    return;
                }
                Thread.sleep(5);
            }
            fail("the job is not done");
        }
    }

    /** One lost answer of three alerts nobody. */
    @Canary(operation = "TwoOfThree", route = "GET /level", timeout = "20s")
    static class TwoOfThree {
        @Test
        void test(CanaryClient client) {
            int right = 0;
            for (int i = 0; i < 3; i++) {
                CanaryResponse answer = client.get("/level");
                right += answer.status() == 200 && answer.body().contains("\"GOLD\"") ? 1 : 0;
            }
            assertTrue(right >= 2);
        }
    }

    @Canary(operation = "AsksTwice", route = "GET /level", timeout = "20s")
    static class AsksTwice {
        @Test
        void test(CanaryClient client) {
            for (int i = 0; i < 2; i++) {
                assertEquals(
                        "GOLD", client.get("/level").expectStatus(200).json().text("/level"));
            }
        }
    }

    @Canary(operation = "BothRanges", route = "GET /manual", timeout = "20s")
    static class BothRanges {
        @Test
        void test(CanaryClient client) {
            assertEquals(
                    "abcdefgh",
                    client.withHeader("Range", "bytes=0-7")
                            .get("/manual")
                            .expectStatus(206)
                            .body());
            assertEquals(
                    "ijklmnop",
                    client.withHeader("Range", "bytes=8-15")
                            .get("/manual")
                            .expectStatus(206)
                            .body());
        }
    }

    @Canary(operation = "BothFormats", route = "GET /tickets/{id}", timeout = "20s")
    static class BothFormats extends Opening {
        @Test
        void test(CanaryClient client) {
            open(client);
            CanaryResponse json =
                    client.withHeader("Accept", "application/json").get(path).expectStatus(200);
            assertEquals(title, json.json().text("/title"));
            CanaryResponse xml =
                    client.withHeader("Accept", "application/xml").get(path).expectStatus(200);
            assertTrue(xml.body().contains("<title>" + title + "</title>"));
        }
    }

    @Canary(operation = "OwnRow", route = "GET /export", timeout = "20s")
    static class OwnRow extends Opening {
        @Test
        void test(CanaryClient client) {
            open(client);
            List<String> rows =
                    client.get("/export").expectStatus(200).body().lines().toList();
            assertEquals("id;title", rows.get(0));
            assertTrue(rows.contains(path.replaceAll("\\D", "") + ";" + title));
        }
    }

    @Canary(operation = "PriceOnTheInvoice", route = "GET /invoice", timeout = "20s")
    static class PriceOnTheInvoice {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            var invoice = HonestLibraryCanaries.bytes(target, steps, "/invoice?scanned", BodyHandlers.ofByteArray());
            assertEquals(200, invoice.statusCode());
            String text = new String(invoice.body(), StandardCharsets.ISO_8859_1);
            assertTrue(text.startsWith("%PDF-") && text.contains("49.90 EUR"));
        }
    }

    @Canary(operation = "RemoteCall", route = "POST /rpc", timeout = "20s")
    static class RemoteCall {
        @Test
        void test(CanaryClient client) {
            CanaryJson answer = client.post("/rpc", UselessDeskCanaries.call("priority"))
                    .expectStatus(200)
                    .json();
            assertEquals(7, answer.number("/id").intValue());
            assertEquals(20, answer.number("/result/priority").intValue());
        }
    }

    @Canary(operation = "FindsAsManyAsItSays", route = "GET /search", timeout = "20s")
    static class FindsAsManyAsItSays {
        @Test
        void test(CanaryClient client) {
            CanaryJson found = client.get("/search?q=seed").expectStatus(200).json();
            assertTrue(found.text("/hits/0/title").contains("seed"));
            assertEquals(found.number("/total").intValue(), found.size("/hits"));
        }
    }

    @Canary(operation = "JobIsDone", route = "POST /jobs", timeout = "20s")
    static class JobIsDone {
        @Test
        void test(CanaryClient client, CanarySteps steps) throws Exception {
            String job = client.post("/jobs", "{}")
                    .expectStatus(202)
                    .header("Location")
                    .orElseThrow();
            steps.await(
                    "the job is done",
                    Duration.ofMillis(20),
                    Duration.ofSeconds(5),
                    () -> assertEquals(
                            "DONE", client.get(job).expectStatus(200).json().text("/state")));
        }
    }

    /** What a job does shows in no response. */
    @Canary(operation = "JobIsTaken", route = "POST /jobs", timeout = "20s")
    @WaiveFault(value = Fault.CHANGED_VALUE, request = "POST /jobs", reason = "the job prints on paper in the office")
    static class JobIsTaken {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.post("/jobs", "{}")
                    .expectStatus(202)
                    .header("Location")
                    .isPresent());
        }
    }

    /** The stream has no end: its reader leaves when it has seen both. */
    @Canary(operation = "OpenedAndClosed", route = "GET /events", timeout = "20s")
    static class OpenedAndClosed {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            var events =
                    HonestLibraryCanaries.<InputStream>bytes(target, steps, "/events", BodyHandlers.ofInputStream());
            assertEquals(200, events.statusCode());
            Set<String> states = new HashSet<>();
            try (BufferedReader in = new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
                while (states.size() < 2) {
                    String line = in.readLine();
                    assertNotNull(line, "the stream has ended");
                    Matcher state = Pattern.compile("\"state\":\\s*\"(\\w+)\"").matcher(line);
                    if (state.find()) {
                        assertTrue(Set.of("OPENED", "CLOSED").contains(state.group(1)));
                        states.add(state.group(1));
                    }
                }
            }
        }
    }
}
