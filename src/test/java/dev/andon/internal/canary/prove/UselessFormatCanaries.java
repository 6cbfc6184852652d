package dev.andon.internal.canary.prove;

import static dev.andon.internal.canary.prove.HonestLibraryCanaries.bytes;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.andon.Canary;
import dev.andon.canary.CanaryClient;
import dev.andon.canary.CanaryJson;
import dev.andon.canary.CanaryResponse;
import dev.andon.canary.CanarySteps;
import dev.andon.canary.CanaryTarget;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Canaries that read formats other than JSON and would be green in many outages. None may be proven. */
final class UselessFormatCanaries {
    private UselessFormatCanaries() {}

    @Canary(operation = "NoSoapFault", route = "POST /soap", timeout = "20s")
    static class NoSoapFault {
        @Test
        void test(CanaryClient client) {
            String hours = client.send(client.request("/soap").POST(BodyPublishers.ofString("<hours/>")))
                    .expectStatus(200)
                    .body();
            assertTrue(hours.contains("Envelope>"));
            assertFalse(hours.contains("Fault"));
        }
    }

    @Canary(operation = "ThreeBoundaries", route = "GET /mixed", timeout = "20s")
    static class ThreeBoundaries {
        @Test
        void test(CanaryClient client) {
            assertEquals(4, client.get("/mixed").expectStatus(200).body().split("--part").length);
        }
    }

    @Canary(operation = "BranchNames", route = "GET /branches", timeout = "20s")
    static class BranchNames {
        @Test
        void test(CanaryClient client) {
            CanaryJson branches = client.get("/branches").expectStatus(200).json();
            assertTrue(branches.has("/north/city") && branches.has("/south/city"));
            assertEquals(2, branches.size("/west/desks"));
        }
    }

    @Canary(operation = "NameOfADownload", route = "GET /report", timeout = "20s")
    static class NameOfADownload {
        @Test
        void test(CanaryClient client) {
            CanaryResponse report = client.get("/report").expectStatus(200);
            assertTrue(report.header("Content-Disposition").orElseThrow().contains("report.csv"));
            assertTrue(report.body().startsWith("day;loans"));
            assertTrue(report.body().lines().count() > 2);
        }
    }

    @Canary(operation = "NamesInAnArchive", route = "GET /archive.zip", timeout = "20s")
    static class NamesInAnArchive {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            var archive = bytes(target, steps, "/archive.zip", BodyHandlers.ofByteArray());
            assertEquals(200, archive.statusCode());
            assertEquals('P', archive.body()[0]);
            assertTrue(archive.body().length > 100);
        }
    }

    @Canary(operation = "RowsOfACatalogue", route = "GET /catalogue", timeout = "20s")
    static class RowsOfACatalogue {
        @Test
        void test(CanaryClient client) {
            assertTrue(client.get("/catalogue").expectStatus(200).body().split("<tr>").length > 2);
        }
    }

    @Canary(operation = "LengthOfAPart", route = "GET /blob", timeout = "20s")
    static class LengthOfAPart {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            var part = bytes(target, steps, "/blob", BodyHandlers.ofByteArray(), "Range", "bytes=10-19");
            assertEquals(206, part.statusCode());
            assertEquals(10, part.body().length);
        }
    }

    @Canary(operation = "MagicNumberOnly", route = "GET /frame", timeout = "20s")
    static class MagicNumberOnly {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            var frame = bytes(target, steps, "/frame", BodyHandlers.ofByteArray());
            assertEquals(200, frame.statusCode());
            assertEquals(0xCAFEBABE, ByteBuffer.wrap(frame.body()).getInt());
            assertEquals(16, frame.body().length);
        }
    }

    @Canary(operation = "ReadsTwice", route = "GET /greeting", timeout = "20s")
    static class TwoReadsWithAnotherBetween {
        @Test
        void test(CanaryClient client) {
            CanaryResponse first = client.get("/greeting");
            client.get("/open").expectStatus(200);
            CanaryResponse second = client.get("/greeting");
            assertEquals(first.status(), second.status());
            assertEquals(first.body(), second.body());
        }
    }

    @Canary(operation = "AnyCalendar", route = "GET /calendar", timeout = "20s")
    static class AnyCalendar {
        @Test
        void test(CanaryClient client) {
            String calendar = client.get("/calendar").expectStatus(200).body();
            assertTrue(calendar.startsWith("BEGIN:VCALENDAR"));
            assertTrue(calendar.contains("SUMMARY:"));
        }
    }

    @Canary(operation = "NamesOfMetrics", route = "GET /settings", timeout = "20s")
    static class NamesOfSettings {
        @Test
        void test(CanaryClient client) {
            String settings = client.get("/settings").expectStatus(200).body();
            assertTrue(settings.contains("loan.days=") && settings.contains("# Settings"));
        }
    }

    @Canary(operation = "NamesInAZippedTable", route = "GET /loans.csv.gz", timeout = "20s")
    static class SomeZippedTable {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            var table = bytes(target, steps, "/loans.csv.gz", BodyHandlers.ofByteArray());
            assertEquals(200, table.statusCode());
            assertTrue(new java.util.zip.GZIPInputStream(new ByteArrayInputStream(table.body())).readAllBytes().length
                    > 10);
        }
    }

    @Canary(operation = "InTime", route = "GET /offer", timeout = "20s")
    static class InTime {
        @Test
        void test(CanaryClient client) {
            assertTimeout(
                    Duration.ofMillis(200),
                    () -> client.get("/offer").expectStatus(200).json());
        }
    }

    @Canary(operation = "OnlyParses", route = "GET /branches", timeout = "20s")
    static class OnlyParses {
        @Test
        void test(CanaryClient client) {
            assertDoesNotThrow(() -> client.get("/branches").expectStatus(200).json());
        }
    }

    @Canary(operation = "ReturnsInFinally", route = "GET /greeting", timeout = "20s")
    static class ReturnsInFinally {
        @Test
        @SuppressWarnings("finally")
        void test(CanaryClient client) {
            try {
                assertTrue(client.get("/greeting").expectStatus(200).body().startsWith("Good day"));
            } finally {
                return;
            }
        }
    }

    @Canary(operation = "IsNotTheError", route = "GET /books/{id}", timeout = "20s")
    static class IsNotTheError extends HonestLibraryCanaries.Adding {
        @Test
        void test(CanaryClient client) {
            add(client);
            assertNotEquals(
                    "{\"error\": \"no book\"}",
                    client.get(path).expectStatus(200).body());
        }
    }

    /** Reads the archive to its end, whatever it holds. */
    @Canary(operation = "AnyArchive", route = "GET /archive.zip", timeout = "20s")
    static class AnyArchive {
        @Test
        void test(CanaryTarget target, CanarySteps steps) throws Exception {
            var archive = bytes(target, steps, "/archive.zip", BodyHandlers.ofByteArray());
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.body()))) {
                assertTrue(zip.getNextEntry().getName().endsWith(".txt"));
            }
        }
    }
}
