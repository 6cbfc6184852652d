package dev.andon.internal.tell;

import dev.andon.internal.files.InputFile;
import dev.andon.internal.files.OutputFile;
import dev.andon.internal.formats.HistoryCodec;
import dev.andon.internal.formats.PastBuild;
import dev.andon.internal.judge.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The builds before this one, as far as the output folder keeps them, and what this one changes.
 *
 * @param builds the earlier builds of the project, the latest last
 */
record BuildHistory(List<PastBuild> builds) {
    private static final int KEPT = 50;

    static final BuildHistory NONE = new BuildHistory(List.of());

    /** Reads what is kept in a folder; nothing where nothing is, or where it cannot be read. */
    static BuildHistory read(Path folder, String project) {
        return new BuildHistory(all(folder).stream()
                .filter(build -> build.project().equals(project))
                .toList());
    }

    private static List<PastBuild> all(Path folder) {
        Path file = folder.resolve(HistoryCodec.NAME);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return HistoryCodec.decode(InputFile.text(file));
        } catch (IOException unreadable) {
            // A trend is worth less than the report that could not be written for it.
            return List.of();
        }
    }

    /**
     * Adds a build to what is kept in a folder; the oldest ones leave. A run of which a part is missing is left out: what it
     * could not decide would look like a change.
     *
     * @throws IOException if it cannot be written
     */
    static void add(Path folder, String project, Instant at, Report report) throws IOException {
        if (report.runIncomplete().isPresent() || report.results().findAny().isEmpty()) {
            return;
        }
        Set<String> failing = FailureCauses.failures(report).stream()
                .flatMap(failure -> failure.keys().stream())
                .collect(Collectors.toSet());
        List<PastBuild> builds = Stream.concat(
                        all(folder).stream(), Stream.of(new PastBuild(at, project, report.counts(), failing)))
                .toList();
        OutputFile.write(
                folder,
                HistoryCodec.NAME,
                HistoryCodec.encode(builds.subList(Math.max(0, builds.size() - KEPT), builds.size())));
    }

    /** Returns what fails now and did not in the last build; nothing where there was none. */
    List<FailureCauses.Failure> worse(List<FailureCauses.Failure> failures) {
        return builds.isEmpty()
                ? List.of()
                : failures.stream()
                        .filter(failure -> !last().failing().containsAll(failure.keys()))
                        .toList();
    }

    /** Returns how many findings of the last build are gone. */
    long better(List<FailureCauses.Failure> failures) {
        Set<String> now =
                failures.stream().flatMap(failure -> failure.keys().stream()).collect(Collectors.toSet());
        return builds.isEmpty()
                ? 0
                : last().failing().stream().filter(key -> !now.contains(key)).count();
    }

    /** Returns the latest of the builds. */
    PastBuild last() {
        return builds.get(builds.size() - 1);
    }
}
