package dev.andon.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.andon.testing.NamedPipe;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class InputFileTest {
    @TempDir
    Path folder;

    @Test
    void a_pipe_a_device_and_a_folder_are_refused_before_they_are_opened() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/zero")));
        Path pipe = NamedPipe.at(folder.resolve("pipe"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/dev/zero"));

        for (Path special : new Path[] {pipe, link, Path.of("/dev/zero")}) {
            assertThatThrownBy(() -> InputFile.open(special, InputFile.LARGEST_STREAM))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("a pipe, a device or a socket");
        }
        assertThatThrownBy(() -> InputFile.text(folder)).hasMessageContaining("it is a folder");
        assertThatThrownBy(() -> InputFile.text(folder.resolve("absent"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void a_link_to_a_file_is_followed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        assertThat(InputFile.text(link)).isEqualTo("text");
    }

    @Test
    void no_more_than_the_limit_is_read() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[2048]);

        assertThat(InputFile.bytes(file, 2048)).hasSize(2048);
        assertThatThrownBy(() -> InputFile.bytes(file, 2047)).hasMessageContaining("larger than 1 KB");
        assertThatThrownBy(() -> InputFile.open(file, 10)).hasMessageContaining("larger than 10 bytes");
        // A file may grow after it was opened, and some systems tell no size.
        try (InputStream in = InputFile.limited(Files.newInputStream(file), 10)) {
            assertThatThrownBy(() -> in.skip(11)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_small_jar_with_a_large_entry_is_refused() throws IOException {
        Path jar = folder.resolve("bomb.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("A.class"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                zip.write(zeros);
            }
        }
        assertThat(Files.size(jar)).isLessThan(1 << 20);

        try (ZipFile opened = InputFile.jar(jar)) {
            assertThatThrownBy(() -> InputFile.bytes(opened, opened.getEntry("A.class"), InputFile.LARGEST_CLASS))
                    .hasMessageContaining("larger than 8 MB");
        }
    }
}
