package dev.andon.internal.tell;

import dev.andon.internal.files.OutputFile;
import dev.andon.internal.judge.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Writes the report files into a folder. */
public final class ReportFiles {
    public static final String JSON = "report.json";
    public static final String HTML = "index.html";
    public static final String SARIF = "report.sarif";
    public static final String SUMMARY = "summary.md";

    private ReportFiles() {}

    /** What build servers show besides: a page of Markdown, and workflow commands. */
    public record ForBuildServer(String summary, List<String> annotations) {}

    /**
     * Writes all report files; those of an earlier run are replaced. What the folder keeps of earlier builds tells what is
     * new, and gets one more line.
     *
     * @param enabled whether anything was checked at all
     * @param project what is judged: builds of the same one are compared
     * @throws IOException if a file cannot be written
     */
    public static ForBuildServer write(Path folder, Report report, boolean enabled, String project) throws IOException {
        return write(folder, report, enabled, project, List.of());
    }

    /**
     * Writes the same files, and what canaries saw of the deployed system into the page.
     *
     * @throws IOException if a file cannot be written
     */
    public static ForBuildServer write(
            Path folder, Report report, boolean enabled, String project, List<CanaryTimeline> timelines)
            throws IOException {
        BuildHistory history = BuildHistory.read(folder, project);
        String summary = SummaryMarkdown.of(report, history);
        OutputFile.write(folder, JSON, ReportJson.of(report, enabled));
        OutputFile.write(folder, HTML, HtmlReport.of(report, history, timelines));
        OutputFile.write(folder, SARIF, SarifLog.of(report));
        OutputFile.write(folder, SUMMARY, summary);
        Badge badge = Badge.of(report, enabled);
        OutputFile.write(folder, "badge.json", badge.json());
        OutputFile.write(folder, "badge.svg", badge.svg());
        BuildHistory.add(folder, project, Clock.systemUTC().instant(), report);
        return new ForBuildServer(summary, WorkflowAnnotations.of(report, history));
    }
}
