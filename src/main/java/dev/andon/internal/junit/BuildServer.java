package dev.andon.internal.junit;

import dev.andon.internal.files.AppendedFile;
import dev.andon.internal.tell.ReportFiles;
import dev.andon.internal.text.VisibleText;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Shows results where a build server asks for them. */
final class BuildServer {
    /** A server of the actions kind names the file of a step's page by it. */
    static final String SUMMARY = "GITHUB_STEP_SUMMARY";

    private BuildServer() {}

    /** Appends the summary to the page of the step, if there is one, and prints annotations where they are wanted. */
    @SuppressWarnings("SystemOut")
    static void show(ReportFiles.ForBuildServer report, boolean annotations, Map<String, String> environment) {
        String page = environment.getOrDefault(SUMMARY, "");
        if (!page.isBlank()) {
            try {
                AppendedFile.line(Path.of(page), report.summary().stripTrailing(), false);
            } catch (IOException | InvalidPathException unwritable) {
                // The verdicts do not depend on it.
                System.out.println("Andon: the summary was not added to $" + SUMMARY + ": "
                        + VisibleText.ofLine(String.valueOf(unwritable)));
            }
        }
        if (annotations) {
            report.annotations().forEach(System.out::println);
        }
    }
}
