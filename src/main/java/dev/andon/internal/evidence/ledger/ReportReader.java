package dev.andon.internal.evidence.ledger;

import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.TestRun;
import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.evidence.ledger.RunFreshness.Age;
import dev.andon.internal.formats.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/**
 * Reads the reports of Surefire, Failsafe and Gradle, for a build whose tests ran without Andon on the class path. They
 * know neither unique ids nor tags, and of a class that gave up in its set-up they know its name alone.
 */
public final class ReportReader {

    private final List<ClassRun> classes = new ArrayList<>();
    private final List<ClassRun> stale = new ArrayList<>();
    private final List<ClassRun> undated = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private ReportReader() {}

    private record Report(Path file, ReportFile content, Instant written) {

        /** The class that was run: the suite may bear a suffix, or be a name for display. */
        String className() {
            return topLevel(
                    content.cases().isEmpty()
                            ? content.suite()
                            : content.cases().get(0).run().className());
        }
    }

    /**
     * What the reports in these folders tell.
     *
     * @param reportFolders folders of {@code TEST-*.xml}; those that do not exist hold nothing
     * @param freshness decides by the time of writing which reports are stale
     */
    public static TestRuns read(List<Path> reportFolders, RunFreshness freshness) {
        ReportReader reader = new ReportReader();
        for (Path folder : reportFolders.stream().distinct().toList()) {
            if (Files.isDirectory(folder)) {
                reader.readFolder(folder, freshness);
            }
        }
        return new TestRuns(List.copyOf(reader.classes), List.copyOf(reader.stale), List.copyOf(reader.problems))
                .withUndated(reader.undated);
    }

    private void readFolder(Path folder, RunFreshness freshness) {
        Map<Age, List<Report>> byAge = new EnumMap<>(Age.class);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
            for (Path file : files) {
                readFile(file, freshness, byAge);
            }
        } catch (IOException e) {
            problems.add("The report folder " + folder + " cannot be read (" + e
                    + "): what ran is not known. Make it readable and run the build again.");
        }
        byAge.forEach((age, reports) ->
                byClass(reports).forEach((name, of) -> runs(age).add(classRun(name, of))));
    }

    private List<ClassRun> runs(Age age) {
        return switch (age) {
            case CURRENT -> classes;
            case OLDER -> stale;
            case UNKNOWN -> undated;
        };
    }

    private void readFile(Path file, RunFreshness freshness, Map<Age, List<Report>> byAge) {
        try (InputStream in = Files.newInputStream(file)) {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            Report report = new Report(file, ReportFile.parse(in), written);
            byAge.computeIfAbsent(freshness.of(report.className(), written), age -> new ArrayList<>())
                    .add(report);
        } catch (XMLStreamException e) {
            String cause = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            problems.add("The report " + file + " cannot be read: " + cause
                    + " The tests in it do not count, all others do. Run the build again.");
        } catch (IOException e) {
            problems.add("The report " + file + " cannot be read (" + e
                    + "): the tests in it do not count. Make it readable and run the build again.");
        }
    }

    /** What one report tells of one top-level class; a report of an outer class may tell of nested ones alone. */
    private record Part(Report report, List<ReportFile.Case> cases) {}

    private static Map<String, List<Part>> byClass(List<Report> reports) {
        Map<String, List<Part>> byClass = new TreeMap<>();
        for (Report report : reports) {
            Map<String, List<ReportFile.Case>> cases = new TreeMap<>();
            for (ReportFile.Case each : report.content().cases()) {
                cases.computeIfAbsent(topLevel(each.run().className()), name -> new ArrayList<>())
                        .add(each);
            }
            if (cases.isEmpty()) {
                cases.put(topLevel(report.content().suite()), List.of());
            }
            cases.forEach((name, of) ->
                    byClass.computeIfAbsent(name, key -> new ArrayList<>()).add(new Part(report, of)));
        }
        return byClass;
    }

    private static String topLevel(String className) {
        int nested = className.indexOf('$', className.lastIndexOf('.') + 2);
        return nested < 0 ? className : className.substring(0, nested);
    }

    private static ClassRun classRun(String className, List<Part> parts) {
        List<ReportFile.Case> all =
                parts.stream().flatMap(part -> part.cases().stream()).toList();
        List<TestRun> tests = all.stream()
                .filter(each -> !each.ofClass())
                .map(ReportFile.Case::run)
                .toList();
        Instant finished = parts.stream()
                .map(part -> part.report().written())
                .max(Instant::compareTo)
                .orElseThrow();
        String source = parts.get(0).report().file().toString();
        for (ReportFile.Case each : all) {
            if (each.ofClass() && each.run().outcome() != Outcome.SUCCESSFUL) {
                return new ClassRun(className, each.run().outcome(), each.reason(), tests, finished, source);
            }
        }
        if (tests.isEmpty()) {
            // Reports keep silent about a class that gave up in its set-up: it is there, and no test of it is.
            String reason = "its report names no test: its set-up gave up, or it has none";
            return new ClassRun(className, Outcome.ABORTED, reason, tests, finished, source);
        }
        boolean skipped = tests.stream().allMatch(test -> test.outcome() == Outcome.SKIPPED);
        String reason = skipped ? all.get(0).reason() : "";
        return new ClassRun(className, skipped ? Outcome.SKIPPED : Outcome.SUCCESSFUL, reason, tests, finished, source);
    }
}
