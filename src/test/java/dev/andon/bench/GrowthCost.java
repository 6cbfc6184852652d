package dev.andon.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.andon.internal.bytecode.ClassRoot;
import dev.andon.internal.evidence.ledger.BuildId;
import dev.andon.internal.evidence.ledger.LedgerReader;
import dev.andon.internal.evidence.ledger.ReportNames;
import dev.andon.internal.evidence.ledger.ReportReader;
import dev.andon.internal.evidence.ledger.RunFreshness;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the cost of reading results grows: processor time of this JVM, which does not depend on what else runs, for a quarter
 * of the size and for the whole. Linear is a ratio of 4.
 */
final class GrowthCost {
    private static final int CASES_OF_A_CLASS = 100;
    private static final RunFreshness ANY = RunFreshness.since(Instant.EPOCH);

    private GrowthCost() {}

    private interface Work {
        void on(Path folder) throws IOException;
    }

    private interface Input {
        void write(Path folder, int size) throws IOException;
    }

    /** Prints a table; the sizes are test cases, ledger lines and files. */
    public static void main(String[] sizes) throws IOException {
        System.out.println("heap " + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
        System.out.println("| | size | a quarter of it, s | all of it, s | ratio |");
        System.out.println("|---|---|---|---|---|");
        row(
                "test cases in reports",
                Integer.parseInt(sizes[0]),
                GrowthCost::reports,
                folder -> ReportReader.read(List.of(folder), ANY, ReportNames.NONE));
        row(
                "lines of ledgers",
                Integer.parseInt(sizes[1]),
                GrowthCost::ledger,
                folder -> LedgerReader.read(
                        List.of(folder), new BuildId("build-1", BuildId.Kind.DAEMON, Instant.EPOCH), ANY));
        row("files", Integer.parseInt(sizes[2]), GrowthCost::files, folder -> RunFreshness.newerThan(
                        List.of(new ClassRoot(folder, "till", false)), module -> Set.of())
                .of("com.acme.Till", Instant.now()));
    }

    private static void row(String what, int size, Input files, Work work) throws IOException {
        seconds(size / 16, files, work);
        double quarter = seconds(size / 4, files, work);
        double all = seconds(size, files, work);
        System.out.printf(Locale.ROOT, "| %s | %,d | %.2f | %.2f | %.1f |%n", what, size, quarter, all, all / quarter);
    }

    private static double seconds(int size, Input files, Work work) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "growth");
        try {
            files.write(folder, size);
            System.gc();
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long from = system.getProcessCpuTime();
            work.on(folder);
            return (system.getProcessCpuTime() - from) / 1e9;
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void reports(Path folder, int cases) throws IOException {
        for (int i = 0; i < cases / CASES_OF_A_CLASS; i++) {
            String name = "com.acme.Some" + i + "Test";
            StringBuilder xml = new StringBuilder("<testsuite name='" + name + "'>");
            for (int test = 0; test < CASES_OF_A_CLASS; test++) {
                xml.append("<testcase name='t" + test + "' classname='" + name + "' time='0.01'/>");
            }
            Files.writeString(folder.resolve("TEST-" + name + ".xml"), xml.append("</testsuite>"));
        }
    }

    /** One in a hundred lines is of another class: builds repeat their classes. */
    private static void ledger(Path folder, int lines) throws IOException {
        try (BufferedWriter ledger = Files.newBufferedWriter(folder.resolve("1-1-a.jsonl"))) {
            for (int i = 0; i < lines; i++) {
                String name = "com.acme.Some" + i / 100 + "Test";
                ledger.write("{\"v\":1,\"build\":\"build-1\",\"class\":\"" + name
                        + "\",\"hash\":\"\",\"outcome\":\"SUCCESSFUL\",\"reason\":\"\",\"finished\":\"2026-01-01T00:00:00Z\",\"tests\":[{\"id\":\""
                        + name + "\",\"class\":\"" + name
                        + "\",\"method\":\"t\",\"outcome\":\"SUCCESSFUL\",\"millis\":10}]}\n");
            }
        }
    }

    private static void files(Path folder, int files) throws IOException {
        for (int i = 0; i < files; i++) {
            Path below = folder.resolve("p" + i / 1000);
            if (i % 1000 == 0) {
                Files.createDirectories(below);
            }
            Files.createFile(below.resolve("C" + i + ".class"));
        }
    }
}
