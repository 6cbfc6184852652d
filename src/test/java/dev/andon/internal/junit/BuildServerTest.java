package dev.andon.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.internal.tell.ReportFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildServerTest {
    private static final ReportFiles.ForBuildServer REPORT =
            new ReportFiles.ForBuildServer("## Andon\n", List.of("::error title=x::y"));

    @TempDir
    Path folder;

    @Test
    void the_summary_is_appended_to_the_page_of_the_step() throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), "# Tests");

        BuildServer.show(REPORT, false, Map.of("GITHUB_STEP_SUMMARY", page.toString()));

        assertThat(page).hasContent("# Tests\n## Andon\n");
    }

    @Test
    void a_page_that_cannot_be_written_changes_no_verdict() {
        BuildServer.show(REPORT, false, Map.of("GITHUB_STEP_SUMMARY", folder.toString()));
        BuildServer.show(REPORT, false, Map.of("GITHUB_STEP_SUMMARY", "\0"));

        assertThat(folder).isEmptyDirectory();
    }
}
