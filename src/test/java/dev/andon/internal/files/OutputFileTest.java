package dev.andon.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    Path folder;

    private Path out;
    private Path foreign;

    @BeforeEach
    void create() throws IOException {
        out = folder.resolve("out");
        foreign = Files.writeString(folder.resolve("foreign"), "untouched");
    }

    @Test
    void it_replaces_a_file_and_leaves_nothing_beside_it() throws IOException {
        OutputFile.write(out, "below/report.json", "old");
        OutputFile.write(out, "below/report.json", "new");

        assertThat(out.resolve("below/report.json")).hasContent("new");
        try (Stream<Path> files = Files.list(out.resolve("below"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_link_in_the_place_of_the_file_is_refused() throws IOException {
        Files.createDirectories(out);
        Files.createSymbolicLink(out.resolve("report.json"), foreign);

        assertThatThrownBy(() -> OutputFile.write(out, "report.json", "text"))
                .hasMessageContainingAll("report.json", "is a link");
        assertThat(foreign).hasContent("untouched");
    }

    @Test
    void a_link_in_the_place_of_the_folder_or_of_one_in_it_is_refused() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(out, elsewhere);
        assertThatThrownBy(() -> OutputFile.write(out, "report.json", "text")).hasMessageContaining("is a link");

        Files.delete(out);
        Files.createDirectories(out);
        Files.createSymbolicLink(out.resolve("below"), elsewhere);
        assertThatThrownBy(() -> OutputFile.write(out, "below/report.json", "text"))
                .hasMessageContaining("is a link");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void links_above_the_folder_are_the_users_own() throws IOException {
        Path target = Files.createDirectory(folder.resolve("target"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);

        OutputFile.write(link.resolve("andon"), "report.json", "text");

        assertThat(target.resolve("andon/report.json")).hasContent("text");
    }
}
