package dev.andon.internal.canary.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Of an archive the contents are changed; it stays one, with the same names. */
class ArchiveTest {

    private static byte[] zeros(byte[] binary) {
        return new byte[binary.length];
    }

    @Test
    void contents_of_a_zip_are_others_and_its_names_are_not() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("loans.txt"));
            zip.write("seven loans".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("logo.png"));
            zip.write(new byte[] {(byte) 0x89, 'P', 0, 1});
            zip.putNextEntry(new ZipEntry("empty"));
        }
        Map<String, String> contents = new LinkedHashMap<>();

        byte[] other = Archive.withOtherContent(bytes.toByteArray(), ArchiveTest::zeros)
                .orElseThrow();

        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(other))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                contents.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(contents)
                .containsExactly(
                        Map.entry("loans.txt", "tfwfo mpbot"),
                        Map.entry("logo.png", "\0\0\0\0"),
                        Map.entry("empty", ""));
    }

    @Test
    void content_of_a_zipped_file_is_another() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write("Dune".getBytes(StandardCharsets.UTF_8));
        }

        byte[] other = Archive.withOtherContent(bytes.toByteArray(), ArchiveTest::zeros)
                .orElseThrow();

        assertThat(new GZIPInputStream(new ByteArrayInputStream(other)).readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("Evof");
    }

    @Test
    void what_is_no_archive_or_a_damaged_one_is_left_to_others() {
        byte[] cut = Arrays.copyOf(new byte[] {0x1f, (byte) 0x8b, 8}, 12);

        assertThat(Archive.withOtherContent(new byte[] {1, 2}, ArchiveTest::zeros))
                .isEmpty();
        assertThat(Archive.withOtherContent(cut, ArchiveTest::zeros)).isEmpty();
    }
}
