package dev.andon.bench;

import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.evidence.ledger.BuildId;
import dev.andon.internal.evidence.ledger.LedgerReader;
import dev.andon.internal.evidence.ledger.ReportNames;
import dev.andon.internal.evidence.ledger.ReportReader;
import dev.andon.internal.evidence.ledger.RunFreshness;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What reading results costs: reports full of output, and ledgers; the heap is what {@code -Xmx} gives this JVM. */
final class ResultsCost {
    private static final int TESTS = 12;

    private ResultsCost() {}

    /** Measures for each number of test classes; each report holds 100 KB of output. */
    public static void main(String[] counts) throws IOException {
        System.out.println("heap " + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
        for (String count : counts) {
            int classes = Integer.parseInt(count);
            Path folder = Files.createTempDirectory(Path.of("target"), "results");
            long bytes = write(folder, classes);
            long start = System.nanoTime();
            TestRuns reports = ReportReader.read(List.of(folder), RunFreshness.since(Instant.EPOCH), ReportNames.NONE);
            long between = System.nanoTime();
            TestRuns ledgers = LedgerReader.read(
                    List.of(folder),
                    new BuildId("build-1", BuildId.Kind.DAEMON, Instant.EPOCH),
                    RunFreshness.since(Instant.EPOCH));
            long end = System.nanoTime();
            plain(folder);
            long plain = System.nanoTime();
            System.out.printf(
                    "%d classes, %d MB: reports %.2f s (%d classes), ledger %.2f s (%d classes), the JDK's parser alone %.2f s%n",
                    classes,
                    bytes >> 20,
                    (between - start) / 1e9,
                    reports.classes().size(),
                    (end - between) / 1e9,
                    ledgers.classes().size(),
                    (plain - end) / 1e9);
            delete(folder);
        }
    }

    /** Reads the same reports with the parser that Andon uses, and does nothing with them. */
    private static void plain(Path folder) throws IOException {
        try (DirectoryStream<Path> reports = Files.newDirectoryStream(folder, "*.xml")) {
            for (Path report : reports) {
                try (InputStream in = Files.newInputStream(report)) {
                    XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
                    while (xml.hasNext()) {
                        xml.next();
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static long write(Path folder, int classes) throws IOException {
        String output = "2026-01-01 12:00:00 INFO com.acme.Till - sold <1> & counted\n".repeat(1700);
        long bytes = 0;
        try (BufferedWriter ledger = Files.newBufferedWriter(folder.resolve("1-1-a.jsonl"))) {
            for (int i = 0; i < classes; i++) {
                String name = "com.acme.Some" + i + "Test";
                StringBuilder xml = new StringBuilder("<testsuite name='" + name + "'>");
                ledger.write(
                        "{\"v\":1,\"build\":\"build-1\",\"class\":\"" + name
                                + "\",\"hash\":\"\",\"outcome\":\"SUCCESSFUL\",\"reason\":\"\",\"finished\":\"2026-01-01T00:00:00Z\",\"tests\":[");
                for (int test = 0; test < TESTS; test++) {
                    xml.append("<testcase name='t" + test + "' classname='" + name + "' time='0.01'/>");
                    ledger.write((test == 0 ? "" : ",") + "{\"id\":\"" + name + test + "\",\"class\":\"" + name
                            + "\",\"method\":\"t" + test + "\",\"outcome\":\"SUCCESSFUL\",\"millis\":10}");
                }
                ledger.write("]}\n");
                xml.append("<system-out><![CDATA[").append(output).append("]]></system-out></testsuite>");
                Path report = folder.resolve("TEST-" + name + ".xml");
                Files.writeString(report, xml);
                bytes += Files.size(report);
            }
        }
        return bytes;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
