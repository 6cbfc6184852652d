package dev.andon.internal.canary.prove;

import static dev.andon.internal.canary.prove.HonestLibraryCanaries.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryForm;
import dev.andon.canary.CanaryJson;
import dev.andon.canary.CanaryResponse;
import dev.andon.canary.CanarySteps;
import dev.andon.canary.CanaryTarget;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Canaries that read formats other than JSON, each of which verifies what a reader needs. All must be proven. */
final class HonestFormatCanaries {
    private HonestFormatCanaries() {}

    @Canary(operation = "Soap", route = "POST /soap", timeout = "20s")
    static class Soap {
        @Test
        void test(CanaryClient client) {
            String hours = client.send(client.request("/soap")
                            .header("Content-Type", "text/xml")
                            .POST(BodyPublishers.ofString("<hours/>")))
                    .expectStatus(200)
                    .body();
            assertTrue(hours.contains("<opens>09:00</opens>"));
        }
    }

    @Canary(operation = "PartOfAMultipart", route = "GET /mixed", timeout = "20s")
    static class PartOfAMultipart {
        @Test
        void test(CanaryClient client) {
            String mixed = client.get("/mixed").expectStatus(200).body();
            assertTrue(mixed.contains("Tea room is open"));
            assertTrue(mixed.contains("\"rooms\": 3"));
        }
    }

    @Canary(operation = "NestedByKey", route = "GET /branches", timeout = "20s")
    static class NestedByKey {
        @Test
        void test(CanaryClient client) {
            CanaryJson branches = client.get("/branches").expectStatus(200).json();
            assertEquals(3, branches.number("/south/desks/1/0").intValue());
            assertEquals("WEST", branches.text("/west/city"));
        }
    }

    @Canary(operation = "DownloadWithDigest", route = "GET /report", timeout = "20s")
    static class DownloadWithDigest {
        @Test
        void test(CanaryClient client) {
            CanaryResponse report = client.get("/report").expectStatus(200);
            assertEquals(
                    "sha-256=" + LibraryService.sha(report.body()),
                    report.header("Digest").orElseThrow());
        }
    }

    @Canary(operation = "Unzips", route = "GET /archive.zip", timeout = "20s")
    static class Unzips {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            var archive = bytes(target, steps, "/archive.zip", BodyHandlers.ofByteArray());
            assertEquals(200, archive.statusCode());
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.body()))) {
                assertEquals("loans.txt", zip.getNextEntry().getName());
                assertEquals("seventeen loans", new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    @Canary(operation = "ZippedPage", route = "GET /catalogue", timeout = "20s")
    static class ZippedPage {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/catalogue").expectStatus(200).body().contains("<td>Emma</td><td>Austen</td>"));
        }
    }

    @Canary(operation = "MiddleOfAFile", route = "GET /blob", timeout = "20s")
    static class MiddleOfAFile {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            var part = bytes(target, steps, "/blob", BodyHandlers.ofByteArray(), "Range", "bytes=10-19");
            assertEquals(206, part.statusCode());
            assertArrayEquals("abcdefghij".getBytes(StandardCharsets.US_ASCII), part.body());
        }
    }

    @Canary(operation = "BinaryFrame", route = "GET /frame", timeout = "20s")
    static class BinaryFrame {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            var frame = bytes(target, steps, "/frame", BodyHandlers.ofByteArray());
            assertEquals(200, frame.statusCode());
            ByteBuffer fields = ByteBuffer.wrap(frame.body());
            assertEquals(0xCAFEBABE, fields.getInt());
            assertEquals(7, fields.getInt());
            assertEquals(1_904, fields.getLong());
        }
    }

    @Canary(operation = "Calendar", route = "GET /calendar", timeout = "20s")
    static class Calendar {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/calendar").expectStatus(200).body().contains("SUMMARY:Reading hour"));
        }
    }

    @Canary(operation = "Settings", route = "GET /settings", timeout = "20s")
    static class Settings {
        @Test
        void test(CanaryClient client) throws Exception {
            java.util.Properties settings = new java.util.Properties();
            settings.load(new java.io.StringReader(
                    client.get("/settings").expectStatus(200).body()));
            assertEquals("28", settings.getProperty("loan.days"));
        }
    }

    @Canary(operation = "ZippedTable", route = "GET /loans.csv.gz", timeout = "20s")
    static class ZippedTable {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            var table = bytes(target, steps, "/loans.csv.gz", BodyHandlers.ofByteArray());
            assertEquals(200, table.statusCode());
            String rows = new String(
                    new java.util.zip.GZIPInputStream(new ByteArrayInputStream(table.body())).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertTrue(rows.contains("Dune;3"));
        }
    }

    @Canary(operation = "OneFieldOfAFrame", route = "GET /frame", timeout = "20s")
    static class OneFieldOfAFrame {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            var frame = bytes(target, steps, "/frame", BodyHandlers.ofByteArray());
            assertEquals(200, frame.statusCode());
            assertEquals(7, ByteBuffer.wrap(frame.body()).getInt(4));
        }
    }

    @Canary(operation = "PostsAForm", route = "POST /wishes", timeout = "20s")
    static class PostsAForm {
        private final String title = "canary-" + UUID.randomUUID();
        private String id = "";

        @Test
        void test(CanaryClient client) {
            CanaryResponse page = client.post("/wishes", new CanaryForm().field("title", title))
                    .expectStatus(200);
            id = page.redirects().get(page.redirects().size() - 1).getQuery().replace("id=", "");
            assertTrue(page.body().contains("<p>" + title + "</p>"));
        }

        @AfterEach
        void clean(CanaryClient client) {
            if (!id.isEmpty()) {
                client.delete("/books/" + id);
            }
        }
    }
}
