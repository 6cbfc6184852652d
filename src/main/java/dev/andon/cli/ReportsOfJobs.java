package dev.andon.cli;

import dev.andon.internal.files.InputFile;
import dev.andon.internal.formats.MalformedFileException;
import dev.andon.internal.formats.ReportCodec;
import dev.andon.internal.formats.ReportCodec.WrittenReport;
import dev.andon.internal.judge.ShardedReports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds the reports of jobs that shared the faults of one build. */
final class ReportsOfJobs {
    /** What only such reports hold: of the others the faults are not read. */
    private static final Pattern SHARD = Pattern.compile("\"shard\": *\"\\d+/(?!1\")");

    private ReportsOfJobs() {}

    /** Returns the files, those of one build together. */
    static Collection<List<Path>> joined(Collection<Path> files) {
        Map<Object, List<Path>> builds = new LinkedHashMap<>();
        for (Path file : files) {
            builds.computeIfAbsent(build(file), key -> new ArrayList<>()).add(file);
        }
        return builds.values();
    }

    private static Object build(Path file) {
        try {
            ShardedReports.Part part = part(file);
            return part.isShard() ? part.build() : file;
        } catch (IOException | MalformedFileException unreadable) {
            // Said where it is read.
            return file;
        }
    }

    /**
     * Reads the reports of one build.
     *
     * @throws IOException if one cannot be read
     * @throws MalformedFileException if one is damaged
     */
    static WrittenReport read(List<Path> files) throws IOException {
        List<ShardedReports.Part> parts = new ArrayList<>();
        for (Path file : files) {
            parts.add(part(file));
        }
        // A part that stands alone is joined too: it tells which parts are missing.
        return parts.get(0).isShard()
                ? ShardedReports.join(parts)
                : parts.get(0).report();
    }

    private static ShardedReports.Part part(Path file) throws IOException {
        String text = InputFile.text(file);
        String source = file.toString();
        return new ShardedReports.Part(
                ReportCodec.decode(text, source),
                SHARD.matcher(text).find() ? ReportCodec.testProofs(text, source) : List.of());
    }
}
