package dev.andon.internal.evidence.ledger;

import dev.andon.internal.evidence.ClassRun;
import dev.andon.internal.evidence.TestRun;
import dev.andon.internal.evidence.TestRuns;
import dev.andon.internal.evidence.ledger.RunFreshness.Age;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private final ReportNames names;
    private final RunFreshness freshness;

    private ReportReader(ReportNames names, RunFreshness freshness) {
        this.names = names;
        this.freshness = freshness;
    }

    private record Report(Path file, ReportFile content, Instant written) {}

    /**
     * What one suite tells of one top-level class: a suite of an outer class may tell of nested ones alone.
     *
     * @param cases its cases, by the classes that ran them
     */
    private record Part(Report report, Map<String, List<ReportFile.Case>> cases) {}

    /**
     * What the reports in these folders tell.
     *
     * @param reportFolders folders of reports, by whatever names; those that do not exist hold nothing
     * @param freshness decides by the time of writing which reports are stale
     * @param names tells what the names in them mean
     */
    public static TestRuns read(List<Path> reportFolders, RunFreshness freshness, ReportNames names) {
        ReportReader reader = new ReportReader(names, freshness);
        for (Path folder : reportFolders.stream().distinct().toList()) {
            if (Files.isDirectory(folder)) {
                reader.readFolder(folder);
            }
        }
        return new TestRuns(List.copyOf(reader.classes), List.copyOf(reader.stale), List.copyOf(reader.problems))
                .withUndated(reader.undated);
    }

    private void readFolder(Path folder) {
        Map<Age, Map<String, List<Part>>> byAge = new EnumMap<>(Age.class);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.xml")) {
            List<Path> sorted = new ArrayList<>();
            files.forEach(sorted::add);
            sorted.sort(Comparator.naturalOrder());
            for (Path file : sorted) {
                readFile(file).forEach(report -> sort(report, byAge));
            }
        } catch (IOException | DirectoryIteratorException e) {
            problems.add("The report folder " + folder + " cannot be read (" + e
                    + "): what ran is not known. Make it readable and run the build again.");
        }
        byAge.forEach(
                (age, byClass) -> byClass.forEach((name, parts) -> runs(age).add(classRun(name, parts))));
    }

    private List<ClassRun> runs(Age age) {
        return switch (age) {
            case CURRENT -> classes;
            case OLDER -> stale;
            case UNKNOWN -> undated;
        };
    }

    private List<Report> readFile(Path file) {
        // Others lie beside the reports: summaries, results of another tool.
        boolean named = file.getFileName().toString().startsWith("TEST-");
        if (!Files.isRegularFile(file)) {
            if (named) {
                problems.add("The report " + file
                        + " is no regular file: the tests in it do not count. Remove it and run the build again.");
            }
            return List.of();
        }
        try (InputStream in = InputFile.open(file, InputFile.LARGEST_STREAM)) {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return ReportFile.parse(in).stream()
                    .map(suite -> new Report(file, suite, written))
                    .toList();
        } catch (XMLStreamException e) {
            if (named) {
                String cause = e.getNestedException() instanceof IOException limit
                        ? limit.getMessage() + "."
                        : String.valueOf(e.getMessage()).lines().findFirst().orElse("");
                problems.add("The report " + file + " cannot be read: " + cause
                        + " The tests in it do not count, all others do. Run the build again.");
            }
        } catch (IOException e) {
            problems.add("The report " + file + " cannot be read (" + e
                    + "): the tests in it do not count. Make it readable and run the build again.");
        }
        return List.of();
    }

    private void sort(Report report, Map<Age, Map<String, List<Part>>> byAge) {
        String suite = names.suiteOf(report.content());
        Map<String, Map<String, List<ReportFile.Case>>> cases = new TreeMap<>();
        for (ReportFile.Case each : report.content().cases()) {
            String className = names.classOf(each.className(), suite);
            cases.computeIfAbsent(names.topLevelOf(className, suite), name -> new TreeMap<>())
                    .computeIfAbsent(className, name -> new ArrayList<>())
                    .add(each);
        }
        if (cases.isEmpty()) {
            cases.put(names.topLevelOf(suite), Map.of());
        }
        cases.forEach((name, of) -> byAge.computeIfAbsent(freshness.of(name, report.written()), age -> new TreeMap<>())
                .computeIfAbsent(name, key -> new ArrayList<>())
                .add(new Part(report, of)));
    }

    private ClassRun classRun(String className, List<Part> parts) {
        Map<String, Set<ReportFile.Case>> byRunning = new TreeMap<>();
        for (Part part : parts) {
            // Some versions of Surefire write a case into the reports of several suites.
            part.cases().forEach((running, cases) -> byRunning
                    .computeIfAbsent(running, name -> new LinkedHashSet<>())
                    .addAll(cases));
        }
        List<TestRun> tests = new ArrayList<>();
        byRunning.forEach((running, cases) -> tests.addAll(ReportedMethods.runs(running, cases, names)));
        Instant finished = parts.stream()
                .map(part -> part.report().written())
                .max(Instant::compareTo)
                .orElseThrow();
        String source = parts.get(0).report().file().toString();
        List<ReportFile.Case> all = byRunning.values().stream()
                .flatMap(Collection::stream)
                .filter(each -> each.outcome() != Outcome.SUCCESSFUL)
                .toList();
        Optional<ReportFile.Case> ofClass =
                all.stream().filter(ReportFile.Case::ofClass).findFirst();
        if (ofClass.isPresent()) {
            return new ClassRun(
                    className, ofClass.get().outcome(), ofClass.get().reason(), tests, finished, source);
        }
        if (tests.isEmpty()) {
            // Reports keep silent about a class that gave up in its set-up: it is there, and no test of it is.
            String reason = "its report names no test: its set-up gave up, or it has none";
            return new ClassRun(className, Outcome.ABORTED, reason, tests, finished, source);
        }
        boolean skipped = tests.stream().allMatch(test -> test.outcome() == Outcome.SKIPPED);
        String reason = skipped && !all.isEmpty() ? all.get(0).reason() : "";
        return new ClassRun(className, skipped ? Outcome.SKIPPED : Outcome.SUCCESSFUL, reason, tests, finished, source);
    }
}
