package dev.andon.internal.tell;

import dev.andon.internal.files.OutputFile;
import dev.andon.internal.judge.Report;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the report files into a folder. */
public final class ReportFiles {
    private ReportFiles() {}

    /**
     * Writes all report files; those of an earlier run are replaced.
     *
     * @param enabled whether anything was checked at all
     * @throws IOException if a file cannot be written
     */
    public static void write(Path folder, Report report, boolean enabled) throws IOException {
        OutputFile.write(folder, "report.json", ReportJson.of(report, enabled));
        OutputFile.write(folder, "index.html", HtmlReport.of(report));
        Badge badge = Badge.of(report, enabled);
        OutputFile.write(folder, "badge.json", badge.json());
        OutputFile.write(folder, "badge.svg", badge.svg());
    }
}
