package dev.andon.cli;

import dev.andon.Verdict;
import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.MalformedFileException;
import dev.andon.internal.formats.ReportCodec;
import dev.andon.internal.formats.ReportCodec.WrittenReport;
import dev.andon.internal.require.ConfigurationException;
import dev.andon.internal.tell.EarlierFailures;
import dev.andon.internal.tell.ReportFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reports of an earlier audit, and what fails compared with them. */
final class EarlierReports {
    private final @Nullable Path compare;
    private final ResultOptions.FailOn failOn;

    /**
     * Remembers where they are.
     *
     * @param compare a report, or the folder that an earlier audit of several projects wrote; null for none
     */
    EarlierReports(@Nullable Path compare, ResultOptions.FailOn failOn) {
        if (failOn == ResultOptions.FailOn.NEW && compare == null) {
            throw new Misuse("--fail-on new needs --compare: the report.json of an earlier audit, or its --out");
        }
        this.compare = compare;
        this.failOn = failOn;
    }

    /**
     * Returns the earlier report of a project: the file itself, or that in the project's folder below; nothing where it
     * was not judged then.
     *
     * @throws IOException if it cannot be read
     * @throws ConfigurationException if it is damaged
     */
    Optional<WrittenReport> of(String project) throws IOException {
        if (compare == null) {
            return Optional.empty();
        }
        Path file = Files.isDirectory(compare)
                ? compare.resolve(project).resolve(ReportFiles.JSON).normalize()
                : compare;
        if (Files.isDirectory(compare) && !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReportCodec.decode(InputFile.text(file), file.toString()));
        } catch (MalformedFileException malformed) {
            throw new ConfigurationException(String.valueOf(malformed.getMessage()));
        }
    }

    /** Returns the verdicts of what makes the command fail. */
    Set<Verdict> failing(Optional<WrittenReport> before, WrittenReport now) {
        return switch (failOn) {
            case NEVER -> EnumSet.noneOf(Verdict.class);
            case NEW -> EarlierFailures.of(before).newIn(now);
            case ANY ->
                Stream.of(
                                Stream.concat(now.services().stream(), now.canaries().stream())
                                        .flatMap(subject -> subject.practices().stream()),
                                now.codebase().stream())
                        .flatMap(results -> results)
                        .map(result -> result.verdict())
                        .collect(Collectors.toSet());
        };
    }
}
