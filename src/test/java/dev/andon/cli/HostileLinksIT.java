package dev.andon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links in the way of what {@code audit} writes. */
@Timeout(60)
class HostileLinksIT extends AuditedProject {
    @Test
    void links_at_the_output_are_refused() throws Exception {
        Path foreign = Files.writeString(temp.resolve("foreign"), "untouched");
        Files.createDirectories(temp.resolve("report"));
        Files.createSymbolicLink(temp.resolve("report/report.json"), foreign);
        assertThat(audit()).isEqualTo(2);
        assertThat(err.toString()).contains("report.json is a link");
        assertThat(foreign).hasContent("untouched");

        err.getBuffer().setLength(0);
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Files.createSymbolicLink(file("linked"), elsewhere);
        assertThat(audit(project.folder().resolve("linked/below"))).isEqualTo(2);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"absolute", "by a link of the user", "with dots"})
    void links_of_the_project_above_the_output_are_refused_however_it_is_named(String how) throws Exception {
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Files.createSymbolicLink(file("linked"), elsewhere);
        Path ours = Files.createSymbolicLink(temp.resolve("ours"), project.folder());
        Path output =
                switch (how) {
                    case "absolute" -> project.folder().toRealPath().resolve("linked/report");
                    case "by a link of the user" -> ours.resolve("linked/report");
                    default -> temp.resolve("elsewhere/../ours/linked/report");
                };

        assertThat(audit(output)).isEqualTo(2);
        assertThat(err.toString()).contains("linked is a link");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void links_of_the_user_above_the_output_are_followed() throws Exception {
        Path ours = Files.createSymbolicLink(temp.resolve("ours"), project.folder());
        Path folder = Files.createDirectory(temp.resolve("reports"));
        Path outside = Files.createSymbolicLink(temp.resolve("latest"), folder);

        assertThat(audit(ours.resolve("target/andon"))).isEqualTo(1);
        assertThat(audit(outside.resolve("till"))).isEqualTo(1);
        assertThat(folder.resolve("till/report.json")).exists();
    }

    @Test
    void a_link_in_the_place_of_the_baseline_is_refused() throws Exception {
        Path foreign = Files.writeString(temp.resolve("foreign"), "untouched");
        Files.createSymbolicLink(file("andon-baseline.txt"), foreign);

        assertThat(audit()).isEqualTo(2);
        assertThat(err.toString()).contains("andon-baseline.txt is a link");
        for (String mode : List.of("create", "update")) {
            err.getBuffer().setLength(0);
            assertThat(audit(temp.resolve("report"), "--baseline", mode)).isEqualTo(2);
        }
        assertThat(foreign).hasContent("untouched");
    }
}
